import { expect } from 'chai';
import { useApp } from '../support/app.ts';
import { newAddress, password, tokenIn } from '../support/passwords.ts';

describe('onboarding can be tried again, whichever step of it fails', function () {
  this.timeout(30_000);
  // One of its own: it breaks tables for a moment.
  const app = useApp({});

  async function register(): Promise<{ readonly email: string; readonly token: string }> {
    const email = newAddress();
    await app.v2.POST('/api/v2/auth/register', { body: { email, name: 'Ada Lindqvist', password } });
    return { email, token: tokenIn((await app.mail.next(email)).text) };
  }

  const verify = (token: string) => app.v2.POST('/api/v2/auth/email-verification', { body: { token } });

  /** What the whole installation has of what an onboarding makes. */
  async function countAll(): Promise<Record<string, number>> {
    const tables = ['organizations', 'organization_members', 'projects', 'project_members', 'tasks', 'task_history'];
    const counts: Record<string, number> = {};
    for (const table of [...tables, 'audit_log', 'events']) {
      const [row] = await app.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${table}`);
      counts[table] = row!.count;
    }
    return counts;
  }

  async function breakTable(table: string, event: 'INSERT' | 'UPDATE', body: string): Promise<void> {
    await app.query(`CREATE OR REPLACE FUNCTION break() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN ${body} END $$`);
    await app.query(`CREATE TRIGGER broken BEFORE ${event} ON ${table} FOR EACH ROW EXECUTE FUNCTION break()`);
  }

  async function expectWorkspace(email: string): Promise<void> {
    const rows = await app.query(
      `SELECT (SELECT count(*)::int FROM organization_members m WHERE m.user_id = u.id AND m.role = 'owner') AS organizations,
              (SELECT count(*)::int FROM project_members p WHERE p.user_id = u.id AND p.role = 'lead') AS projects,
              (SELECT count(*)::int FROM tasks t WHERE t.assignee_id = u.id) AS tasks,
              (SELECT array_agg(DISTINCT action ORDER BY action) FROM audit_log a
                WHERE a.organization_id = u.home_organization_id AND a.actor_id = u.id) AS audit
         FROM users u WHERE u.email = $1`,
      [email],
    );
    const audit = ['organization.create', 'project.create', 'task.create', 'user.verify'];
    expect(rows).to.deep.equal([{ organizations: 1, projects: 1, tasks: 3, audit }]);
    expect((await app.mail.next(email)).subject).to.equal('Welcome to Architect');
    expect((await app.v2.POST('/api/v2/auth/login', { body: { email, password } })).response.status).to.equal(200);
  }

  const steps = [
    ['one_time_tokens', 'UPDATE'],
    ['organizations', 'INSERT'],
    ['organization_members', 'INSERT'],
    ['projects', 'INSERT'],
    ['project_members', 'INSERT'],
    ['tasks', 'INSERT'],
    ['task_history', 'INSERT'],
    ['audit_log', 'INSERT'],
    ['events', 'INSERT'],
    ['outbox', 'INSERT'],
    ['users', 'UPDATE'],
  ] as const;

  for (const [table, event] of steps) {
    it(`${event} on ${table} fails: nothing stays, and the same link works then`, async () => {
      const { email, token } = await register();
      const before = await countAll();
      await breakTable(table, event, `RAISE EXCEPTION 'broken';`);
      const failed = await verify(token);
      await app.query(`DROP TRIGGER broken ON ${table}`);
      expect(failed.response.status).to.equal(500);
      expect(await countAll()).to.deep.equal(before);
      expect((await verify(token)).response.status).to.equal(200);
      await expectWorkspace(email);
    });
  }

  it('the connection is cut in the middle: 503, nothing stays, and the same link works then', async () => {
    const { email, token } = await register();
    const before = await countAll();
    await breakTable('tasks', 'INSERT', 'PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NEW;');
    const failed = await verify(token);
    await app.query('DROP TRIGGER broken ON tasks');
    expect(failed.response.status).to.equal(503);
    expect(await countAll()).to.deep.equal(before);
    expect((await verify(token)).response.status).to.equal(200);
    await expectWorkspace(email);
  });
});
