import type { ImportPage } from '../../../generated/v2/types.ts';
import { documentedOperations, exampleResponse } from '../contract/document.ts';

// Projects and tasks at scale: 2,000 projects, 1,010 of them in organization 1 and ten in each of the usual ones, with
// 200,000 tasks, of which 25,000 are in project 1 and 35,000 in the others of organization 1. Project 1 has 5,100
// labels, milestones, members and imports. Task 1 in project 1 has 5,100 comments, versions, blocking and blocked
// tasks. The creation times of different projects' tasks are interleaved, as in practice.

const { data } = exampleResponse(
  documentedOperations.find(({ id }) => id === 'listImports')!,
  200,
) as ImportPage;
const importCounts = JSON.stringify(data[0]!.counts);

export const projects: readonly string[] = [
  `INSERT INTO projects (id, organization_id, key, name, description, visibility, archived_at, created_by_id,
     last_task_number, created_at, updated_at)
   SELECT seed_id('007', n), seed_id('001', seed_organization(n)), 'P' || n, initcap(seed_words(n, 3)), seed_words(n, 20),
          CASE WHEN n % 7 = 0 THEN 'private' ELSE 'organization' END, CASE WHEN n % 11 = 0 THEN seed_now() END,
          seed_id('002', 1), 1000000, seed_time(n, 2000), seed_time(n * 7 % 2000, 2000)
     FROM generate_series(1, 2000) n`,
  `INSERT INTO project_members (organization_id, project_id, user_id, role, created_at, updated_at)
   SELECT seed_id('001', 1), seed_id('007', 1), seed_id('002', n), CASE WHEN n % 9 = 0 THEN 'viewer' ELSE 'contributor' END,
          seed_time(n, 5100), seed_time(n, 5100)
     FROM generate_series(1, 5100) n`,
  `INSERT INTO project_members (organization_id, project_id, user_id, role, created_at, updated_at)
   SELECT seed_id('001', seed_organization(n)), seed_id('007', n), seed_id('002', seed_somebody(n, place)),
          CASE WHEN place = 1 THEN 'lead' ELSE 'contributor' END, seed_time(n, 2000), seed_time(n, 2000)
     FROM generate_series(2, 2000) n, generate_series(1, 5) place
    ORDER BY n
   ON CONFLICT DO NOTHING`,
  `INSERT INTO labels (id, organization_id, project_id, name, color, description, created_at, updated_at)
   SELECT seed_id('008', n * 10000 + place), seed_id('001', seed_organization(n)), seed_id('007', n),
          seed_words(place, 1) || ' ' || place, '#d73a4a', seed_words(place, 5), seed_time(place, 5100), seed_time(place, 5100)
     FROM generate_series(1, 2000) n, LATERAL generate_series(1, CASE WHEN n = 1 THEN 5100 ELSE 10 END) place`,
  `INSERT INTO project_numbers (number, organization_id, project_id)
   SELECT n, seed_id('001', seed_organization(n)), seed_id('007', n) FROM generate_series(1, 2000) n`,
  `INSERT INTO reporting_keys (id, organization_id, project_id, project_number, name, public_key, created_at, updated_at)
   SELECT seed_id('0d1', n * 10000 + place), seed_id('001', seed_organization(n)), seed_id('007', n), n, 'Client ' || place,
          md5(n || ' ' || place), seed_time(place, 5100), seed_time(place, 5100)
     FROM generate_series(1, 2000) n, LATERAL generate_series(1, CASE WHEN n = 1 THEN 5100 ELSE 1 END) place`,
  `INSERT INTO source_maps (id, organization_id, project_id, release, file, source_count, map_bytes, created_at, updated_at, used_at, map)
   SELECT seed_id('0e1', n * 10000 + place), seed_id('001', seed_organization(n)), seed_id('007', n), '1.' || place % 50 || '.0',
          'assets/' || place || '.js', 2, 239, seed_time(place, 5100), seed_time(place, 5100), seed_time(place, 5100), ''
     FROM generate_series(1, 2000) n, LATERAL generate_series(1, CASE WHEN n = 1 THEN 5100 ELSE 1 END) place`,
  `INSERT INTO milestones (id, organization_id, project_id, name, description, due_on, state, closed_at, created_at,
     updated_at)
   SELECT seed_id('009', n * 10000 + place), seed_id('001', seed_organization(n)), seed_id('007', n), 'Release ' || place,
          seed_words(place, 8), CASE WHEN place % 5 > 0 THEN seed_now()::date + place % 300 END,
          CASE WHEN place % 3 = 0 THEN 'closed' ELSE 'open' END, CASE WHEN place % 3 = 0 THEN seed_now() END,
          seed_time(place, 5100), seed_time(place, 5100)
     FROM generate_series(1, 2000) n, LATERAL generate_series(1, CASE WHEN n = 1 THEN 5100 ELSE 3 END) place`,
  `INSERT INTO imports (id, organization_id, project_id, source, status, records_done, records_total, counts, created_by_id,
     started_at, finished_at, created_at, updated_at)
   SELECT seed_id('00a', n), seed_id('001', seed_organization(p)), seed_id('007', p), 'github_archive', 'completed', 0, 0,
          '${importCounts}', seed_id('002', 1), seed_time(n, 7100), seed_time(n, 7100),
          seed_time(n, 7100), seed_time(n, 7100)
     FROM (SELECT n, CASE WHEN n <= 5100 THEN 1 ELSE n - 5100 END AS p FROM generate_series(1, 7100) n) one`,
];

/** One row for each task, in the order of time. All other rows about tasks derive from it. */
const taskPlan = `
  CREATE UNLOGGED TABLE seed_tasks AS
  SELECT n, p, o, seed_id('00b', n) AS id, seed_id('007', p) AS project_id, seed_id('001', o) AS organization_id,
         CASE WHEN n % 3 > 0 THEN seed_id('002', seed_somebody(p, n / 3 % 40)) END AS assignee_id,
         seed_id('002', seed_somebody(p, n % 40)) AS creator_id,
         (row_number() OVER (PARTITION BY p ORDER BY n))::integer AS number, seed_time(n, 200000) AS created_at,
         least(seed_now(), seed_time(n, 200000) + n % 30 * interval '1 day') AS updated_at,
         CASE WHEN n = 1 THEN 5100 WHEN n % 4 = 0 THEN 2 ELSE 1 END AS version,
         CASE WHEN n = 1 THEN 'Everything waits for this deadlock'
              ELSE initcap(seed_words(n, 6)) || CASE WHEN n % 500 = 3 THEN ' deadlock' WHEN n % 10 = 7 THEN ' 支付页面第' || n % 999 || '号无法打开' ELSE '' END
         END AS title,
         (ARRAY ['done', 'done', 'done', 'done', 'done', 'cancelled', 'backlog', 'todo', 'in_progress', 'in_review'])
           [n % 10 + 1] AS status
    FROM (SELECT n, p, seed_organization(p) AS o
            FROM (SELECT n, CASE WHEN n % 1000 <= 124 THEN 1 WHEN n % 1000 <= 299 THEN 2 + n * 7 % 1009
                                 ELSE 1011 + n * 7 % 990 END AS p
                    FROM generate_series(1, 200000) n) placed) one`;

export const tasks: readonly string[] = [
  taskPlan,
  `INSERT INTO tasks (id, organization_id, project_id, number, key, title, description, type, status, priority, assignee_id,
     due_on, milestone_id, created_by_id, completed_at, external_id, origin, version, created_at, updated_at)
   SELECT id, organization_id, project_id, number, 'P' || p || '-' || number, title,
          CASE WHEN n % 4 > 0 THEN seed_words(n + 1, 12) END,
          (ARRAY ['task', 'task', 'bug', 'feature'])[n % 4 + 1], status,
          (ARRAY ['none', 'low', 'medium', 'high', 'urgent'])[n % 5 + 1], assignee_id,
          CASE WHEN n % 5 < 2 THEN created_at::date + n % 60 END,
          CASE WHEN n % 3 = 0 THEN seed_id('009', p * 10000 + n / 3 % CASE WHEN p = 1 THEN 50 ELSE 3 END + 1) END, creator_id,
          CASE WHEN status = 'done' THEN updated_at END, CASE WHEN n % 10 = 0 THEN 'issue-' || n END,
          CASE WHEN n % 10 = 0 THEN jsonb_build_object('source', 'github_archive', 'kind',
            'issue', 'external_id', 'issue-' || n, 'url', NULL, 'author', 'ada', 'state', 'open',
            'assignees', '[]'::jsonb) END,
          version, created_at, updated_at
     FROM seed_tasks ORDER BY n`,
  `INSERT INTO task_labels (organization_id, project_id, task_id, label_id)
   SELECT organization_id, project_id, id, seed_id('008', p * 10000 + place)
     FROM seed_tasks, LATERAL (SELECT n % 10 + 1 UNION SELECT n % 7 + 1 WHERE n % 3 = 0) labelled (place)`,
  `INSERT INTO task_history (id, organization_id, project_id, task_id, version, action, actor_id, changes, created_at)
   SELECT seed_id('00c', n * 10000 + v), organization_id, project_id, id, v,
          CASE WHEN v = 1 THEN 'created' ELSE 'updated' END, creator_id,
          CASE WHEN v = 1 THEN '[]' ELSE '[{"field":"title","from":"Rotate the keys","to":"Rotate all keys"}]' END::jsonb,
          created_at + v * interval '1 minute'
     FROM seed_tasks, LATERAL generate_series(1, version) v`,
  `INSERT INTO comments (id, organization_id, project_id, task_id, kind, body, author_id, created_at, updated_at)
   SELECT seed_id('00d', n * 10000 + place), organization_id, project_id, id,
          CASE WHEN place % 10 = 0 THEN 'review' ELSE 'comment' END, seed_words(n + place, 20), creator_id,
          created_at + place * interval '1 minute', created_at + place * interval '1 minute'
     FROM seed_tasks, LATERAL generate_series(1, CASE WHEN n = 1 THEN 5100 WHEN n % 2 = 0 THEN 1 ELSE 0 END) place`,
  `INSERT INTO task_dependencies (id, organization_id, project_id, task_id, blocking_project_id, blocking_task_id,
     created_by_id, created_at)
   SELECT seed_id('00e', row_number() OVER (ORDER BY a.n)), a.organization_id, a.project_id, a.id, b.project_id, b.id,
          a.creator_id, a.created_at
     FROM seed_tasks a JOIN seed_tasks b ON a.p = b.p AND a.number = b.number + 1
    WHERE a.n % 20 IN (8, 17)`,
  `INSERT INTO task_dependencies (id, organization_id, project_id, task_id, blocking_project_id, blocking_task_id,
     created_by_id, created_at)
   SELECT seed_id('01e', held.number * 2 + way), waiting.organization_id, waiting.project_id,
          CASE way WHEN 0 THEN waiting.id ELSE held.id END, held.project_id,
          CASE way WHEN 0 THEN held.id ELSE waiting.id END, waiting.creator_id, held.created_at
     FROM (SELECT * FROM seed_tasks WHERE n = 1) waiting, generate_series(0, 1) way
     JOIN LATERAL (SELECT * FROM seed_tasks WHERE p = 1 AND number BETWEEN 2 + way * 6000 AND 5101 + way * 6000) held ON true`,
];
