-- What lists are read by in large organizations, and what deletions find the rows by that go with a row.
-- allow explicit-lock: requests wait once for all tables instead of holding one lock while they wait for the next.
-- allow blocking-index: the tables are locked already; docs/UPGRADING.md says to choose a quiet hour.
-- allow removal: the constraint gets the organization as its first column, and release 2.0.0 does not name it.
-- allow table-rewrite: projects are few beside their tasks, and the lock on them is held already.
-- All locks at once, and in the order of requests: a request that waits for one of them never holds another for long.
LOCK TABLE users, organization_members, invitations, api_keys, sessions, projects, project_members, labels, tasks,
  task_labels, task_history, task_dependencies, comments, imports, audit_log, idempotency_keys IN ACCESS EXCLUSIVE
  MODE;

-- People first: the same index then serves lists of an organization's tasks and the deletion of an account.
DROP INDEX tasks_assignee_id_idx;
CREATE INDEX tasks_assignee_id_idx ON tasks (assignee_id, organization_id, created_at, id)
  WHERE assignee_id IS NOT NULL;
DROP INDEX tasks_created_by_id_idx;
CREATE INDEX tasks_created_by_id_idx ON tasks (created_by_id, organization_id, created_at, id)
  WHERE created_by_id IS NOT NULL;

CREATE INDEX task_history_actor_id_idx ON task_history (actor_id) WHERE actor_id IS NOT NULL;
CREATE INDEX comments_author_id_idx ON comments (author_id) WHERE author_id IS NOT NULL;
CREATE INDEX task_dependencies_created_by_id_idx ON task_dependencies (created_by_id) WHERE created_by_id IS NOT NULL;
CREATE INDEX projects_created_by_id_idx ON projects (created_by_id) WHERE created_by_id IS NOT NULL;
CREATE INDEX imports_created_by_id_idx ON imports (created_by_id) WHERE created_by_id IS NOT NULL;
CREATE INDEX invitations_invited_by_id_idx ON invitations (invited_by_id) WHERE invited_by_id IS NOT NULL;
CREATE INDEX sessions_last_project_id_idx ON sessions (last_project_id) WHERE last_project_id IS NOT NULL;

-- The organization first, for its deletion.
ALTER TABLE task_history DROP CONSTRAINT task_history_version_key;
ALTER TABLE task_history ADD CONSTRAINT task_history_version_key UNIQUE (organization_id, task_id, version);
CREATE INDEX task_labels_organization_id_idx ON task_labels (organization_id);
CREATE INDEX idempotency_keys_organization_id_idx ON idempotency_keys (organization_id)
  WHERE organization_id IS NOT NULL;

-- The orders of lists.
CREATE INDEX api_keys_created_at_idx ON api_keys (organization_id, created_at, id);
CREATE INDEX api_keys_name_idx ON api_keys (organization_id, name, id);
CREATE INDEX labels_name_idx ON labels (organization_id, project_id, name, id);
CREATE INDEX organization_members_created_at_idx ON organization_members (organization_id, created_at, user_id);
CREATE INDEX project_members_created_at_idx ON project_members (organization_id, project_id, created_at, user_id);
-- Rare among many.
CREATE INDEX users_operators_idx ON users (created_at, id) WHERE is_operator;
CREATE INDEX users_deactivated_idx ON users (created_at, id) WHERE deactivated_at IS NOT NULL;

-- Everything that one request did.
CREATE INDEX audit_log_request_id_idx ON audit_log (organization_id, request_id);
-- The installation's own log: "is null" is no equality by which an index that begins with the organization keeps its order.
CREATE INDEX audit_log_installation_idx ON audit_log (created_at, id) WHERE organization_id IS NULL;

-- As tasks have it: the text of a project is read once, when it changes, and not by each search.
ALTER TABLE projects ADD COLUMN search tsvector NOT NULL GENERATED ALWAYS AS
  (to_tsvector('english', key || ' ' || name || ' ' || coalesce(description, ''))) STORED;
CREATE INDEX projects_search_idx ON projects USING gin (search);
