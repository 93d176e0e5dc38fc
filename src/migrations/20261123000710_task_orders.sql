-- The orders of lists of tasks: read from an index, in both directions, in a project and across projects.
-- allow blocking-index: changes of tasks wait meanwhile; docs/UPGRADING.md says to choose a quiet hour.
DROP INDEX tasks_due_on_idx;
CREATE INDEX tasks_due_on_idx ON tasks (organization_id, due_on, id);
CREATE INDEX tasks_project_due_on_idx ON tasks (organization_id, project_id, due_on, id);
CREATE INDEX tasks_priority_idx ON tasks (organization_id, priority_rank, id);
CREATE INDEX tasks_project_priority_idx ON tasks (organization_id, project_id, priority_rank, id);
CREATE INDEX tasks_title_idx ON tasks (organization_id, title, id);
CREATE INDEX tasks_created_by_id_idx ON tasks (organization_id, created_by_id, created_at, id)
  WHERE created_by_id IS NOT NULL;
