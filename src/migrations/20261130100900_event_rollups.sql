-- What event_counts has merged, added up once more, so that figures of a month read thousands of rows and not hundreds of
-- thousands. The deltas of event_counts come on top, as they do for event_totals.

-- Without type and source: intervals of every time zone consist of quarters of an hour.
CREATE TABLE event_quarters (
  organization_id uuid NOT NULL,
  project_id uuid,
  bucket timestamptz(3) NOT NULL,
  recorded_month date NOT NULL,
  count bigint NOT NULL
);
CREATE UNIQUE INDEX event_quarters_key ON event_quarters
  (organization_id, bucket, project_id, recorded_month) NULLS NOT DISTINCT;

-- By type, source and whole day of UTC: a range that is not divided consists of days, and of quarters at its ends.
CREATE TABLE event_days (
  organization_id uuid NOT NULL,
  project_id uuid,
  type text NOT NULL,
  source text NOT NULL,
  -- The beginning of the day in which the events happened.
  bucket timestamptz(3) NOT NULL,
  recorded_month date NOT NULL,
  count bigint NOT NULL,
  first_at timestamptz(3),
  last_at timestamptz(3)
);
CREATE UNIQUE INDEX event_days_key ON event_days
  (organization_id, bucket, project_id, type, source, recorded_month) NULLS NOT DISTINCT;

INSERT INTO event_quarters (organization_id, project_id, bucket, recorded_month, count)
SELECT organization_id, project_id, bucket, recorded_month, sum(count)
  FROM event_counts WHERE NOT is_delta GROUP BY 1, 2, 3, 4;
INSERT INTO event_days (organization_id, project_id, type, source, bucket, recorded_month, count, first_at, last_at)
SELECT organization_id, project_id, type, source, date_trunc('day', bucket, 'UTC'), recorded_month, sum(count),
       min(first_at), max(last_at)
  FROM event_counts WHERE NOT is_delta GROUP BY 1, 2, 3, 4, 5, 6;
