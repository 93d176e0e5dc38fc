-- Everything that an imported task is known by: the id that lasts, and the names that can change.
-- allow explicit-lock: requests wait once for all tables instead of holding one lock while they wait for the next.
-- allow whole-table-change: only labels, tasks and comments that were imported change, and their tables are locked.
-- All locks at once, and in the order of requests: a request that waits for one of them never holds another for long.
LOCK TABLE labels, tasks, comments, imports IN ACCESS EXCLUSIVE MODE;
CREATE TABLE task_import_ids (
  organization_id uuid NOT NULL,
  project_id uuid NOT NULL,
  external_id text NOT NULL,
  task_id uuid NOT NULL,
  -- At most one of a task lasts for ever; the others can come to stand for another record of the source.
  is_lasting boolean NOT NULL,
  PRIMARY KEY (project_id, external_id),
  FOREIGN KEY (organization_id, project_id, task_id) REFERENCES tasks (organization_id, project_id, id) ON DELETE CASCADE
);
CREATE INDEX task_import_ids_task_id_idx ON task_import_ids (task_id);

-- Labels of an archive were known by the name of the repository, which can change.
UPDATE labels AS l SET external_id = n.external_id
  FROM (SELECT DISTINCT ON (project_id, external_id) id, external_id
          FROM (SELECT id, project_id, created_at,
                       regexp_replace(external_id, '^github:[^:]*/[^:]*:', 'github:label:') AS external_id
                  FROM labels WHERE external_id ~ '^github:[^:]*/[^:]*:') AS renamed
         ORDER BY project_id, external_id, created_at, id) AS n
 WHERE n.id = l.id;

-- What an import knows of a record says now who works on it, and what it refuses on which line that stood.
UPDATE tasks SET origin = origin || '{"assignees": []}' WHERE origin IS NOT NULL;
UPDATE comments SET origin = origin || '{"assignees": []}' WHERE origin IS NOT NULL;
UPDATE imports SET refused = (SELECT jsonb_agg('{"line": null}' || refusal ORDER BY place)
                                FROM jsonb_array_elements(refused) WITH ORDINALITY AS r (refusal, place))
 WHERE refused <> '[]';
