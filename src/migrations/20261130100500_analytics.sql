-- How requests were served, by quarter of an hour: the smallest unit of time by which time zones differ. Counted in memory
-- and added up in batches, so the last seconds are missing; no foreign keys, because a count may arrive after what it is
-- about has gone.
CREATE TABLE request_measurements (
  organization_id uuid NOT NULL,
  began_at timestamptz(3) NOT NULL,
  version text NOT NULL CHECK (version IN ('v1', 'v2')),
  operation_id text NOT NULL CHECK (char_length(operation_id) BETWEEN 1 AND 100),
  -- All zeroes for sessions, which are counted together.
  api_key_id uuid NOT NULL,
  requests integer NOT NULL CHECK (requests > 0),
  client_errors integer NOT NULL CHECK (client_errors >= 0),
  server_errors integer NOT NULL CHECK (server_errors >= 0),
  duration_us bigint NOT NULL CHECK (duration_us >= 0),
  -- Requests by duration: to_1 took one millisecond or less, to_2 more than that and at most two. Columns are summed
  -- twenty times as fast as the members of an array.
  to_1 integer NOT NULL,
  to_2 integer NOT NULL,
  to_3 integer NOT NULL,
  to_4 integer NOT NULL,
  to_6 integer NOT NULL,
  to_8 integer NOT NULL,
  to_11 integer NOT NULL,
  to_15 integer NOT NULL,
  to_20 integer NOT NULL,
  to_30 integer NOT NULL,
  to_40 integer NOT NULL,
  to_60 integer NOT NULL,
  to_80 integer NOT NULL,
  to_110 integer NOT NULL,
  to_150 integer NOT NULL,
  to_200 integer NOT NULL,
  to_300 integer NOT NULL,
  to_400 integer NOT NULL,
  to_600 integer NOT NULL,
  to_800 integer NOT NULL,
  to_1100 integer NOT NULL,
  to_1500 integer NOT NULL,
  to_2000 integer NOT NULL,
  to_4000 integer NOT NULL,
  to_8000 integer NOT NULL,
  to_16000 integer NOT NULL,
  above integer NOT NULL,
  PRIMARY KEY (organization_id, began_at, version, operation_id, api_key_id)
);
