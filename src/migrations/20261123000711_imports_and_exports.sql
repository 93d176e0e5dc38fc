-- allow blocking-index: comments wait while the index is built; docs/UPGRADING.md says to choose a quiet hour.
-- allow whole-table-change: imports has a row per uploaded archive, of which a project has few.
-- An export reads what was said in a project in the order in which it was said.
CREATE INDEX comments_project_id_idx ON comments (organization_id, project_id, created_at, id);

-- Imports count more kinds of records than they did.
UPDATE imports
   SET counts = '{"milestones":{"created":0,"unchanged":0,"refused":0},"tasks":{"created":0,"unchanged":0,"refused":0},
                  "dependencies":{"created":0,"unchanged":0,"refused":0}}' || counts;
