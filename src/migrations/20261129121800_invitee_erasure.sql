-- Events of invitations name the invitee by address alone; who deletes their account is found in them by it.
-- allow blocking-index: only events of invitations are in the index, which are few.
CREATE INDEX events_invitee_idx ON events ((data->>'email')) WHERE split_part(type, '.', 1) = 'invitation';
