-- allow explicit-lock: requests wait once for both tables instead of holding one lock while they wait for the next.
-- allow whole-table-change: only names that were different before and are equal now change, which is rare.
-- allow removal: the indexes get the same names again, by which release 2.0.0 recognizes a name that is taken.
-- allow blocking-index: a project has few labels and milestones, and both tables are locked already.
-- All locks at once, and in the order of requests: a request that waits for one of them never holds another for long.
LOCK TABLE labels, milestones IN ACCESS EXCLUSIVE MODE;

-- Names of labels and milestones are compared by this function and by nothing else: whatever the case, the spaces around
-- and between words, and the Unicode form. Two sides that each fold in their own way disagree about İ, final sigma and
-- ligatures. lower() alone leaves final sigma apart.
CREATE FUNCTION name_key(name text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN translate(lower(btrim(regexp_replace(normalize(name, NFKC), '\s+', ' ', 'g'))), 'ς', 'σ');

-- Names that were different before and are the same now: all but the oldest get the end of their id.
UPDATE labels AS l SET name = left(l.name, 37) || ' ' || right(l.id::text, 12), version = l.version + 1
  FROM (SELECT id, row_number() OVER (PARTITION BY project_id, name_key(name) ORDER BY created_at, id) AS place FROM labels) AS n
 WHERE n.id = l.id AND n.place > 1;
UPDATE milestones AS s SET name = left(s.name, 87) || ' ' || right(s.id::text, 12), version = s.version + 1
  FROM (SELECT id, row_number() OVER (PARTITION BY project_id, name_key(name) ORDER BY created_at, id) AS place
          FROM milestones) AS n
 WHERE n.id = s.id AND n.place > 1;

DROP INDEX labels_name_key;
CREATE UNIQUE INDEX labels_name_key ON labels (project_id, name_key(name));
DROP INDEX milestones_name_key;
CREATE UNIQUE INDEX milestones_name_key ON milestones (project_id, name_key(name));
