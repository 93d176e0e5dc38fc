-- What the audit log and the activity feed are read by. Writers pay for each index with every change, so there are only
-- those without which a list would read past what it does not show.
-- allow blocking-index: changes wait while the indexes are built; docs/UPGRADING.md says to choose a quiet hour.

CREATE INDEX audit_log_created_at_idx ON audit_log (organization_id, created_at, id);
CREATE INDEX audit_log_resource_idx ON audit_log (organization_id, resource_id, created_at, id)
  WHERE resource_id IS NOT NULL;

-- The feed of one project; that of the organization has events_created_at_idx.
CREATE INDEX events_project_idx ON events (organization_id, project_id, created_at, id) WHERE project_id IS NOT NULL;
