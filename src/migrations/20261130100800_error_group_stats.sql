-- As for tasks: a project lies in one organization. Without this the planner expects no rows of a project, and reads all of
-- its errors to find those of a release.
CREATE STATISTICS error_groups_tenant_stats (ndistinct, dependencies) ON organization_id, project_id FROM error_groups;
