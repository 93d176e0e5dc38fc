-- A project lies in one organization, which the planner cannot know: it takes the two conditions for independent and
-- expects a hundredth of the rows that come, and then prefers sorting and nested loops to the index of the order.
CREATE STATISTICS tasks_tenant_stats (ndistinct, dependencies) ON organization_id, project_id FROM tasks;
