-- Imported issues and pull requests apart, newest first.
CREATE INDEX tasks_external_kind_idx ON tasks (organization_id, (origin ->> 'kind'), created_at, id)
  WHERE origin IS NOT NULL;
