-- What fails inside Architect, and when it works again. Of the installation, not of an organization: only operators see it.
CREATE TABLE incidents (
  id uuid PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('job', 'outbox', 'mail', 'contract', 'request', 'dependency', 'worker', 'background',
    'process')),
  service text NOT NULL CHECK (char_length(service) BETWEEN 1 AND 100),
  title text NOT NULL CHECK (char_length(title) BETWEEN 1 AND 200),
  message text CHECK (char_length(message) <= 2000),
  status text NOT NULL CHECK (status IN ('open', 'closed')),
  occurrence_count bigint NOT NULL CHECK (occurrence_count > 0),
  -- A group of the installation's error log. It may be deleted there, so there is no foreign key.
  error_id uuid,
  opened_at timestamptz(3) NOT NULL,
  last_seen_at timestamptz(3) NOT NULL,
  closed_at timestamptz(3),
  escalation_count integer NOT NULL DEFAULT 0 CHECK (escalation_count >= 0),
  escalated_at timestamptz(3),
  -- When operators are to be told by mail; null while there is nothing to tell.
  next_mail_at timestamptz(3),
  version integer NOT NULL DEFAULT 1 CHECK (version > 0),
  created_at timestamptz(3) NOT NULL,
  updated_at timestamptz(3) NOT NULL,
  CHECK ((status = 'closed') = (closed_at IS NOT NULL))
);
-- One incident for each part that fails, however many processes notice it.
CREATE UNIQUE INDEX incidents_open_key ON incidents (kind, service) WHERE status = 'open';
CREATE INDEX incidents_closed_idx ON incidents (kind, service, closed_at) WHERE status = 'closed';
CREATE INDEX incidents_opened_at_idx ON incidents (opened_at, id);
CREATE INDEX incidents_last_seen_at_idx ON incidents (last_seen_at, id);
CREATE INDEX incidents_next_mail_at_idx ON incidents (next_mail_at) WHERE next_mail_at IS NOT NULL;

-- The installation's own error log is an organization with one project. Operators are its admins.
INSERT INTO organizations (id, name, slug, created_at, updated_at)
SELECT '00000000-0000-7000-8000-000000000001', 'Architect',
       CASE WHEN EXISTS (SELECT FROM organizations WHERE slug = 'architect') THEN 'architect-installation' ELSE 'architect' END,
       now(), now();
INSERT INTO projects (id, organization_id, key, name, description, visibility, created_at, updated_at)
VALUES ('00000000-0000-7000-8000-000000000002', '00000000-0000-7000-8000-000000000001', 'ERRORS', 'Errors of Architect',
        'What fails inside this installation. Incidents refer to it.', 'organization', now(), now());
INSERT INTO organization_members (organization_id, user_id, role, created_at, updated_at)
SELECT '00000000-0000-7000-8000-000000000001', id, 'admin', now(), now() FROM users WHERE is_operator;
