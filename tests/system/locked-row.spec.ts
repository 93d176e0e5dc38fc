import { expect } from 'chai';
import pg from 'pg';
import type { Project, Task } from '../../generated/v2/types.ts';
import { createAccount, type Account } from '../support/accounts.ts';
import { useApp } from '../support/app.ts';
import { eventually } from '../support/eventually.ts';
import { createProject, createTask } from '../support/factories.ts';

const LOCK_TIMEOUT_MS = 4000;
const CALLERS = 24;

interface Scene {
  readonly account: Account;
  readonly project: Project;
  readonly task: Task;
}

interface Case {
  readonly name: string;
  readonly table: keyof typeof statements;
  readonly call: (scene: Scene) => Promise<{ readonly response: Response }>;
}

const statements = {
  tasks: 'SELECT FROM tasks WHERE id = $1 FOR UPDATE',
  projects: 'SELECT FROM projects WHERE id = $1 FOR UPDATE',
  users: 'SELECT FROM users WHERE id = $1 FOR NO KEY UPDATE',
  organizations: 'SELECT FROM organizations WHERE id = $1 FOR UPDATE',
};

const idOf: Readonly<Record<Case['table'], (scene: Scene) => string>> = {
  tasks: ({ task }) => task.id,
  projects: ({ project }) => project.id,
  users: ({ account }) => account.user_id,
  organizations: ({ account }) => account.organization_id,
};

/** Operations of which one works at a time for each row. */
const takeOneTurn = ['updateTask', 'transitionTask', 'deleteTask', 'updateProject'];

let nextKey = 0;

const cases: readonly Case[] = [
  {
    name: 'updateTask',
    table: 'tasks',
    call: ({ account, task }) =>
      account.v2.PATCH('/api/v2/tasks/{task_id}', { params: { path: { task_id: task.id } }, body: { title: 'Anew' } }),
  },
  {
    name: 'transitionTask',
    table: 'tasks',
    call: ({ account, task }) =>
      account.v2.POST('/api/v2/tasks/{task_id}/transitions', {
        params: { path: { task_id: task.id } },
        body: { to: 'in_progress' },
      }),
  },
  {
    name: 'deleteTask',
    table: 'tasks',
    call: ({ account, task }) =>
      account.v2.DELETE('/api/v2/tasks/{task_id}', { params: { path: { task_id: task.id } } }),
  },
  {
    name: 'updateProject',
    table: 'projects',
    call: ({ account, project }) =>
      account.v2.PATCH('/api/v2/projects/{project_id}', {
        params: { path: { project_id: project.id } },
        body: { name: 'Anew' },
      }),
  },
  {
    name: 'createTask',
    table: 'projects',
    call: ({ account, project }) =>
      account.v2.POST('/api/v2/projects/{project_id}/tasks', {
        params: { path: { project_id: project.id } },
        body: { title: 'New' },
      }),
  },
  // The paths of these name no row.
  {
    name: 'bulkTasks',
    table: 'tasks',
    call: ({ account, task }) =>
      account.v2.POST('/api/v2/tasks/bulk', {
        body: { operations: [{ action: 'update', task_id: task.id, changes: { title: 'Anew' } }] },
      }),
  },
  {
    name: 'updateMe',
    table: 'users',
    call: ({ account }) => account.v2.PATCH('/api/v2/me', { body: { name: 'Anew' } }),
  },
  {
    name: 'createProject',
    table: 'organizations',
    call: ({ account }) => account.v2.POST('/api/v2/projects', { body: { name: 'New', key: `LOCK${nextKey++}` } }),
  },
];

describe('a row that is locked', function () {
  this.timeout(40_000);
  const app = useApp({
    settings: { POOL_MAX: '6', POOL_READ_CONNECTIONS: '0', POOL_LOCK_TIMEOUT_MS: String(LOCK_TIMEOUT_MS) },
  });
  let account: Account;
  let holder: pg.Client;
  before(async () => {
    account = await createAccount(app);
    holder = new pg.Client({ connectionString: app.databaseUrl });
    // The end of the test's database may come before its own.
    holder.on('error', () => undefined);
    await holder.connect();
  });
  after(() => holder.end());
  afterEach(() => holder.query('ROLLBACK'));

  for (const { name, table, call } of cases) {
    it(`makes only those wait who ${name} it, and those not for long`, async () => {
      const [project, other] = [await createProject(account), await createProject(account)];
      const [task, free] = [await createTask(account, project), await createTask(account, other)];
      await holder.query('BEGIN');
      await holder.query(statements[table], [idOf[table]({ account, project, task })]);
      const began = performance.now();
      const refused = Array.from({ length: CALLERS }, () => call({ account, project, task }));
      await eventually(async () => {
        const rows = await app.query("SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock'");
        expect(rows).not.to.be.empty;
      });
      const params = { path: { task_id: free.id } };
      const others = await Promise.all([
        account.v2.GET('/api/v2/tasks/{task_id}', { params }),
        account.v2.GET('/api/v2/tasks/{task_id}', { params: { path: { task_id: task.id } } }),
        account.v2.PATCH('/api/v2/tasks/{task_id}', { params, body: { title: 'Free' } }),
        app.v2.GET('/health/readiness'),
      ]);
      expect(others.map(({ response }) => response.status)).to.deep.equal([200, 200, 200, 200]);
      expect(performance.now() - began).to.be.lessThan(LOCK_TIMEOUT_MS);
      for (const { response } of await Promise.all(refused)) {
        expect([response.status, response.headers.get('retry-after')]).to.deep.equal([503, '1']);
      }
      // Of those who create below the row, a second one begins to wait anew when the first has given up.
      expect(performance.now() - began).to.be.lessThan((takeOneTurn.includes(name) ? 1 : 2) * LOCK_TIMEOUT_MS + 3000);
      await holder.query('ROLLBACK');
      expect((await call({ account, project, task })).response.status).to.be.lessThan(300);
    });
  }

  it('leaves readiness as it is when every connection is in use', async () => {
    const holders = [1, 2, 3, 4, 5, 6].map(async () => {
      const project = await createProject(account);
      return createTask(account, project);
    });
    const tasks = await Promise.all(holders);
    await holder.query('BEGIN');
    await holder.query('SELECT FROM tasks WHERE id = ANY($1) FOR UPDATE', [tasks.map(({ id }) => id)]);
    const waiting = tasks.map((task) =>
      account.v2.PATCH('/api/v2/tasks/{task_id}', { params: { path: { task_id: task.id } }, body: { title: 'Anew' } }),
    );
    await eventually(async () => {
      const rows = await app.query("SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock'");
      expect(rows).to.have.lengthOf(6);
    });
    expect((await app.v2.GET('/health/readiness')).response.status).to.equal(200);
    await holder.query('ROLLBACK');
    for (const { response } of await Promise.all(waiting)) expect(response.status).to.equal(200);
  });
});
