-- How many tasks were imported as what: without this the planner expects few of each kind, and sorts them all.
CREATE STATISTICS tasks_external_kind_stats ON (origin ->> 'kind') FROM tasks;
