// The sealed audit log and the events of the tasks' changes.

/** One row for each version of a task, from which its audit row and its event derive. */
const changes = `
  CREATE UNLOGGED TABLE seed_changes AS
  SELECT t.n, t.o, t.id, t.project_id, t.organization_id, t.creator_id, v,
         CASE WHEN v = 1 THEN 'created' WHEN t.n % 8 = 0 THEN 'transitioned' ELSE 'updated' END AS verb,
         least(seed_now(), t.created_at + (v - 1) * interval '1 minute') AS happened_at,
         jsonb_build_object('id', t.id, 'title', t.title, 'status', t.status, 'project_id', t.project_id,
                            'organization_id', t.organization_id, 'number', t.number) AS snapshot
    FROM seed_tasks t, LATERAL generate_series(1, t.version) v`;

export const traces: readonly string[] = [
  changes,
  `INSERT INTO audit_log (id, organization_id, sequence, previous_hash, hash, actor_id, actor_type, credential_id,
     credential_type, action, resource_type, resource_id, project_id, before, after, request_id, created_at)
   SELECT seed_id('00f', n::bigint * 10000 + v), organization_id, row_number() OVER (PARTITION BY o ORDER BY n, v),
          sha256(convert_to(n::text, 'UTF8')), sha256(convert_to(v::text, 'UTF8')), creator_id, 'user', creator_id, 'api_key',
          'task.' || CASE verb WHEN 'created' THEN 'create' WHEN 'updated' THEN 'update' ELSE 'transition' END,
          'task', id, project_id, CASE WHEN v > 1 THEN snapshot END, snapshot, 'seed-' || n, happened_at
     FROM seed_changes`,
  `INSERT INTO audit_chains (organization_id, sequence, hash)
   SELECT organization_id, max(sequence), sha256('seed') FROM audit_log GROUP BY organization_id`,
  // The installation's own chain.
  `INSERT INTO audit_log (id, sequence, previous_hash, hash, actor_type, action, resource_type, resource_id, request_id,
     created_at)
   SELECT seed_id('01f', n), n, sha256(convert_to(n::text, 'UTF8')), sha256(convert_to(n::text, 'UTF8')), 'system',
          'user.create', 'user', seed_id('002', n), 'seed-' || n, seed_time(n, 6090)
     FROM generate_series(1, 6090) n`,
  `INSERT INTO events (id, organization_id, project_id, user_id, source, type, subject, time, data, request_id, created_at)
   SELECT seed_id('010', n::bigint * 10000 + v), organization_id, project_id, creator_id, '/architect', 'task.' || verb,
          'task/' || id, happened_at,
          CASE verb WHEN 'created' THEN snapshot
                    ELSE jsonb_build_object('task', snapshot, 'changes', '[{"field":"title","from":"Rotate the keys","to":"Rotate all keys"}]'::jsonb) END,
          'seed-' || n, happened_at
     FROM seed_changes`,
  `INSERT INTO events (id, organization_id, user_id, source, type, subject, time, data, request_id, created_at)
   SELECT seed_id('020', n), seed_id('001', seed_home(n % 6090 + 1)), seed_id('002', n % 6090 + 1), '/architect',
          'session.created', 'session/' || seed_id('004', n), seed_time(n, 18000),
          jsonb_build_object('id', seed_id('004', n), 'user_id', seed_id('002', n % 6090 + 1)), 'seed-' || n,
          seed_time(n, 18000)
     FROM generate_series(1, 18000) n`,
];
