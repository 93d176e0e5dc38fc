-- What events tell of a person, found by the person: it is taken out of them when the account is deleted.
CREATE INDEX events_personal_idx ON events ((coalesce(data->>'user_id', data->>'id')))
  WHERE split_part(type, '.', 1) IN ('user', 'session', 'member');
