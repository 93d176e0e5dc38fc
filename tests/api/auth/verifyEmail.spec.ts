import { expect } from 'chai';
import { useApp } from '../../support/app.ts';
import { newAddress, password, sessionOf, tokenIn } from '../../support/passwords.ts';
import { clientsOf, createAccount } from '../../support/accounts.ts';
import { refusalOf } from '../../support/scene.ts';

const DAY_MS = 86_400_000;

describe('v2 verifyEmail POST /auth/email-verification', () => {
  // One of its own: it moves the clock, and breaks a table for a moment.
  const app = useApp({});

  async function register(name = 'Ada Lindqvist'): Promise<{ readonly email: string; readonly token: string }> {
    const email = newAddress();
    await app.v2.POST('/api/v2/auth/register', { body: { email, name, password } });
    return { email, token: tokenIn((await app.mail.next(email)).text) };
  }

  function verify(token: string) {
    return app.v2.POST('/api/v2/auth/email-verification', { body: { token } });
  }

  async function countsOf(email: string): Promise<unknown> {
    const [counts] = await app.query(
      `SELECT (SELECT count(*)::int FROM organization_members m WHERE m.user_id = u.id) AS organizations,
              (SELECT count(*)::int FROM project_members p WHERE p.user_id = u.id) AS projects,
              (SELECT count(*)::int FROM tasks t WHERE t.assignee_id = u.id) AS tasks
         FROM users u WHERE u.email = $1`,
      [email],
    );
    return counts;
  }

  describe('200', () => {
    it('opens an account of the longest name, of which the organization bears the beginning', async () => {
      const email = newAddress();
      const name = `${'a'.repeat(84)}𝐛${'c'.repeat(15)}`;
      await app.v2.POST('/api/v2/auth/register', { body: { email, name, password } });
      const { data, response } = await verify(tokenIn((await app.mail.next(email)).text));
      expect(response.status).to.equal(200);
      const rows = await app.query('SELECT name FROM organizations WHERE id = $1', [data!.organization_id]);
      expect(rows).to.deep.equal([{ name: `${'a'.repeat(84)}𝐛's organization` }]);
    });

    it('opens the account: it can log in, and finds an organization, a project and tasks of its own', async () => {
      const { email, token } = await register();
      const { data, response } = await verify(token);
      expect(response.status).to.equal(200);
      expect(data).to.include({ email });
      const started = await app.v2.POST('/api/v2/auth/login', { body: { email, password } });
      const { v2 } = clientsOf(app, sessionOf(started.data).token);
      const { user } = sessionOf(started.data);
      expect(user).to.include({ version: 2, home_organization_id: data!.organization_id });
      expect(user.updated_at).to.equal(user.email_verified_at);
      const organizations = await v2.GET('/api/v2/organizations');
      expect(organizations.data?.data.map(({ id }) => id)).to.deep.equal([data!.organization_id]);
      const projects = await v2.GET('/api/v2/projects');
      expect(projects.data?.data.map(({ id }) => id)).to.deep.equal([data!.project_id]);
      const tasks = await v2.GET('/api/v2/tasks', { params: { query: { assignee_id: [data!.user_id] } } });
      expect(tasks.data?.data.length).to.be.greaterThan(1);
    });

    it('creates neither organization nor project for a user who has a home already', async () => {
      const { email, token } = await register();
      const { organization_id } = await createAccount(app);
      await app.query('UPDATE users SET home_organization_id = $2 WHERE email = $1', [email, organization_id]);
      expect((await verify(token)).data).to.include({ organization_id, project_id: null });
      expect(await countsOf(email)).to.deep.equal({ organizations: 0, projects: 0, tasks: 0 });
    });

    it('makes the user owner of the organization and lead of the project', async () => {
      const { token } = await register();
      const { data } = await verify(token);
      const roles = await app.query(
        `SELECT (SELECT role FROM organization_members WHERE organization_id = $1 AND user_id = $3) AS in_organization,
                (SELECT role FROM project_members WHERE project_id = $2 AND user_id = $3) AS in_project`,
        [data!.organization_id, data!.project_id, data!.user_id],
      );
      expect(roles).to.deep.equal([{ in_organization: 'owner', in_project: 'lead' }]);
    });

    it('gives users of one name organizations of different slugs', async () => {
      const first = await verify((await register('Grace Hopper')).token);
      const second = await verify((await register('Grace Hopper')).token);
      const ids = [first.data!.organization_id, second.data!.organization_id];
      const rows = await app.query<{ slug: string }>('SELECT slug FROM organizations WHERE id = ANY ($1)', [ids]);
      expect(new Set(rows.map(({ slug }) => slug)).size).to.equal(2);
      for (const { slug } of rows) expect(slug).to.match(/^grace-hopper/);
    });

    it('sends a welcome', async () => {
      const { email, token } = await register();
      await verify(token);
      expect((await app.mail.next(email)).subject).to.equal('Welcome to Architect');
    });

    it('writes an audit row and an event for each thing it makes', async () => {
      const { token } = await register();
      const { data } = await verify(token);
      const audit = await app.query<{ action: string; actor_id: string }>(
        'SELECT action, actor_id FROM audit_log WHERE organization_id = $1 ORDER BY id',
        [data!.organization_id],
      );
      expect(new Set(audit.map(({ actor_id }) => actor_id))).to.deep.equal(new Set([data!.user_id]));
      expect(new Set(audit.map(({ action }) => action))).to.deep.equal(
        new Set(['organization.create', 'project.create', 'task.create', 'user.verify']),
      );
      const events = await app.query<{ type: string }>('SELECT type FROM events WHERE organization_id = $1', [
        data!.organization_id,
      ]);
      expect(new Set(events.map(({ type }) => type))).to.deep.equal(
        new Set(['organization.created', 'member.added', 'project.created', 'task.created', 'user.verified']),
      );
    });

    it('leaves nothing behind where a step fails, and the link can be followed again', async () => {
      const { email, token } = await register();
      await app.query(`ALTER TABLE tasks ADD CONSTRAINT no_tasks CHECK (false) NOT VALID`);
      const failed = await verify(token);
      expect(failed.response.status).to.equal(500);
      expect(await countsOf(email)).to.deep.equal({ organizations: 0, projects: 0, tasks: 0 });
      await app.query('ALTER TABLE tasks DROP CONSTRAINT no_tasks');
      expect((await verify(token)).response.status).to.equal(200);
      expect(await countsOf(email)).to.include({ organizations: 1, projects: 1 });
    });
  });

  describe('409 token_invalid', () => {
    it('refuses a token that was used', async () => {
      const { email, token } = await register();
      await verify(token);
      const { error, response } = await verify(token);
      expect([response.status, error?.code]).to.deep.equal([409, 'token_invalid']);
      expect(await countsOf(email)).to.include({ organizations: 1, projects: 1 });
    });

    it('opens an account once where links are followed at the same time', async () => {
      const { email, token } = await register();
      await app.v2.POST('/api/v2/auth/register', { body: { email, name: 'Ada Lindqvist', password } });
      const other = tokenIn((await app.mail.next(email)).text);
      const responses = await Promise.all([token, other, token, other].map(verify));
      const statuses = responses.map(({ response }) => response.status).sort();
      expect(statuses).to.deep.equal([200, 409, 409, 409]);
      expect(await countsOf(email)).to.include({ organizations: 1, projects: 1 });
    });

    it('refuses a token that nobody was sent', async () => {
      const { error, response } = await verify('x'.repeat(43));
      expect([response.status, error?.code]).to.deep.equal([409, 'token_invalid']);
    });

    it('refuses the token of a password reset, and of an invitation to an account', async () => {
      const [account, operator] = [await createAccount(app), await createAccount(app, { is_operator: true })];
      await app.v2.POST('/api/v2/auth/password-reset', { body: { email: account.email } });
      const invited = newAddress();
      await operator.v2.POST('/api/v2/users', { body: { email: invited, name: 'Jun Watanabe' } });
      for (const email of [account.email, invited]) {
        const token = tokenIn((await app.mail.next(email)).text);
        expect(refusalOf(await verify(token))).to.deep.equal({ status: 409, code: 'token_invalid' });
      }
    });

    it('refuses a token after a day', async () => {
      const { token } = await register();
      app.clock.advance(DAY_MS + 1);
      const { error, response } = await verify(token);
      app.clock.reset();
      expect([response.status, error?.code]).to.deep.equal([409, 'token_invalid']);
    });
  });

  describe('400', () => {
    it('refuses what cannot be a token', async () => {
      const { error, response } = await verify('too short');
      expect([response.status, error?.code]).to.deep.equal([400, 'validation_failed']);
      expect(error?.errors?.map(({ pointer }) => pointer)).to.include('/token');
    });
  });

  describe('412', () => {
    it('changes nothing where the precondition does not hold, so that the token still opens the account', async () => {
      const { token } = await register();
      const headers = { 'If-Match': '"other"' };
      const refused = await app.v2.POST('/api/v2/auth/email-verification', { body: { token }, headers });
      expect(refusalOf(refused)).to.deep.equal({ status: 412, code: 'precondition_failed' });
      expect((await verify(token)).response.status).to.equal(200);
    });
  });
});
