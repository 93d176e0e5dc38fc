-- What the software of a team reports as failed: groups of failures, single occurrences, and counters.
CREATE TABLE error_groups (
  id uuid PRIMARY KEY,
  organization_id uuid NOT NULL,
  project_id uuid NOT NULL,
  fingerprint text NOT NULL,
  type text,
  title text NOT NULL,
  message text,
  culprit text,
  level text NOT NULL CHECK (level IN ('fatal', 'error', 'warning', 'info', 'debug')),
  platform text,
  status text NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'regressed', 'resolved', 'ignored')),
  assignee_id uuid REFERENCES users ON DELETE SET NULL,
  -- Without a foreign key: tasks are deleted without errors knowing, and the version must increase when it is cleared.
  task_id uuid,
  resolved_at timestamptz(3),
  resolved_in_release text,
  first_release text,
  version integer NOT NULL DEFAULT 1 CHECK (version > 0),
  created_at timestamptz(3) NOT NULL,
  updated_at timestamptz(3) NOT NULL,
  -- What each occurrence changes, without a new version: see docs/adr/0043-counters-of-an-error.md.
  occurrence_count bigint NOT NULL DEFAULT 0 CHECK (occurrence_count >= 0),
  user_count bigint NOT NULL DEFAULT 0 CHECK (user_count >= 0),
  first_seen_at timestamptz(3) NOT NULL,
  last_seen_at timestamptz(3) NOT NULL,
  last_release text,
  search tsvector NOT NULL GENERATED ALWAYS AS
    (search_vector(title || ' ' || coalesce(message, '') || ' ' || coalesce(culprit, ''))) STORED,
  CONSTRAINT error_groups_tenant_key UNIQUE (organization_id, project_id, id),
  CONSTRAINT error_groups_fingerprint_key UNIQUE (organization_id, project_id, fingerprint),
  CONSTRAINT error_groups_resolved_at_check CHECK ((status = 'resolved') = (resolved_at IS NOT NULL)),
  FOREIGN KEY (organization_id, project_id) REFERENCES projects (organization_id, id) ON DELETE CASCADE
) WITH (fillfactor = 80);
CREATE INDEX error_groups_last_seen_at_idx ON error_groups (organization_id, last_seen_at, id);
CREATE INDEX error_groups_project_idx ON error_groups (organization_id, project_id, last_seen_at, id);
CREATE INDEX error_groups_status_idx ON error_groups (organization_id, status, last_seen_at, id);
CREATE INDEX error_groups_first_seen_at_idx ON error_groups (organization_id, first_seen_at, id);
CREATE INDEX error_groups_occurrence_count_idx ON error_groups (organization_id, occurrence_count, id);
CREATE INDEX error_groups_created_at_idx ON error_groups (organization_id, created_at, id);
CREATE INDEX error_groups_search_idx ON error_groups USING gin (organization_id, search);
-- People first: the same index then serves lists of an organization's errors and the deletion of an account.
CREATE INDEX error_groups_assignee_id_idx ON error_groups (assignee_id, organization_id, last_seen_at, id)
  WHERE assignee_id IS NOT NULL;
CREATE INDEX error_groups_task_id_idx ON error_groups (organization_id, task_id) WHERE task_id IS NOT NULL;

-- The first and the last 100 of each group, for 30 days. `number` counts the occurrences of the group from 1.
CREATE TABLE error_occurrences (
  id uuid NOT NULL,
  organization_id uuid NOT NULL,
  project_id uuid NOT NULL,
  error_id uuid NOT NULL,
  number bigint NOT NULL CHECK (number > 0),
  occurred_at timestamptz(3) NOT NULL,
  received_at timestamptz(3) NOT NULL,
  level text NOT NULL,
  type text,
  message text,
  platform text,
  release text,
  environment text,
  server_name text,
  frames jsonb NOT NULL,
  causes jsonb NOT NULL,
  -- A stack trace that could not be parsed.
  stack_trace text,
  tags jsonb NOT NULL,
  person jsonb,
  request jsonb,
  breadcrumbs jsonb NOT NULL,
  context jsonb NOT NULL,
  PRIMARY KEY (organization_id, project_id, id),
  CONSTRAINT error_occurrences_number_key UNIQUE (organization_id, error_id, number),
  FOREIGN KEY (organization_id, project_id, error_id)
    REFERENCES error_groups (organization_id, project_id, id) ON DELETE CASCADE
);
CREATE INDEX error_occurrences_occurred_at_idx ON error_occurrences (organization_id, error_id, occurred_at, id);
CREATE INDEX error_occurrences_received_at_idx ON error_occurrences (organization_id, received_at);
CREATE INDEX error_occurrences_person_id_idx ON error_occurrences (organization_id, (person ->> 'id'))
  WHERE person IS NOT NULL;
CREATE INDEX error_occurrences_person_email_idx ON error_occurrences (organization_id, lower(person ->> 'email'))
  WHERE person IS NOT NULL;

-- Reports that their sender has given an id, so that a repeated one is recognized although its occurrence is gone.
CREATE TABLE error_reports (
  organization_id uuid NOT NULL,
  project_id uuid NOT NULL,
  id uuid NOT NULL,
  received_at timestamptz(3) NOT NULL,
  error_id uuid,
  PRIMARY KEY (organization_id, project_id, id),
  FOREIGN KEY (organization_id, project_id) REFERENCES projects (organization_id, id) ON DELETE CASCADE,
  FOREIGN KEY (organization_id, project_id, error_id)
    REFERENCES error_groups (organization_id, project_id, id) ON DELETE CASCADE
);
CREATE INDEX error_reports_received_at_idx ON error_reports (organization_id, received_at);
CREATE INDEX error_reports_error_id_idx ON error_reports (organization_id, error_id) WHERE error_id IS NOT NULL;

-- Occurrences per group and environment ('' for none): by minute, after 48 hours by quarter of an hour, which is the
-- finest part of an hour by which time zones differ.
CREATE TABLE error_counts (
  organization_id uuid NOT NULL,
  project_id uuid NOT NULL,
  error_id uuid NOT NULL,
  environment text NOT NULL,
  bucket timestamptz(3) NOT NULL,
  count bigint NOT NULL CHECK (count > 0),
  PRIMARY KEY (organization_id, project_id, bucket, error_id, environment),
  FOREIGN KEY (organization_id, project_id, error_id)
    REFERENCES error_groups (organization_id, project_id, id) ON DELETE CASCADE
);
CREATE INDEX error_counts_group_idx ON error_counts (organization_id, error_id, bucket);

-- Which values of tags, releases and environments the occurrences of a group have, and how often. Tags of a reporter
-- have the prefix `tag:`.
CREATE TABLE error_facets (
  organization_id uuid NOT NULL,
  project_id uuid NOT NULL,
  error_id uuid NOT NULL,
  name text NOT NULL,
  value text NOT NULL,
  count bigint NOT NULL CHECK (count > 0),
  PRIMARY KEY (organization_id, error_id, name, value),
  FOREIGN KEY (organization_id, project_id, error_id)
    REFERENCES error_groups (organization_id, project_id, id) ON DELETE CASCADE
);
CREATE INDEX error_facets_value_idx ON error_facets (organization_id, name, value, error_id);

-- Who was affected, as hashes: enough to count persons once.
CREATE TABLE error_persons (
  organization_id uuid NOT NULL,
  project_id uuid NOT NULL,
  error_id uuid NOT NULL,
  person_hash bytea NOT NULL CHECK (octet_length(person_hash) = 32),
  PRIMARY KEY (organization_id, error_id, person_hash),
  FOREIGN KEY (organization_id, project_id, error_id)
    REFERENCES error_groups (organization_id, project_id, id) ON DELETE CASCADE
);
CREATE INDEX error_persons_hash_idx ON error_persons (organization_id, person_hash);

-- The releases of a project in the order of their first report.
CREATE TABLE error_releases (
  organization_id uuid NOT NULL,
  project_id uuid NOT NULL,
  release text NOT NULL,
  number bigint GENERATED ALWAYS AS IDENTITY,
  first_seen_at timestamptz(3) NOT NULL,
  PRIMARY KEY (organization_id, project_id, release),
  FOREIGN KEY (organization_id, project_id) REFERENCES projects (organization_id, id) ON DELETE CASCADE
);
