-- What error_counts says of whole organizations, added up by quarter of an hour, so that their figures read thousands of rows
-- and not one per error and quarter.
CREATE TABLE error_quarters (
  organization_id uuid NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
  bucket timestamptz(3) NOT NULL,
  environment text NOT NULL,
  level text NOT NULL,
  count bigint NOT NULL,
  PRIMARY KEY (organization_id, bucket, environment, level)
);

-- Until when they have been added up, in one row. Whoever changes counts of before holds a lock of it.
CREATE TABLE error_quarters_cursor (
  is_only boolean PRIMARY KEY DEFAULT true CHECK (is_only),
  added_until timestamptz(3) NOT NULL
);
INSERT INTO error_quarters_cursor (added_until) VALUES ('2000-01-01T00:00:00Z');

-- Takes the counts of errors, which are about to be deleted, from those of their organization.
CREATE FUNCTION uncount_errors(organization uuid, errors uuid[]) RETURNS void
LANGUAGE sql AS $$
  WITH cursor AS (
    SELECT added_until FROM error_quarters_cursor WHERE is_only FOR SHARE
  )
  INSERT INTO error_quarters AS q (organization_id, bucket, environment, level, count)
  SELECT c.organization_id, date_bin('15 minutes', c.bucket, '2000-01-01T00:00:00Z') AS quarter, c.environment, g.level,
         -sum(c.count)
    FROM cursor
    JOIN error_counts c ON c.organization_id = organization AND c.error_id = ANY (errors) AND c.bucket < cursor.added_until
    JOIN error_groups g ON g.organization_id = organization AND g.id = c.error_id
   GROUP BY c.organization_id, quarter, c.environment, g.level
   ORDER BY c.organization_id, quarter, c.environment, g.level
  ON CONFLICT (organization_id, bucket, environment, level) DO UPDATE SET count = q.count + excluded.count
$$;

-- A project is deleted with its errors and their counts.
CREATE FUNCTION uncount_errors_of_project() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM uncount_errors(OLD.organization_id,
    ARRAY(SELECT id FROM error_groups WHERE organization_id = OLD.organization_id AND project_id = OLD.id));
  RETURN OLD;
END
$$;
CREATE TRIGGER projects_uncount_errors BEFORE DELETE ON projects
  FOR EACH ROW EXECUTE FUNCTION uncount_errors_of_project();
