-- Which task waits for which. No circles: the service checks that under a lock of the organization.
CREATE TABLE task_dependencies (
  id uuid PRIMARY KEY,
  organization_id uuid NOT NULL,
  project_id uuid NOT NULL,
  task_id uuid NOT NULL,
  blocking_project_id uuid NOT NULL,
  blocking_task_id uuid NOT NULL,
  created_by_id uuid REFERENCES users (id) ON DELETE SET NULL,
  created_at timestamptz(3) NOT NULL,
  CONSTRAINT task_dependencies_pair_key UNIQUE (task_id, blocking_task_id),
  CONSTRAINT task_dependencies_self_check CHECK (task_id <> blocking_task_id),
  FOREIGN KEY (organization_id, project_id, task_id)
    REFERENCES tasks (organization_id, project_id, id) ON DELETE CASCADE,
  FOREIGN KEY (organization_id, blocking_project_id, blocking_task_id)
    REFERENCES tasks (organization_id, project_id, id) ON DELETE CASCADE
);
CREATE INDEX task_dependencies_task_id_idx ON task_dependencies (organization_id, task_id, created_at, id);
CREATE INDEX task_dependencies_blocking_task_id_idx
  ON task_dependencies (organization_id, blocking_task_id, created_at, id);
-- For the export, and for deleting a project.
CREATE INDEX task_dependencies_project_id_idx ON task_dependencies (organization_id, project_id, created_at, id);
CREATE INDEX task_dependencies_blocking_project_id_idx ON task_dependencies (organization_id, blocking_project_id);
