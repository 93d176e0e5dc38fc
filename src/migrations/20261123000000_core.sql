-- Who and what: users, organizations, credentials, projects, labels, tasks, comments, imports.
-- Every tenant table carries organization_id, and composite foreign keys keep a row and what it refers to in one
-- organization. Times come from the application's clock, so no column has a default of now().

CREATE TABLE users (
  id uuid PRIMARY KEY,
  email text NOT NULL CHECK (email = lower(email) AND char_length(email) BETWEEN 3 AND 254),
  name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 100),
  password_hash text,
  is_operator boolean NOT NULL DEFAULT false,
  email_verified_at timestamptz(3),
  home_organization_id uuid,
  version integer NOT NULL DEFAULT 1 CHECK (version > 0),
  created_at timestamptz(3) NOT NULL,
  updated_at timestamptz(3) NOT NULL,
  CONSTRAINT users_email_key UNIQUE (email)
);

CREATE TABLE organizations (
  id uuid PRIMARY KEY,
  name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 100),
  slug text NOT NULL CHECK (slug ~ '^[a-z0-9]([a-z0-9-]{0,46}[a-z0-9])?$'),
  version integer NOT NULL DEFAULT 1 CHECK (version > 0),
  created_at timestamptz(3) NOT NULL,
  updated_at timestamptz(3) NOT NULL,
  CONSTRAINT organizations_slug_key UNIQUE (slug)
);

ALTER TABLE users ADD CONSTRAINT users_home_organization_id_fkey
  FOREIGN KEY (home_organization_id) REFERENCES organizations (id) ON DELETE SET NULL DEFERRABLE;

CREATE TABLE organization_members (
  organization_id uuid NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
  user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  role text NOT NULL CHECK (role IN ('owner', 'admin', 'member', 'viewer')),
  version integer NOT NULL DEFAULT 1 CHECK (version > 0),
  created_at timestamptz(3) NOT NULL,
  updated_at timestamptz(3) NOT NULL,
  PRIMARY KEY (organization_id, user_id)
);
CREATE INDEX organization_members_user_id_idx ON organization_members (user_id, organization_id);

-- Single-use secrets that travel by mail; only their SHA-256 is kept.
CREATE TABLE one_time_tokens (
  token_hash bytea PRIMARY KEY CHECK (octet_length(token_hash) = 32),
  user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  purpose text NOT NULL CHECK (purpose IN ('email_verification', 'password_reset')),
  expires_at timestamptz(3) NOT NULL,
  used_at timestamptz(3),
  created_at timestamptz(3) NOT NULL
);
CREATE INDEX one_time_tokens_user_id_idx ON one_time_tokens (user_id, purpose);
CREATE INDEX one_time_tokens_expires_at_idx ON one_time_tokens (expires_at);

-- Failed log-ins, by account and by address; they slow down, they never lock out for good.
CREATE TABLE login_throttles (
  subject text PRIMARY KEY,
  failures integer NOT NULL CHECK (failures > 0),
  blocked_until timestamptz(3) NOT NULL,
  updated_at timestamptz(3) NOT NULL
);

CREATE TABLE sessions (
  id uuid PRIMARY KEY,
  user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  token_hash bytea NOT NULL CHECK (octet_length(token_hash) = 32),
  organization_id uuid REFERENCES organizations (id) ON DELETE SET NULL,
  last_project_id uuid,
  address text NOT NULL,
  user_agent text,
  created_at timestamptz(3) NOT NULL,
  last_active_at timestamptz(3) NOT NULL,
  expires_at timestamptz(3) NOT NULL,
  CONSTRAINT sessions_token_hash_key UNIQUE (token_hash)
);
CREATE INDEX sessions_user_id_idx ON sessions (user_id, created_at, id);
CREATE INDEX sessions_expires_at_idx ON sessions (expires_at);

CREATE TABLE api_keys (
  id uuid PRIMARY KEY,
  organization_id uuid NOT NULL,
  user_id uuid NOT NULL,
  name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 100),
  hint text NOT NULL,
  token_hash bytea NOT NULL CHECK (octet_length(token_hash) = 32),
  scopes text[] NOT NULL CHECK (cardinality(scopes) > 0),
  expires_at timestamptz(3),
  last_used_at timestamptz(3),
  version integer NOT NULL DEFAULT 1 CHECK (version > 0),
  created_at timestamptz(3) NOT NULL,
  updated_at timestamptz(3) NOT NULL,
  CONSTRAINT api_keys_token_hash_key UNIQUE (token_hash),
  -- A key ends with its owner's membership.
  FOREIGN KEY (organization_id, user_id) REFERENCES organization_members (organization_id, user_id) ON DELETE CASCADE
);
CREATE INDEX api_keys_list_idx ON api_keys (organization_id, user_id, created_at, id);

CREATE TABLE projects (
  id uuid PRIMARY KEY,
  organization_id uuid NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
  key text NOT NULL CHECK (key ~ '^[A-Z][A-Z0-9]{1,9}$'),
  name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 100),
  description text CHECK (char_length(description) <= 10000),
  visibility text NOT NULL CHECK (visibility IN ('organization', 'private')),
  archived_at timestamptz(3),
  created_by_id uuid REFERENCES users (id) ON DELETE SET NULL,
  -- The highest task number given out; not on the wire, and no reason to count up the version.
  last_task_number integer NOT NULL DEFAULT 0 CHECK (last_task_number >= 0),
  version integer NOT NULL DEFAULT 1 CHECK (version > 0),
  created_at timestamptz(3) NOT NULL,
  updated_at timestamptz(3) NOT NULL,
  CONSTRAINT projects_key_key UNIQUE (organization_id, key),
  CONSTRAINT projects_tenant_key UNIQUE (organization_id, id)
);
CREATE INDEX projects_list_idx ON projects (organization_id, created_at, id);
CREATE INDEX projects_name_idx ON projects (organization_id, name, id);

ALTER TABLE sessions ADD CONSTRAINT sessions_last_project_id_fkey
  FOREIGN KEY (last_project_id) REFERENCES projects (id) ON DELETE SET NULL;

CREATE TABLE project_members (
  organization_id uuid NOT NULL,
  project_id uuid NOT NULL,
  user_id uuid NOT NULL,
  role text NOT NULL CHECK (role IN ('lead', 'contributor', 'viewer')),
  version integer NOT NULL DEFAULT 1 CHECK (version > 0),
  created_at timestamptz(3) NOT NULL,
  updated_at timestamptz(3) NOT NULL,
  PRIMARY KEY (project_id, user_id),
  FOREIGN KEY (organization_id, project_id) REFERENCES projects (organization_id, id) ON DELETE CASCADE,
  FOREIGN KEY (organization_id, user_id) REFERENCES organization_members (organization_id, user_id) ON DELETE CASCADE
);
CREATE INDEX project_members_user_id_idx ON project_members (organization_id, user_id, project_id);

CREATE TABLE labels (
  id uuid PRIMARY KEY,
  organization_id uuid NOT NULL,
  project_id uuid NOT NULL,
  name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 50),
  color text NOT NULL CHECK (color ~ '^#[0-9a-f]{6}$'),
  description text CHECK (char_length(description) <= 500),
  external_id text,
  version integer NOT NULL DEFAULT 1 CHECK (version > 0),
  created_at timestamptz(3) NOT NULL,
  updated_at timestamptz(3) NOT NULL,
  CONSTRAINT labels_tenant_key UNIQUE (organization_id, project_id, id),
  CONSTRAINT labels_external_id_key UNIQUE (project_id, external_id),
  FOREIGN KEY (organization_id, project_id) REFERENCES projects (organization_id, id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX labels_name_key ON labels (project_id, lower(name));
CREATE INDEX labels_list_idx ON labels (organization_id, project_id, created_at, id);

CREATE TABLE tasks (
  id uuid PRIMARY KEY,
  organization_id uuid NOT NULL,
  project_id uuid NOT NULL,
  number integer NOT NULL CHECK (number > 0),
  key text NOT NULL,
  title text NOT NULL CHECK (char_length(title) BETWEEN 1 AND 256),
  description text CHECK (char_length(description) <= 100000),
  type text NOT NULL CHECK (type IN ('task', 'bug', 'feature')),
  status text NOT NULL CHECK (status IN ('backlog', 'todo', 'in_progress', 'in_review', 'done', 'cancelled')),
  priority text NOT NULL CHECK (priority IN ('none', 'low', 'medium', 'high', 'urgent')),
  -- For ORDER BY: the enum's own order, not the alphabet's.
  priority_rank smallint NOT NULL GENERATED ALWAYS AS
    (CASE priority WHEN 'urgent' THEN 4 WHEN 'high' THEN 3 WHEN 'medium' THEN 2 WHEN 'low' THEN 1 ELSE 0 END) STORED,
  assignee_id uuid REFERENCES users (id) ON DELETE SET NULL,
  due_on date,
  created_by_id uuid REFERENCES users (id) ON DELETE SET NULL,
  completed_at timestamptz(3),
  -- What an import knows of the record: its id there, its address, its author.
  external_id text,
  origin jsonb,
  version integer NOT NULL DEFAULT 1 CHECK (version > 0),
  created_at timestamptz(3) NOT NULL,
  updated_at timestamptz(3) NOT NULL,
  search tsvector NOT NULL GENERATED ALWAYS AS
    (to_tsvector('english', key || ' ' || title || ' ' || coalesce(description, ''))) STORED,
  CONSTRAINT tasks_number_key UNIQUE (project_id, number),
  CONSTRAINT tasks_tenant_key UNIQUE (organization_id, project_id, id),
  CONSTRAINT tasks_external_id_key UNIQUE (project_id, external_id),
  FOREIGN KEY (organization_id, project_id) REFERENCES projects (organization_id, id) ON DELETE CASCADE
);
CREATE INDEX tasks_project_created_at_idx ON tasks (organization_id, project_id, created_at, id);
CREATE INDEX tasks_project_updated_at_idx ON tasks (organization_id, project_id, updated_at, id);
CREATE INDEX tasks_project_status_idx ON tasks (organization_id, project_id, status, created_at, id);
CREATE INDEX tasks_created_at_idx ON tasks (organization_id, created_at, id);
CREATE INDEX tasks_updated_at_idx ON tasks (organization_id, updated_at, id);
CREATE INDEX tasks_assignee_id_idx ON tasks (organization_id, assignee_id, created_at, id) WHERE assignee_id IS NOT NULL;
CREATE INDEX tasks_due_on_idx ON tasks (organization_id, due_on, id) WHERE due_on IS NOT NULL;
CREATE INDEX tasks_search_idx ON tasks USING gin (search);

CREATE TABLE task_labels (
  organization_id uuid NOT NULL,
  project_id uuid NOT NULL,
  task_id uuid NOT NULL,
  label_id uuid NOT NULL,
  PRIMARY KEY (task_id, label_id),
  FOREIGN KEY (organization_id, project_id, task_id) REFERENCES tasks (organization_id, project_id, id) ON DELETE CASCADE,
  -- No cascade: a label leaves its tasks through their history, not behind it. Checked at commit, so that a whole
  -- project can go at once.
  CONSTRAINT task_labels_label_fkey FOREIGN KEY (organization_id, project_id, label_id)
    REFERENCES labels (organization_id, project_id, id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX task_labels_label_id_idx ON task_labels (label_id, task_id);

-- Gapless: one entry per version of a task.
CREATE TABLE task_history (
  id uuid PRIMARY KEY,
  organization_id uuid NOT NULL,
  project_id uuid NOT NULL,
  task_id uuid NOT NULL,
  version integer NOT NULL CHECK (version > 0),
  action text NOT NULL CHECK (action IN ('created', 'updated', 'transitioned', 'imported')),
  actor_id uuid REFERENCES users (id) ON DELETE SET NULL,
  changes jsonb NOT NULL,
  comment text CHECK (char_length(comment) <= 2000),
  created_at timestamptz(3) NOT NULL,
  CONSTRAINT task_history_version_key UNIQUE (task_id, version),
  FOREIGN KEY (organization_id, project_id, task_id) REFERENCES tasks (organization_id, project_id, id) ON DELETE CASCADE
);

CREATE TABLE comments (
  id uuid PRIMARY KEY,
  organization_id uuid NOT NULL,
  project_id uuid NOT NULL,
  task_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('comment', 'review', 'review_comment')),
  body text NOT NULL CHECK (char_length(body) <= 100000),
  author_id uuid REFERENCES users (id) ON DELETE SET NULL,
  -- The review that a review comment belongs to.
  parent_id uuid REFERENCES comments (id) ON DELETE CASCADE,
  external_id text,
  origin jsonb,
  version integer NOT NULL DEFAULT 1 CHECK (version > 0),
  created_at timestamptz(3) NOT NULL,
  updated_at timestamptz(3) NOT NULL,
  CONSTRAINT comments_external_id_key UNIQUE (task_id, external_id),
  FOREIGN KEY (organization_id, project_id, task_id) REFERENCES tasks (organization_id, project_id, id) ON DELETE CASCADE
);
CREATE INDEX comments_list_idx ON comments (organization_id, task_id, created_at, id);
CREATE INDEX comments_parent_id_idx ON comments (parent_id) WHERE parent_id IS NOT NULL;

CREATE TABLE imports (
  id uuid PRIMARY KEY,
  organization_id uuid NOT NULL,
  project_id uuid NOT NULL,
  source text NOT NULL CHECK (source IN ('github_archive', 'csv', 'ndjson')),
  status text NOT NULL CHECK (status IN ('queued', 'running', 'completed', 'failed', 'cancelled')),
  -- Records read so far and in all; the job goes on from records_done after a crash.
  records_done integer NOT NULL DEFAULT 0 CHECK (records_done >= 0),
  records_total integer CHECK (records_total >= records_done),
  counts jsonb NOT NULL,
  refused jsonb NOT NULL DEFAULT '[]',
  failure text,
  created_by_id uuid REFERENCES users (id) ON DELETE SET NULL,
  started_at timestamptz(3),
  finished_at timestamptz(3),
  version integer NOT NULL DEFAULT 1 CHECK (version > 0),
  created_at timestamptz(3) NOT NULL,
  updated_at timestamptz(3) NOT NULL,
  FOREIGN KEY (organization_id, project_id) REFERENCES projects (organization_id, id) ON DELETE CASCADE
);
CREATE INDEX imports_list_idx ON imports (organization_id, project_id, created_at, id);

-- The uploaded bytes, dropped when the import has ended.
CREATE TABLE import_uploads (
  import_id uuid PRIMARY KEY REFERENCES imports (id) ON DELETE CASCADE,
  content bytea NOT NULL
);

-- Stored replies of keyed POSTs, written in the transaction of their effect.
CREATE TABLE idempotency_keys (
  principal_id uuid NOT NULL,
  operation text NOT NULL,
  key text NOT NULL,
  fingerprint bytea NOT NULL CHECK (octet_length(fingerprint) = 32),
  status smallint NOT NULL,
  headers jsonb NOT NULL,
  body bytea,
  is_encrypted boolean NOT NULL,
  created_at timestamptz(3) NOT NULL,
  PRIMARY KEY (principal_id, operation, key)
);
CREATE INDEX idempotency_keys_created_at_idx ON idempotency_keys (created_at);
