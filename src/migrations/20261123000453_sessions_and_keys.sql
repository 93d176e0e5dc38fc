-- Lists of all sessions, for operators.
CREATE INDEX sessions_created_at_idx ON sessions (created_at, id);
CREATE INDEX sessions_last_active_at_idx ON sessions (last_active_at, id);

-- A rotated key's old secret may work for a while beside the new one.
ALTER TABLE api_keys ADD COLUMN previous_token_hash bytea CHECK (octet_length(previous_token_hash) = 32);
ALTER TABLE api_keys ADD COLUMN previous_expires_at timestamptz(3);
ALTER TABLE api_keys ADD CONSTRAINT api_keys_previous_check
  CHECK ((previous_token_hash IS NULL) = (previous_expires_at IS NULL));
CREATE UNIQUE INDEX api_keys_previous_token_hash_key ON api_keys (previous_token_hash)
  WHERE previous_token_hash IS NOT NULL;
