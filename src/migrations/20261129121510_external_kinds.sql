-- Imported issues and pull requests apart, newest first.
-- allow blocking-index: only imported tasks are in the index, and tasks was rewritten in the same run.
CREATE INDEX tasks_external_kind_idx ON tasks (organization_id, (origin ->> 'kind'), created_at, id)
  WHERE origin IS NOT NULL;
