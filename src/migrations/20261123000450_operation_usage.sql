-- How often each credential used each operation, by day (UTC). Counted in memory and added up in batches, so the last
-- seconds are missing; no foreign keys, because a count may arrive after its credential has gone.
CREATE TABLE operation_usage (
  credential_id uuid NOT NULL,
  credential_type text NOT NULL CHECK (credential_type IN ('session', 'api_key')),
  user_id uuid NOT NULL,
  version text NOT NULL CHECK (version IN ('v1', 'v2')),
  operation_id text NOT NULL CHECK (char_length(operation_id) BETWEEN 1 AND 100),
  used_on date NOT NULL,
  requests bigint NOT NULL CHECK (requests > 0),
  PRIMARY KEY (credential_id, version, operation_id, used_on)
);
CREATE INDEX operation_usage_user_id_idx ON operation_usage (user_id, used_on);
CREATE INDEX operation_usage_used_on_idx ON operation_usage (used_on);
