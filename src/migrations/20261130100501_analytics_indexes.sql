-- transaction: none
-- What figures about tasks are read from, without the tables: tasks are wide, and an organization may have 200,000.
DROP INDEX CONCURRENTLY IF EXISTS tasks_figures_idx;
CREATE INDEX CONCURRENTLY tasks_figures_idx ON tasks (organization_id, created_at)
  INCLUDE (id, project_id, milestone_id, status, type, priority, assignee_id, completed_at);
-- Each move of a task to another status, in the order of time.
DROP INDEX CONCURRENTLY IF EXISTS task_history_moves_idx;
CREATE INDEX CONCURRENTLY task_history_moves_idx ON task_history (organization_id, created_at)
  INCLUDE (task_id, project_id, changes) WHERE action = 'transitioned';
-- When a task was first in progress.
DROP INDEX CONCURRENTLY IF EXISTS task_history_starts_idx;
CREATE INDEX CONCURRENTLY task_history_starts_idx ON task_history (organization_id, task_id, created_at)
  INCLUDE (project_id) WHERE action = 'transitioned' AND changes -> 0 ->> 'to' = 'in_progress';
