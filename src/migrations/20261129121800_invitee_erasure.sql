-- Events of invitations name the invitee by address alone; who deletes their account is found in them by it.
CREATE INDEX events_invitee_idx ON events ((data->>'email')) WHERE split_part(type, '.', 1) = 'invitation';
