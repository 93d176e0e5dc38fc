-- Where replies would have broken the contract: counted in the process and written in batches.
-- Of the installation, not of an organization: only operators see it.
CREATE TABLE contract_violations (
  id uuid PRIMARY KEY,
  version text NOT NULL CHECK (version IN ('v1', 'v2')),
  operation_id text NOT NULL CHECK (char_length(operation_id) BETWEEN 1 AND 100),
  part text NOT NULL CHECK (part IN ('status', 'content_type', 'header', 'body')),
  pointer text NOT NULL CHECK (char_length(pointer) <= 500),
  keyword text NOT NULL CHECK (char_length(keyword) <= 100),
  status integer NOT NULL,
  violation_count integer NOT NULL CHECK (violation_count > 0),
  first_at timestamptz(3) NOT NULL,
  last_at timestamptz(3) NOT NULL,
  UNIQUE (version, operation_id, part, pointer),
  CHECK (first_at <= last_at)
);
CREATE INDEX contract_violations_last_at_idx ON contract_violations (last_at, id);
CREATE INDEX contract_violations_first_at_idx ON contract_violations (first_at, id);
CREATE INDEX contract_violations_count_idx ON contract_violations (violation_count, id);
