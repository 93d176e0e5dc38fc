import { expect } from 'chai';
import { readErrorSeries, readMostErrors } from '../../../../src/modules/analytics/error-figures.repository.ts';
import {
  readTaskFlow,
  readTaskParts,
  readTaskTimes,
} from '../../../../src/modules/analytics/task-figures.repository.ts';
import { planOf } from '../../../support/plan-of.ts';
import { useDatabase } from '../../../support/use-database.ts';

// Which way PostgreSQL takes through 5,000 tasks, and 50,000 counts of 5,000 errors, of an organization.

const idOf = (number: number): string => `11111111-0000-7000-8000-${String(number).padStart(12, '0')}`;
const organization_id = idOf(1);
const projects = Array.from({ length: 300 }, (_, index) => idOf(index + 100));
const bounds = ['2026-11-02T00:00:00Z', '2026-11-09T00:00:00Z', '2026-11-16T00:00:00Z'];

const seed: readonly string[] = [
  `INSERT INTO organizations (id, name, slug, created_at, updated_at) VALUES ('${organization_id}', 'A', 'a', now(), now())`,
  `INSERT INTO projects (id, organization_id, key, name, visibility, created_at, updated_at)
   SELECT id, '${organization_id}', 'K' || place, 'P', 'organization', now(), now()
     FROM unnest('{${projects.join(',')}}'::uuid[]) WITH ORDINALITY AS p (id, place)`,
  `INSERT INTO tasks (id, organization_id, project_id, number, key, title, description, type, priority, status, completed_at,
     version, created_at, updated_at)
   SELECT md5('task' || n)::uuid, '${organization_id}', ('{${projects.join(',')}}'::uuid[])[n % 300 + 1], n, 'T-' || n, 'Task',
          repeat('words of a task ', 20), 'task', 'none', CASE WHEN n % 2 = 0 THEN 'done' ELSE 'todo' END,
          CASE WHEN n % 2 = 0 THEN at + interval '1 day' END, 1, at, at
     FROM (SELECT n, '2026-09-01T00:00:00Z'::timestamptz + n * interval '20 minutes' AS at FROM generate_series(1, 5000) n) t`,
  `INSERT INTO task_history (id, organization_id, project_id, task_id, version, action, changes, created_at)
   SELECT md5(t.id::text || v)::uuid, t.organization_id, t.project_id, t.id, v, CASE v WHEN 1 THEN 'created' ELSE 'transitioned' END,
          CASE v WHEN 1 THEN '[]' WHEN 2 THEN '[{"field":"status","from":"todo","to":"in_progress"}]'
                 ELSE '[{"field":"status","from":"in_progress","to":"done"}]' END::jsonb,
          t.created_at + v * interval '4 hours'
     FROM tasks t, generate_series(1, 3) v WHERE t.status = 'done' OR v = 1`,
  `INSERT INTO error_groups (id, organization_id, project_id, fingerprint, title, level, created_at, updated_at,
     occurrence_count, first_seen_at, last_seen_at)
   SELECT md5('error' || n)::uuid, '${organization_id}', ('{${projects.join(',')}}'::uuid[])[n % 300 + 1], 'f' || n, 'Error',
          'error', now(), now(), CASE WHEN n <= 20 THEN 90 ELSE 10 END, '2026-09-01T00:00:00Z', '2026-11-20T00:00:00Z'
     FROM generate_series(1, 5000) n`,
  `INSERT INTO error_counts (organization_id, project_id, error_id, environment, bucket, count)
   SELECT organization_id, project_id, id, 'test',
          '2026-09-01T00:00:00Z'::timestamptz + (row_number() OVER () % 700 + k * 700) * interval '15 minutes',
          occurrence_count / 10
     FROM error_groups, generate_series(1, 10) k`,
  `INSERT INTO error_quarters (organization_id, bucket, environment, level, count)
   SELECT organization_id, bucket, environment, 'error', sum(count) FROM error_counts GROUP BY 1, 2, 3`,
  "UPDATE error_quarters_cursor SET added_until = '2026-11-15T12:00:00Z'",
];

describe('the plans of reads of analytics', function () {
  this.timeout(60_000);
  const database = useDatabase();

  before(async () => {
    for (const statement of seed) await database.db.knex.raw(statement);
    await database.db.knex.raw('VACUUM ANALYZE');
  });

  for (const [name, project_ids] of [
    ['an organization', undefined],
    ['as many projects as hide some', projects.slice(0, 290)],
  ] as const) {
    const scope = { organization_id, project_ids, isProjectOptional: true };

    it(`figures of the errors of ${name} read what is added up, and the index of each project for the rest`, async () => {
      const plan = await planOf(database.db, (db) => readErrorSeries(db, scope, { bounds }));
      expect(plan).to.include('using error_quarters_pkey').and.to.include('using error_counts_pkey');
      expect(plan).not.to.match(/Seq Scan on error_(?:counts|quarters) /);
    });

    it(`the most frequent errors of ${name} are sought in the order of all occurrences`, async () => {
      const plan = await planOf(database.db, (db) => readMostErrors(db, scope, { bounds }, 20));
      expect(plan).to.include('using error_groups_occurrence_count_idx');
      expect(plan).to.include('using error_counts_group_idx').and.not.to.include('Seq Scan on error_counts');
    });

    it(`figures of the tasks of ${name} are read from the indexes that cover them`, async () => {
      const tasks = { ...scope, milestone_id: undefined };
      const flow = await planOf(database.db, (db) => readTaskFlow(db, tasks, { bounds }));
      expect(flow).to.include('Index Only Scan using tasks_figures_idx');
      expect(flow).to.include('Index Only Scan using task_history_moves_idx');
      const times = await planOf(database.db, (db) => readTaskTimes(db, tasks, { bounds }));
      expect(times).to.include('Index Only Scan using tasks_figures_idx');
      expect(times).to.include('Index Only Scan using task_history_starts_idx');
      const parts = await planOf(database.db, (db) => readTaskParts(db, tasks, { bounds }));
      expect(parts).to.include('Index Only Scan using tasks_figures_idx');
      for (const plan of [flow, times, parts]) expect(plan).not.to.match(/Seq Scan on task/);
    });
  }

  it('figures of the errors of a few projects are read from the index of each', async () => {
    const scope = { organization_id, project_ids: projects.slice(0, 3), isProjectOptional: true };
    const plan = await planOf(database.db, (db) => readErrorSeries(db, scope, { bounds }));
    expect(plan).to.include('using error_counts_pkey').and.not.to.include('Seq Scan on error_counts');
  });
});
