-- The health of releases. A release is known by what its programs report, be it errors or sessions.
ALTER TABLE error_releases ADD COLUMN id uuid NOT NULL DEFAULT gen_random_uuid();
ALTER TABLE error_releases ALTER COLUMN id DROP DEFAULT;
CREATE INDEX error_releases_first_seen_at_idx ON error_releases (organization_id, project_id, first_seen_at, id);

-- Where a release runs ('' for reports that name no environment), and how many errors were reported there. The rows change
-- with each report, so they must have room beside them. They refer to the project and not to the release, because a report
-- must not fail if a sweep deletes the release meanwhile.
CREATE TABLE release_environments (
  organization_id uuid NOT NULL,
  project_id uuid NOT NULL,
  release text NOT NULL,
  environment text NOT NULL,
  occurrence_count bigint NOT NULL DEFAULT 0 CHECK (occurrence_count >= 0),
  -- Of the errors; null if only sessions were reported.
  last_occurred_at timestamptz(3),
  PRIMARY KEY (organization_id, project_id, release, environment),
  FOREIGN KEY (organization_id, project_id) REFERENCES projects (organization_id, id) ON DELETE CASCADE
) WITH (fillfactor = 70);
CREATE INDEX release_environments_environment_idx
  ON release_environments (organization_id, project_id, environment, release);

CREATE INDEX release_sessions_release_idx ON release_sessions (organization_id, project_id, release, environment, bucket);
CREATE INDEX error_groups_first_release_idx ON error_groups (organization_id, project_id, first_release)
  WHERE first_release IS NOT NULL;
