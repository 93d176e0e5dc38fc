import { expect } from 'chai';
import { visibleProjects } from '../../../../src/modules/projects/index.ts';
import { listFirstPage } from '../../../../src/modules/tasks/project-tasks.repository.ts';
import { listTaskRows } from '../../../../src/modules/tasks/task-lists.repository.ts';
import type { TaskFilters } from '../../../../src/modules/tasks/tasks.types.ts';
import type { PageRequest } from '../../../../src/platform/cursor.ts';
import { openDatabase, type Database } from '../../../../src/platform/database.ts';
import type { Actor } from '../../../../src/platform/unit.ts';
import { createScratchDatabase, type ScratchDatabase } from '../../../support/database.ts';

// Which way PostgreSQL takes through 22,000 tasks of 20 organizations, 2,100 of them in the project that is listed. A sort of what one organization has is fine; a
// walk through everybody's tasks is not.

const idOf = (kind: string, number: number): string =>
  `00000000-0000-7000-8000-${kind}${String(number).padStart(11, '0')}`;
const organization_id = idOf('a', 3);
const project_id = idOf('b', 3);
const actor: Actor = {
  user_id: idOf('c', 3),
  credential_id: idOf('c', 3),
  credential_type: 'api_key',
  organization_id,
  role: 'member',
  scopes: undefined,
  is_operator: false,
};
const newest: PageRequest = { limit: 20, sort: 'created_at', descending: true, after: undefined, include_total: false };

describe('the plans of the lists of tasks', () => {
  let scratch: ScratchDatabase;
  let database: Database;

  before(async function () {
    this.timeout(180_000);
    scratch = await createScratchDatabase();
    database = await openDatabase({ url: scratch.url, statementTimeoutMs: 120_000 });
    for (const statement of seed) await database.db.knex.raw(statement);
  });
  after(async () => {
    await database.close();
    await scratch.drop();
  });

  /** The plan of one page; `everywhere` is listTasks for a member, otherwise listProjectTasks. */
  async function planOf(filters: TaskFilters, page: Partial<PageRequest> = {}, everywhere = false): Promise<string> {
    const { db } = database;
    let run = { sql: '', bindings: [] as readonly string[] };
    const note = (query: typeof run): void => {
      run = query;
    };
    db.knex.on('query', note);
    const projects = everywhere ? visibleProjects(db, actor).select('projects.id') : undefined;
    await listTaskRows(db, { actor, projects }, everywhere ? filters : { ...filters, project_id: [project_id] }, {
      ...newest,
      ...page,
    });
    db.knex.removeListener('query', note);
    const explained = await db.knex.raw<{ rows: { 'QUERY PLAN': string }[] }>(
      `EXPLAIN ${run.sql.replaceAll(/\$\d+/g, '?')}`,
      [...run.bindings],
    );
    return explained.rows.map((row) => row['QUERY PLAN']).join('\n');
  }

  const filters: Readonly<Record<string, TaskFilters>> = {
    'no filter': {},
    status: { status: ['todo', 'done'] },
    'type and priority': { type: ['bug'], priority: ['high'] },
    assignee: { assignee_id: [idOf('c', 3)] },
    'an assignee, or nobody': { assignee_id: [idOf('c', 3), 'none'] },
    creator: { created_by_id: idOf('c', 3) },
    blocked: { blocked: true },
    'nobody assigned': { unassigned: true },
    label: { label_id: [idOf('d', 3)] },
    'time of creation': { created_after: '2026-11-01T00:00:00Z', created_before: '2026-11-02T00:00:00Z' },
    'due date': { due_after: '2026-11-01', due_before: '2026-11-08' },
    milestone: { milestone_id: idOf('9', 3) },
    'no milestone': { milestone_id: 'none' },
    text: { q: 'deadlock' },
  };
  const sorts = ['created_at', 'updated_at', 'priority', 'due_on', 'title'];

  for (const [name, filter] of Object.entries(filters)) {
    it(`${name}: by indexes, in a project and across projects, in every order`, async () => {
      for (const sort of [...sorts, 'number']) {
        expect(await planOf(filter, { sort }), sort).not.to.match(/Seq Scan on tasks/);
      }
      for (const sort of sorts) expect(await planOf(filter, { sort }, true), sort).not.to.match(/Seq Scan on tasks/);
    });
  }

  it('a page in the middle begins where the cursor points, and sorts nothing', async () => {
    const after = { value: '2026-11-05T00:00:00.000Z', id: idOf('e', 1) };
    for (const sort of ['created_at', 'updated_at']) {
      for (const everywhere of [false, true]) {
        const plan = await planOf({}, { sort, after }, everywhere);
        expect(plan).to.match(new RegExp(`Index Cond: .*ROW\\(${sort}, id\\) < ROW`));
        expect(plan).not.to.match(/Sort Key: tasks/);
      }
    }
  });

  describe('the first page of a project by status', () => {
    const small = idOf('b', 23);
    const orders = [...sorts, 'number'].filter((sort) => sort !== 'due_on');
    const firstPage = (project: string, status: TaskFilters['status'], page: PageRequest) =>
      listFirstPage(database.db, { actor, project_id: project }, { status }, page);

    it('is the page that the composed query returns', async () => {
      const cases = [
        [small, undefined],
        [small, ['done']],
        [small, ['backlog', 'in_review']],
        [project_id, undefined],
        [project_id, ['todo']],
      ] as const;
      for (const [project, status] of cases) {
        for (const sort of orders) {
          for (const descending of [false, true]) {
            const page = { ...newest, sort, descending };
            const filters = { status, project_id: [project] };
            const { facts, slice } = await firstPage(project, status, page);
            expect(slice).to.deep.equal(await listTaskRows(database.db, { actor }, filters, page));
            expect(facts).to.include({
              project_archived_at: null,
              project_visibility: 'organization',
              member_role: null,
            });
          }
        }
      }
    });

    it('is left to the composed query if few of many tasks have the status', async () => {
      expect(await firstPage(project_id, ['done'], newest)).to.deep.include({ slice: undefined });
    });

    it('is empty in a project without such tasks, and has no facts without a project', async () => {
      const empty = idOf('b', 43);
      await database.db.knex('tasks').where({ project_id: empty, status: 'todo' }).delete();
      expect(await firstPage(empty, ['todo'], newest)).to.deep.include({
        slice: { rows: [], next: undefined, total: undefined },
      });
      expect(await firstPage(idOf('b', 999), ['todo'], newest)).to.deep.equal({ facts: undefined, slice: undefined });
    });
  });

  it('priority and due date are read in their order from an index, in both directions, before nulls and among them', async () => {
    const id = idOf('e', 10_000);
    const places = {
      priority: [{ value: 2, id }],
      due_on: [
        { value: '2026-11-20', id },
        { value: null, id },
      ],
    };
    for (const [sort, positions] of Object.entries(places)) {
      for (const after of [undefined, ...positions]) {
        for (const descending of [false, true]) {
          for (const everywhere of [false, true]) {
            const plan = await planOf({}, { sort, after, descending }, everywhere);
            expect(plan, JSON.stringify({ sort, after, descending, everywhere })).not.to.match(
              /Sort Key|Seq Scan on tasks/,
            );
          }
        }
      }
    }
  });
});

const seed = [
  `INSERT INTO organizations (id, name, slug, created_at, updated_at)
   SELECT ('00000000-0000-7000-8000-a' || lpad(i::text, 11, '0'))::uuid, 'Meridian', 'meridian-' || i, '2026-11-01', '2026-11-01'
     FROM generate_series(0, 19) i`,
  `INSERT INTO users (id, email, name, created_at, updated_at)
   SELECT ('00000000-0000-7000-8000-c' || lpad(i::text, 11, '0'))::uuid, i || '@meridian.example', 'Ada', '2026-11-01', '2026-11-01'
     FROM generate_series(0, 199) i`,
  `INSERT INTO projects (id, organization_id, key, name, visibility, created_at, updated_at)
   SELECT ('00000000-0000-7000-8000-b' || lpad(i::text, 11, '0'))::uuid,
          ('00000000-0000-7000-8000-a' || lpad((i % 20)::text, 11, '0'))::uuid, 'P' || i, 'Core',
          CASE WHEN i % 7 = 0 THEN 'private' ELSE 'organization' END, '2026-11-01', '2026-11-01'
     FROM generate_series(0, 199) i`,
  `INSERT INTO labels (id, organization_id, project_id, name, color, created_at, updated_at)
   SELECT ('00000000-0000-7000-8000-d' || lpad(i::text, 11, '0'))::uuid, organization_id, id, 'regression', '#d73a4a',
          created_at, created_at
     FROM (SELECT *, substring(key FROM 2)::integer AS i FROM projects WHERE key ~ '^P[0-9]+$') numbered`,
  `INSERT INTO tasks (id, organization_id, project_id, number, key, title, type, status, priority, assignee_id, due_on,
     created_at, updated_at)
   SELECT ('00000000-0000-7000-8000-e' || lpad(i::text, 11, '0'))::uuid,
          ('00000000-0000-7000-8000-a' || lpad((i % 20)::text, 11, '0'))::uuid,
          ('00000000-0000-7000-8000-b' || lpad((i % 200)::text, 11, '0'))::uuid, i / 200 + 1, 'P-' || i,
          CASE WHEN i % 500 = 3 THEN 'A deadlock in the queue' ELSE 'Rotate the keys of ' || md5(i::text) END,
          (ARRAY ['task', 'bug', 'feature'])[i % 3 + 1],
          (ARRAY ['backlog', 'todo', 'in_progress', 'in_review', 'done', 'cancelled'])[i % 6 + 1],
          (ARRAY ['none', 'low', 'medium', 'high', 'urgent'])[i % 5 + 1],
          CASE WHEN i % 3 = 0 THEN ('00000000-0000-7000-8000-c' || lpad((i % 200)::text, 11, '0'))::uuid END,
          CASE WHEN i % 2 = 0 THEN date '2026-11-01' + i % 300 END,
          timestamptz '2026-11-01' + i * interval '1 minute', timestamptz '2026-11-01' + i * interval '1 minute'
     FROM generate_series(0, 19999) i`,
  `INSERT INTO tasks (id, organization_id, project_id, number, key, title, type, status, priority, created_at, updated_at)
   SELECT ('00000000-0000-7000-8000-f' || lpad(i::text, 11, '0'))::uuid, organization_id, id, i, key || '-' || i,
          'Write the notes of ' || md5(i::text), 'task', 'todo', 'none',
          timestamptz '2026-11-01' + i * interval '5 minutes', timestamptz '2026-11-01' + i * interval '5 minutes'
     FROM projects, generate_series(1001, 3000) i WHERE projects.key = 'P3'`,
  `INSERT INTO task_labels (organization_id, project_id, task_id, label_id)
   SELECT t.organization_id, t.project_id, t.id, l.id FROM tasks t JOIN labels l ON l.project_id = t.project_id
    WHERE t.number % 4 = 0`,
  `INSERT INTO milestones (id, organization_id, project_id, name, created_at, updated_at)
   SELECT ('00000000-0000-7000-8000-9' || lpad(i::text, 11, '0'))::uuid, organization_id, id, '2.4', created_at, created_at
     FROM (SELECT *, substring(key FROM 2)::integer AS i FROM projects WHERE key ~ '^P[0-9]+$') numbered`,
  `UPDATE tasks SET milestone_id = m.id FROM milestones m WHERE m.project_id = tasks.project_id AND tasks.number % 3 = 0`,
  'VACUUM ANALYZE',
];
