-- Sessions of a team's programs, counted by the hour in which they began. Healthy ones are not stored one by one.
CREATE TABLE release_sessions (
  organization_id uuid NOT NULL,
  project_id uuid NOT NULL,
  release text NOT NULL,
  environment text NOT NULL,
  bucket timestamptz(3) NOT NULL,
  started integer NOT NULL DEFAULT 0,
  errored integer NOT NULL DEFAULT 0,
  abnormal integer NOT NULL DEFAULT 0,
  crashed integer NOT NULL DEFAULT 0,
  PRIMARY KEY (organization_id, project_id, bucket, release, environment),
  FOREIGN KEY (organization_id, project_id) REFERENCES projects (organization_id, id) ON DELETE CASCADE
);

-- A session is reported several times. Those with a bad outcome are remembered for a week, so that each counts once.
CREATE TABLE bad_sessions (
  organization_id uuid NOT NULL,
  project_id uuid NOT NULL,
  session_id uuid NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('errored', 'abnormal', 'crashed')),
  seen_at timestamptz(3) NOT NULL,
  PRIMARY KEY (organization_id, project_id, session_id),
  FOREIGN KEY (organization_id, project_id) REFERENCES projects (organization_id, id) ON DELETE CASCADE
);
CREATE INDEX bad_sessions_seen_at_idx ON bad_sessions (seen_at);
