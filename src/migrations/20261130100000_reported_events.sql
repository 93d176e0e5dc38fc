-- What a team's software reports, and counts of it. Not to be confused with `events`, which are Architect's own.
-- allow hidden-statements: creates the partitions of three months, which are empty, below a table of this file.

CREATE TABLE reported_events (
  id uuid NOT NULL,
  -- No foreign keys: a check of each row would take as long as its insertion. Batches lock their projects.
  organization_id uuid NOT NULL,
  project_id uuid,
  user_id uuid,
  -- Of source and external_id; unique in the organization.
  key uuid NOT NULL,
  external_id text NOT NULL,
  source text NOT NULL,
  type text NOT NULL,
  subject text,
  time timestamptz(3) NOT NULL,
  datacontenttype text,
  dataschema text,
  extensions json NOT NULL,
  -- json, not jsonb, which cannot hold the null character, and takes longer to write.
  data json,
  data_base64 text,
  recorded_at timestamptz(3) NOT NULL,
  PRIMARY KEY (organization_id, recorded_at, id)
) PARTITION BY RANGE (recorded_at);
CREATE INDEX reported_events_id_idx ON reported_events (organization_id, id);
CREATE INDEX reported_events_time_idx ON reported_events (organization_id, time, id);
CREATE INDEX reported_events_project_idx ON reported_events (organization_id, project_id, time, id)
  WHERE project_id IS NOT NULL;
CREATE INDEX reported_events_type_idx ON reported_events (organization_id, type, time, id);
CREATE INDEX reported_events_source_idx ON reported_events (organization_id, source, time, id);
CREATE INDEX reported_events_subject_idx ON reported_events (organization_id, subject, time, id)
  WHERE subject IS NOT NULL;
CREATE INDEX reported_events_user_idx ON reported_events (organization_id, user_id, time, id)
  WHERE user_id IS NOT NULL;

-- Makes the partitions of `first_month` and the `month_count - 1` months after it, where they are missing; returns how
-- many it made. There is no default partition, because with one a month could not be detached while events are written.
-- Attaching keeps writers running, too.
CREATE FUNCTION create_reported_event_partitions(first_month date, month_count integer) RETURNS integer
LANGUAGE plpgsql AS $$
DECLARE
  month_start timestamptz;
  month_end timestamptz;
  partition_name text;
  created integer := 0;
BEGIN
  FOR offset_months IN 0 .. month_count - 1 LOOP
    month_start := (date_trunc('month', first_month::timestamp) + make_interval(months => offset_months)) AT TIME ZONE 'UTC';
    month_end := (date_trunc('month', first_month::timestamp) + make_interval(months => offset_months + 1)) AT TIME ZONE 'UTC';
    partition_name := 'reported_events_' || to_char(month_start AT TIME ZONE 'UTC', 'YYYY_MM');
    CONTINUE WHEN to_regclass(partition_name) IS NOT NULL;
    -- One maker at a time; the others then find its work done.
    PERFORM pg_advisory_xact_lock(hashtext('create_reported_event_partitions'));
    CONTINUE WHEN to_regclass(partition_name) IS NOT NULL;
    EXECUTE format('CREATE TABLE %I (LIKE reported_events INCLUDING DEFAULTS INCLUDING CONSTRAINTS)', partition_name);
    -- A partition may have a unique index that the whole table cannot have, for lack of recorded_at.
    EXECUTE format('CREATE UNIQUE INDEX %I ON %I (organization_id, key)', partition_name || '_key', partition_name);
    EXECUTE format('ALTER TABLE reported_events ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)',
      partition_name, month_start, month_end);
    created := created + 1;
  END LOOP;
  RETURN created;
END
$$;
SELECT create_reported_event_partitions((now() AT TIME ZONE 'UTC')::date, 3);

-- How many events there are, by quarter of an hour: no time zone begins its day at another minute. Rows are only added
-- (`is_delta`), so that no batch waits for another, and merged once a minute. A reader adds up `count` of all rows.
CREATE TABLE event_counts (
  organization_id uuid NOT NULL,
  project_id uuid,
  type text NOT NULL,
  source text NOT NULL,
  -- The beginning of the quarter of an hour in which the events happened.
  bucket timestamptz(3) NOT NULL,
  -- The first day of the month in which they were recorded; they are deleted together.
  recorded_month date NOT NULL,
  -- Negative for deleted events, whose times are null.
  count bigint NOT NULL,
  first_at timestamptz(3),
  last_at timestamptz(3),
  is_delta boolean NOT NULL
);
CREATE INDEX event_counts_bucket_idx ON event_counts (organization_id, bucket);
CREATE INDEX event_counts_delta_idx ON event_counts (organization_id) WHERE is_delta;
CREATE UNIQUE INDEX event_counts_key ON event_counts
  (organization_id, bucket, project_id, type, source, recorded_month) NULLS NOT DISTINCT WHERE NOT is_delta;

-- The same without the quarter of an hour, for lists of types and sources. Holds what has been merged: the deltas of
-- event_counts come on top.
CREATE TABLE event_totals (
  organization_id uuid NOT NULL,
  project_id uuid,
  type text NOT NULL,
  source text NOT NULL,
  recorded_month date NOT NULL,
  count bigint NOT NULL,
  first_at timestamptz(3),
  last_at timestamptz(3)
);
CREATE UNIQUE INDEX event_totals_key ON event_totals
  (organization_id, type, source, project_id, recorded_month) NULLS NOT DISTINCT;
