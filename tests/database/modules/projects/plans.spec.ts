import { expect } from 'chai';
import { countTasks, listMilestoneRows } from '../../../../src/modules/milestones/milestones.repository.ts';
import { countTasks as countProjectTasks } from '../../../../src/modules/projects/project-stats.repository.ts';
import { listProjectRows, listProjectRowsByOffset } from '../../../../src/modules/projects/projects.repository.ts';
import type { ProjectFilters } from '../../../../src/modules/projects/projects.types.ts';
import type { PageRequest } from '../../../../src/platform/cursor.ts';
import { openDatabase, type Database } from '../../../../src/platform/database.ts';
import type { Actor, Role } from '../../../../src/platform/unit.ts';
import type { Project } from '../../../../generated/v2/types.ts';
import { createScratchDatabase, type ScratchDatabase } from '../../../support/database.ts';
import { planOf } from '../../../support/plan-of.ts';

// Which way PostgreSQL takes through 4,000 projects of 20 organizations, 6,000 milestones and 30,000 tasks.

const idOf = (kind: string, number: number): string =>
  `00000000-0000-7000-8000-${kind}${String(number).padStart(11, '0')}`;
const organization_id = idOf('a', 3);
const project_id = idOf('b', 3);
const page: PageRequest = { limit: 20, sort: 'created_at', descending: true, after: undefined, include_total: false };

function actorOf(role: Role): Actor {
  const user_id = idOf('c', 3);
  const credential = { credential_id: user_id, credential_type: 'api_key' } as const;
  return { user_id, ...credential, organization_id, role, scopes: undefined, is_operator: false };
}

describe('the plans of the lists of projects and milestones', () => {
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

  const filters: Readonly<Record<string, ProjectFilters>> = {
    'no filter': {},
    'key and archived': { key: 'P3', archived: false },
    visibility: { visibility: 'private' },
    'of which one is a member': { joined: true },
    'of which one is none': { joined: false },
    text: { q: 'lighthouse' },
  };
  for (const [name, filter] of Object.entries(filters)) {
    it(`projects, ${name}: by indexes, in every order, for members and administrators`, async () => {
      for (const role of ['member', 'admin'] as const) {
        for (const sort of ['created_at', 'updated_at', 'name', 'key']) {
          const plan = await planOf(database.db, (db) => listProjectRows(db, actorOf(role), filter, { ...page, sort }));
          expect(plan, `${role} ${sort}`).not.to.match(/Seq Scan on projects/);
        }
      }
    });
  }

  it('projects, a page in the middle: begins where the cursor points, and sorts nothing', async () => {
    const after = { value: '2026-11-05T00:00:00.000Z', id: idOf('b', 1) };
    for (const sort of ['created_at', 'updated_at']) {
      const plan = await planOf(database.db, (db) =>
        listProjectRows(db, actorOf('member'), {}, { ...page, sort, after }),
      );
      expect(plan).to.match(new RegExp(`Index Cond: .*ROW\\(${sort}, id\\) < ROW`));
      expect(plan).not.to.match(/Sort Key/);
    }
  });

  it('projects by offset: by the index of the organization', async () => {
    const range = { limit: 20, offset: 40 };
    const plan = await planOf(database.db, (db) => listProjectRowsByOffset(db, actorOf('member'), {}, range));
    expect(plan).not.to.match(/Seq Scan on projects/);
  });

  it('milestones: by indexes, in every order, in the middle without sorting', async () => {
    const scope = { organization_id, project_id };
    for (const sort of ['due_on', 'name', 'created_at']) {
      for (const state of [undefined, 'open'] as const) {
        const plan = await planOf(database.db, (db) => listMilestoneRows(db, scope, { state }, { ...page, sort }));
        expect(plan, sort).not.to.match(/Seq Scan/);
      }
    }
    const after = { value: '2026-11-05T00:00:00.000Z', id: idOf('d', 1) };
    const plan = await planOf(database.db, (db) => listMilestoneRows(db, scope, {}, { ...page, after }));
    expect(plan).to.match(/Index Cond: .*ROW\(created_at, id\) < ROW/);
    expect(plan).not.to.match(/Sort Key/);
  });

  it('progress and stats: by the indexes of milestone and project', async () => {
    const ids = Array.from({ length: 50 }, (_, index) => idOf('d', index));
    const progress = await planOf(database.db, (db) => countTasks(db, organization_id, ids));
    expect(progress).to.match(/tasks_milestone_id_idx/);
    const project = { organization_id, id: project_id } as Project;
    for (const milestone_id of [null, idOf('d', 3)]) {
      const counting = { milestone_id, today: '2026-11-23' };
      const plan = await planOf(database.db, (db) => countProjectTasks(db, project, counting));
      expect(plan).not.to.match(/Seq Scan/);
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
  `INSERT INTO organization_members (organization_id, user_id, role, created_at, updated_at)
   SELECT ('00000000-0000-7000-8000-a' || lpad((i % 20)::text, 11, '0'))::uuid,
          ('00000000-0000-7000-8000-c' || lpad(i::text, 11, '0'))::uuid, 'member', '2026-11-01', '2026-11-01'
     FROM generate_series(0, 199) i`,
  `INSERT INTO projects (id, organization_id, key, name, visibility, created_at, updated_at)
   SELECT ('00000000-0000-7000-8000-b' || lpad(i::text, 11, '0'))::uuid,
          ('00000000-0000-7000-8000-a' || lpad((i % 20)::text, 11, '0'))::uuid, 'P' || i, 'Core ' || md5(i::text),
          CASE WHEN i % 7 = 0 THEN 'private' ELSE 'organization' END,
          timestamptz '2026-11-01' + i * interval '10 minutes', timestamptz '2026-11-01' + i * interval '10 minutes'
     FROM generate_series(0, 3999) i`,
  `INSERT INTO project_members (organization_id, project_id, user_id, role, created_at, updated_at)
   SELECT organization_id, id, ('00000000-0000-7000-8000-c' || lpad((i % 20)::text, 11, '0'))::uuid, 'lead', created_at, created_at
     FROM (SELECT *, substring(key FROM 2)::integer AS i FROM projects WHERE key ~ '^P[0-9]+$') numbered WHERE i % 3 = 0`,
  `INSERT INTO milestones (id, organization_id, project_id, name, due_on, created_at, updated_at)
   SELECT ('00000000-0000-7000-8000-d' || lpad(i::text, 11, '0'))::uuid, organization_id, p.id, 'Release ' || i,
          date '2026-11-01' + i % 300, timestamptz '2026-11-01' + i * interval '10 minutes', p.created_at
     FROM generate_series(0, 5999) i
     JOIN projects p ON p.key = 'P' || CASE WHEN i % 2 = 0 THEN 3 ELSE i % 4000 END`,
  `INSERT INTO tasks (id, organization_id, project_id, number, key, title, type, status, priority, milestone_id, created_at, updated_at)
   SELECT ('00000000-0000-7000-8000-e' || lpad(i::text, 11, '0'))::uuid, organization_id, project_id, i + 1, 'P-' || i,
          'Rotate the keys', 'task', 'todo', 'none', id, created_at, created_at
     FROM (SELECT m.*, row_number() OVER (ORDER BY m.id) * 5 + n AS i FROM milestones m, generate_series(0, 4) n) planned`,
  'VACUUM ANALYZE',
];
