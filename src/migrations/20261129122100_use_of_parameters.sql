-- What each API key uses of each operation, so that a change of the contract can be held against its use: the last day,
-- and for each query parameter and member of the body that the contract declares, the last day on which it was sent.
-- Values are not stored. Written with the counts of operation_usage; no foreign keys, for the same reason.
CREATE TABLE key_usage (
  credential_id uuid NOT NULL,
  organization_id uuid NOT NULL,
  user_id uuid NOT NULL,
  version text NOT NULL CHECK (version IN ('v1', 'v2')),
  operation_id text NOT NULL CHECK (char_length(operation_id) BETWEEN 1 AND 100),
  -- The order of the list, in one column.
  operation text NOT NULL GENERATED ALWAYS AS (operation_id || '.' || version) STORED,
  query_parameters jsonb NOT NULL,
  body_fields jsonb NOT NULL,
  last_used_on date NOT NULL,
  PRIMARY KEY (credential_id, version, operation_id)
);
CREATE INDEX key_usage_organization_id_idx ON key_usage (organization_id, operation, credential_id);
CREATE INDEX key_usage_operation_idx ON key_usage (operation, credential_id);
CREATE INDEX key_usage_user_id_idx ON key_usage (user_id);
CREATE INDEX key_usage_last_used_on_idx ON key_usage (last_used_on);

INSERT INTO key_usage (credential_id, organization_id, user_id, version, operation_id, query_parameters, body_fields,
  last_used_on)
SELECT u.credential_id, k.organization_id, u.user_id, u.version, u.operation_id, '{}', '{}', max(u.used_on)
  FROM operation_usage u JOIN api_keys k ON k.id = u.credential_id
 GROUP BY 1, 2, 3, 4, 5;
