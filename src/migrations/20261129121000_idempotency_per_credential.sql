-- A stored response belongs to the credential that caused it: another session or API key of the same user may be
-- allowed less, and must not be handed what it holds. Rows from before get the user's id, which no credential has.
ALTER TABLE idempotency_keys ADD COLUMN credential_id uuid;
UPDATE idempotency_keys SET credential_id = principal_id;
ALTER TABLE idempotency_keys ALTER COLUMN credential_id SET NOT NULL;
ALTER TABLE idempotency_keys DROP CONSTRAINT idempotency_keys_pkey;
ALTER TABLE idempotency_keys ADD PRIMARY KEY (principal_id, credential_id, operation, key);
