-- Projects by their last change, as listProjects orders them.
CREATE INDEX projects_updated_at_idx ON projects (organization_id, updated_at, id);
