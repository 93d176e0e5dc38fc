-- What happened: the audit log, events, the outbox that carries both on, and where resumable jobs stand.
-- Times come from the application's clock, so no column has a default of now().

CREATE TABLE audit_log (
  id uuid PRIMARY KEY,
  -- Null: the installation's own chain (registrations, operators). No foreign key: the log outlives what it tells of.
  organization_id uuid,
  -- The place in the organization's chain; null until the sealer has chained the row.
  sequence bigint CHECK (sequence > 0),
  previous_hash bytea CHECK (octet_length(previous_hash) = 32),
  hash bytea CHECK (octet_length(hash) = 32),
  actor_id uuid,
  actor_type text NOT NULL CHECK (actor_type IN ('user', 'system', 'anonymous')),
  credential_id uuid,
  credential_type text CHECK (credential_type IN ('session', 'api_key')),
  action text NOT NULL CHECK (char_length(action) BETWEEN 1 AND 100),
  resource_type text NOT NULL CHECK (char_length(resource_type) BETWEEN 1 AND 50),
  resource_id uuid,
  project_id uuid,
  before jsonb,
  after jsonb,
  request_id text NOT NULL CHECK (char_length(request_id) BETWEEN 1 AND 64),
  created_at timestamptz(3) NOT NULL,
  CONSTRAINT audit_log_seal_check CHECK (num_nulls(sequence, previous_hash, hash) IN (0, 3)),
  CONSTRAINT audit_log_actor_check CHECK ((actor_type = 'user') = (actor_id IS NOT NULL))
);
CREATE UNIQUE INDEX audit_log_sequence_key
  ON audit_log ((coalesce(organization_id, '00000000-0000-0000-0000-000000000000')), sequence)
  WHERE sequence IS NOT NULL;
-- The sealer's work list; nearly empty at any time.
CREATE INDEX audit_log_unsealed_idx
  ON audit_log ((coalesce(organization_id, '00000000-0000-0000-0000-000000000000')), id) WHERE sequence IS NULL;

-- The end of every organization's chain. Its row lock makes one writer per organization, and it shows a chain whose
-- last rows were cut off. The installation's chain has the id of zeroes.
CREATE TABLE audit_chains (
  organization_id uuid PRIMARY KEY,
  sequence bigint NOT NULL CHECK (sequence >= 0),
  hash bytea NOT NULL CHECK (octet_length(hash) = 32)
);

-- Rows are only ever added; sealing fills three empty columns, once.
CREATE FUNCTION audit_log_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF OLD.sequence IS NULL AND NEW.sequence IS NOT NULL
      AND (NEW.id, NEW.organization_id, NEW.actor_id, NEW.actor_type, NEW.credential_id, NEW.credential_type,
           NEW.action, NEW.resource_type, NEW.resource_id, NEW.project_id, NEW.before, NEW.after, NEW.request_id,
           NEW.created_at)
        IS NOT DISTINCT FROM
          (OLD.id, OLD.organization_id, OLD.actor_id, OLD.actor_type, OLD.credential_id, OLD.credential_type,
           OLD.action, OLD.resource_type, OLD.resource_id, OLD.project_id, OLD.before, OLD.after, OLD.request_id,
           OLD.created_at)
    THEN
      RETURN NEW;
    END IF;
  END IF;
  RAISE EXCEPTION 'audit_log is append-only' USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER audit_log_append_only BEFORE UPDATE OR DELETE ON audit_log
  FOR EACH ROW EXECUTE FUNCTION audit_log_refuse_change();
CREATE TRIGGER audit_log_no_truncate BEFORE TRUNCATE ON audit_log
  FOR EACH STATEMENT EXECUTE FUNCTION audit_log_refuse_change();

-- The attributes of CloudEvents 1.0 (https://github.com/cloudevents/spec), plus where and by whom.
CREATE TABLE events (
  id uuid NOT NULL,
  organization_id uuid,
  project_id uuid,
  user_id uuid,
  specversion text NOT NULL DEFAULT '1.0' CHECK (specversion = '1.0'),
  source text NOT NULL CHECK (char_length(source) BETWEEN 1 AND 255),
  type text NOT NULL CHECK (char_length(type) BETWEEN 1 AND 100),
  subject text CHECK (char_length(subject) BETWEEN 1 AND 255),
  datacontenttype text NOT NULL DEFAULT 'application/json',
  dataschema text,
  time timestamptz(3) NOT NULL,
  data jsonb,
  request_id text,
  created_at timestamptz(3) NOT NULL,
  PRIMARY KEY (id, created_at)
) PARTITION BY RANGE (created_at);
CREATE INDEX events_created_at_idx ON events (organization_id, created_at, id);

-- Catches what no month is there for yet, so that no write fails.
CREATE TABLE events_default PARTITION OF events DEFAULT;

-- Makes the partitions of `first_month` and the `month_count - 1` months after it, where they are missing; rows of such
-- a month that the default partition caught move over. Attaching, not creating in place, keeps writers running.
CREATE FUNCTION create_event_partitions(first_month date, month_count integer) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
  month_start timestamptz;
  month_end timestamptz;
  partition_name text;
  created integer := 0;
BEGIN
  -- One maker at a time; the others then find its work done.
  PERFORM pg_advisory_xact_lock(hashtext('create_event_partitions'));
  FOR offset_months IN 0 .. month_count - 1 LOOP
    month_start := (date_trunc('month', first_month::timestamp) + make_interval(months => offset_months)) AT TIME ZONE 'UTC';
    month_end := (date_trunc('month', first_month::timestamp) + make_interval(months => offset_months + 1)) AT TIME ZONE 'UTC';
    partition_name := 'events_' || to_char(month_start AT TIME ZONE 'UTC', 'YYYY_MM');
    CONTINUE WHEN to_regclass(partition_name) IS NOT NULL;
    EXECUTE format('CREATE TABLE %I (LIKE events INCLUDING DEFAULTS INCLUDING CONSTRAINTS)', partition_name);
    EXECUTE format(
      'WITH moved AS (DELETE FROM events_default WHERE created_at >= $1 AND created_at < $2 RETURNING *) '
      'INSERT INTO %I SELECT * FROM moved', partition_name) USING month_start, month_end;
    EXECUTE format('ALTER TABLE events ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)',
      partition_name, month_start, month_end);
    created := created + 1;
  END LOOP;
  RETURN created;
END
$$;
SELECT create_event_partitions((now() AT TIME ZONE 'UTC')::date, 3);

-- Work that a committed transaction left for the relay. A row lives until it has been handed over.
CREATE TABLE outbox (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  organization_id uuid,
  kind text NOT NULL CHECK (kind IN ('event', 'job')),
  -- The event's or the job's name.
  name text NOT NULL,
  -- Of an event, where its row is; of a job, its payload.
  payload jsonb NOT NULL,
  -- Of a job, how it is to be run: run_at, max_attempts, job_key, priority.
  options jsonb,
  created_at timestamptz(3) NOT NULL,
  -- Null: at once. Set only after a failed attempt, so that clocks which differ between processes delay nothing.
  available_at timestamptz(3),
  attempts integer NOT NULL DEFAULT 0,
  last_error text
);

-- Rows that could not be handed over after several attempts, kept for whoever runs the installation.
CREATE TABLE outbox_dead (
  id bigint PRIMARY KEY,
  organization_id uuid,
  kind text NOT NULL,
  name text NOT NULL,
  payload jsonb NOT NULL,
  options jsonb,
  created_at timestamptz(3) NOT NULL,
  attempts integer NOT NULL,
  last_error text NOT NULL,
  died_at timestamptz(3) NOT NULL
);

-- How far a resumable job has come; written in the transaction of the step's effects, dropped with the last step.
CREATE TABLE job_cursors (
  key text PRIMARY KEY CHECK (char_length(key) BETWEEN 1 AND 255),
  cursor jsonb NOT NULL,
  updated_at timestamptz(3) NOT NULL
);
