// The statements of the peers that use pg. Every one is named, so that a connection prepares it once.

const taskColumns = `t.id, t.organization_id, t.project_id, t.number, t.key, t.title, t.description, t.type, t.status,
  t.priority, t.assignee_id, t.due_on, t.milestone_id,
  ARRAY (SELECT tl.label_id FROM task_labels tl WHERE tl.task_id = t.id ORDER BY tl.label_id) AS label_ids,
  t.created_by_id, t.completed_at, t.origin, t.version, t.created_at, t.updated_at`;
const projectColumns = `p.id, p.organization_id, p.key, p.name, p.description, p.visibility, p.archived_at,
  p.created_by_id, p.version, p.created_at, p.updated_at`;
const credential = `FROM api_keys k
   JOIN organization_members o ON o.organization_id = k.organization_id AND o.user_id = k.user_id
   JOIN users u ON u.id = k.user_id
  WHERE k.token_hash = $1 AND (k.expires_at IS NULL OR k.expires_at > now()) AND u.deactivated_at IS NULL`;
// $3 the caller, $4 whether the caller leads every project.
const isVisible = "($4 OR p.visibility = 'organization' OR m.user_id IS NOT NULL)";

const texts = {
  authenticate: `SELECT k.id, k.user_id, k.organization_id, k.scopes, o.role ${credential}`,
  findTask: `SELECT ${taskColumns}
    FROM tasks t
    JOIN projects p ON p.id = t.project_id
    LEFT JOIN project_members m ON m.project_id = t.project_id AND m.user_id = $3
   WHERE t.organization_id = $1 AND t.id = $2 AND ${isVisible}`,
  // Credential and row by one round trip: what an author who counts round trips writes.
  readTask: `SELECT c.scopes, f.*
    FROM (SELECT k.scopes, k.user_id, k.organization_id, o.role IN ('owner', 'admin') AS leads ${credential}) c
    LEFT JOIN LATERAL (
      SELECT ${taskColumns}
        FROM tasks t
        JOIN projects p ON p.id = t.project_id
        LEFT JOIN project_members m ON m.project_id = t.project_id AND m.user_id = c.user_id
       WHERE t.organization_id = c.organization_id AND t.id = $2
         AND (c.leads OR p.visibility = 'organization' OR m.user_id IS NOT NULL)
    ) f ON true`,
  findProject: `SELECT ${projectColumns}
    FROM projects p
    LEFT JOIN project_members m ON m.project_id = p.id AND m.user_id = $3
   WHERE p.organization_id = $1 AND p.id = $2 AND ${isVisible}`,
  readProject: `SELECT c.scopes, f.*
    FROM (SELECT k.scopes, k.user_id, k.organization_id, o.role IN ('owner', 'admin') AS leads ${credential}) c
    LEFT JOIN LATERAL (
      SELECT ${projectColumns}
        FROM projects p
        LEFT JOIN project_members m ON m.project_id = p.id AND m.user_id = c.user_id
       WHERE p.organization_id = c.organization_id AND p.id = $2
         AND (c.leads OR p.visibility = 'organization' OR m.user_id IS NOT NULL)
    ) f ON true`,
  listTasks: `SELECT ${taskColumns} FROM tasks t
    WHERE t.organization_id = $1 AND t.project_id = $2 AND t.status = ANY ($3)
    ORDER BY t.updated_at DESC, t.id DESC LIMIT $4`,
  listTasksAfter: `SELECT ${taskColumns} FROM tasks t
    WHERE t.organization_id = $1 AND t.project_id = $2 AND t.status = ANY ($3)
      AND (t.updated_at, t.id) < ($5::timestamptz, $6::uuid)
    ORDER BY t.updated_at DESC, t.id DESC LIMIT $4`,
  // The row stays locked until the commit, so that numbers have no gaps.
  nextNumber: `UPDATE projects p SET last_task_number = p.last_task_number + 1
    WHERE p.organization_id = $1 AND p.id = $2 AND p.archived_at IS NULL
      AND ($4 OR p.visibility = 'organization'
           OR EXISTS (SELECT FROM project_members m WHERE m.project_id = p.id AND m.user_id = $3))
    RETURNING p.last_task_number AS number, p.key || '-' || p.last_task_number AS key`,
  insertTask: `INSERT INTO tasks (id, organization_id, project_id, number, key, title, description, type, status, priority,
      due_on, created_by_id, created_at, updated_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $13)`,
  insertHistory: `INSERT INTO task_history (id, organization_id, project_id, task_id, version, action, actor_id, changes,
      created_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
  insertAudit: `INSERT INTO audit_log (id, organization_id, project_id, actor_id, actor_type, credential_id,
      credential_type, action, resource_type, resource_id, before, after, request_id, created_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
  insertEvent: `INSERT INTO events (id, organization_id, project_id, user_id, source, type, subject, time, data,
      request_id, created_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
  insertOutbox: `INSERT INTO outbox (organization_id, kind, name, payload, created_at) VALUES ($1, $2, $3, $4, $5)`,
  lockTask: `SELECT ${taskColumns}
    FROM tasks t
    JOIN projects p ON p.id = t.project_id
    LEFT JOIN project_members m ON m.project_id = t.project_id AND m.user_id = $3
   WHERE t.organization_id = $1 AND t.id = $2 AND p.archived_at IS NULL AND ${isVisible}
     FOR NO KEY UPDATE OF t`,
  replaceTask: `UPDATE tasks SET title = $2, description = $3, type = $4, priority = $5, due_on = $6, version = $7,
      updated_at = $8 WHERE id = $1`,
} as const;

export type StatementName = keyof typeof texts;

/** Returns the statement as pg takes it. */
export function statement(name: StatementName, values: readonly unknown[]) {
  return { name, text: texts[name], values: values as unknown[] };
}
