-- A stored response belongs to the credential that caused it: another session or API key of the same user may be
-- allowed less, and must not be handed what it holds. The primary key stays as release 2.0.0 uses it; the operation's
-- name includes the credential.
ALTER TABLE idempotency_keys ADD COLUMN credential_id uuid;
