-- Rules that watch the errors of a project, and the alerts that they made.
CREATE TABLE error_alert_rules (
  id uuid PRIMARY KEY,
  organization_id uuid NOT NULL,
  project_id uuid NOT NULL,
  name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 100),
  kind text NOT NULL CHECK (kind IN ('threshold', 'new_group', 'regression')),
  threshold integer NOT NULL CHECK (threshold BETWEEN 1 AND 1000000),
  "window" text NOT NULL,
  -- The same as "window", because a cast from text to interval is not immutable.
  window_minutes integer NOT NULL CHECK (window_minutes BETWEEN 1 AND 1440),
  levels text[] NOT NULL,
  environments text[] NOT NULL,
  -- Not a foreign key: a rule for an error that was deleted stays and does not fire.
  error_id uuid,
  is_active boolean NOT NULL,
  -- The rule fires for windows that end, and for errors that begin, at this time or later.
  armed_from timestamptz(3) NOT NULL,
  version integer NOT NULL DEFAULT 1 CHECK (version > 0),
  created_at timestamptz(3) NOT NULL,
  updated_at timestamptz(3) NOT NULL,
  CONSTRAINT error_alert_rules_tenant_key UNIQUE (organization_id, project_id, id),
  CHECK (kind = 'threshold' OR threshold = 1),
  FOREIGN KEY (organization_id, project_id) REFERENCES projects (organization_id, id) ON DELETE CASCADE
);
CREATE INDEX error_alert_rules_created_at_idx ON error_alert_rules (organization_id, created_at, id);
CREATE INDEX error_alert_rules_name_idx ON error_alert_rules (organization_id, name, id);
CREATE INDEX error_alert_rules_project_created_at_idx ON error_alert_rules
  (organization_id, project_id, created_at, id);
CREATE INDEX error_alert_rules_project_name_idx ON error_alert_rules (organization_id, project_id, name, id);

CREATE TABLE error_alerts (
  id uuid PRIMARY KEY,
  organization_id uuid NOT NULL,
  project_id uuid NOT NULL,
  rule_id uuid NOT NULL,
  name text NOT NULL,
  kind text NOT NULL,
  error_id uuid,
  status text NOT NULL CHECK (status IN ('firing', 'cleared')),
  threshold integer NOT NULL,
  "window" text NOT NULL,
  window_started_at timestamptz(3) NOT NULL,
  value bigint NOT NULL CHECK (value > 0),
  fired_at timestamptz(3) NOT NULL,
  cleared_at timestamptz(3),
  -- When the alert is cleared, unless its threshold is reached again before.
  clears_at timestamptz(3) NOT NULL,
  CONSTRAINT error_alerts_window_key UNIQUE (organization_id, rule_id, window_started_at),
  CHECK ((status = 'cleared') = (cleared_at IS NOT NULL)),
  FOREIGN KEY (organization_id, project_id, rule_id)
    REFERENCES error_alert_rules (organization_id, project_id, id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX error_alerts_firing_key ON error_alerts (organization_id, rule_id) WHERE status = 'firing';
CREATE INDEX error_alerts_list_idx ON error_alerts (organization_id, fired_at, id);
CREATE INDEX error_alerts_project_idx ON error_alerts (organization_id, project_id, fired_at, id);
CREATE INDEX error_alerts_rule_idx ON error_alerts (organization_id, project_id, rule_id, fired_at, id);
CREATE INDEX error_alerts_error_idx ON error_alerts (organization_id, error_id, fired_at, id)
  WHERE error_id IS NOT NULL;

-- How far thresholds have been evaluated, in one row. Its lock lets one process evaluate at a time.
CREATE TABLE error_alert_evaluation (
  is_only boolean PRIMARY KEY DEFAULT true CHECK (is_only),
  evaluated_until timestamptz(3) NOT NULL
);
