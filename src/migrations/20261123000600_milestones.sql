-- Points on the way of a project, and the tasks that belong to them.
CREATE TABLE milestones (
  id uuid PRIMARY KEY,
  organization_id uuid NOT NULL,
  project_id uuid NOT NULL,
  name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 100),
  description text CHECK (char_length(description) <= 10000),
  due_on date,
  state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'closed')),
  closed_at timestamptz(3),
  version integer NOT NULL DEFAULT 1 CHECK (version > 0),
  created_at timestamptz(3) NOT NULL,
  updated_at timestamptz(3) NOT NULL,
  CONSTRAINT milestones_tenant_key UNIQUE (organization_id, project_id, id),
  CONSTRAINT milestones_closed_at_check CHECK ((state = 'closed') = (closed_at IS NOT NULL)),
  FOREIGN KEY (organization_id, project_id) REFERENCES projects (organization_id, id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX milestones_name_key ON milestones (project_id, lower(name));
CREATE INDEX milestones_due_on_idx ON milestones (organization_id, project_id, due_on, id);
CREATE INDEX milestones_created_at_idx ON milestones (organization_id, project_id, created_at, id);
CREATE INDEX milestones_name_idx ON milestones (organization_id, project_id, name, id);

ALTER TABLE tasks ADD COLUMN milestone_id uuid;
-- No cascade: a milestone leaves its tasks through their history, not behind it. Checked at commit, so that a whole
-- project can go at once.
ALTER TABLE tasks ADD CONSTRAINT tasks_milestone_fkey FOREIGN KEY (organization_id, project_id, milestone_id)
  REFERENCES milestones (organization_id, project_id, id) DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX tasks_milestone_id_idx ON tasks (organization_id, milestone_id, created_at, id)
  WHERE milestone_id IS NOT NULL;
