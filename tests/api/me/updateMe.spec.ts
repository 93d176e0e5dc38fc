import { expect } from 'chai';
import { newId } from '../../../src/platform/ids.ts';
import { clientsOf, createAccount, createMember, createSession } from '../../support/accounts.ts';
import { useApp } from '../../support/app.ts';
import { refusalOf } from '../../support/scene.ts';
import { tracesOf } from '../../support/traces.ts';

describe('v2 updateMe PATCH /me', () => {
  const app = useApp();

  describe('200', () => {
    it('changes the name, counts up the version, and leaves the rest as it was', async () => {
      const account = await createAccount(app);
      const before = (await account.v2.GET('/api/v2/me')).data!;
      const { data, response } = await account.v2.PATCH('/api/v2/me', { body: { name: 'Grace Hopper' } });
      expect(response.status).to.equal(200);
      expect(data).to.deep.equal({ ...before, name: 'Grace Hopper', version: 2, updated_at: data!.updated_at });
      expect(response.headers.get('etag')).to.equal('"2"');
      expect((await account.v2.GET('/api/v2/me')).data).to.deep.equal(data);
    });

    it('moves the home, and sessions act there from then on', async () => {
      const account = await createAccount(app);
      const { v2 } = clientsOf(app, (await createSession(app, account)).token);
      const second = (await v2.POST('/api/v2/organizations', { body: { name: 'Second' } })).data!;
      const { data } = await v2.PATCH('/api/v2/me', { body: { home_organization_id: second.id } });
      expect(data?.home_organization_id).to.equal(second.id);
      const project = await v2.POST('/api/v2/projects', { body: { key: 'CORE', name: 'Core' } });
      expect(project.data?.organization_id).to.equal(second.id);
    });

    it('lets a viewer do so, and records what was changed', async () => {
      const viewer = await createMember(app, await createAccount(app), 'viewer');
      await viewer.v2.PATCH('/api/v2/me', { body: { name: 'Grace Hopper' } });
      const { audit, events } = await tracesOf(app, 'user', viewer.user_id);
      expect(audit).to.have.length(1);
      expect(audit[0]).to.include({ action: 'user.update', actor_id: viewer.user_id });
      expect(audit[0]!.before).to.include({ name: '[masked]', version: 1 });
      expect(audit[0]!.after).to.include({ name: '[masked]', version: 2 });
      expect(events).to.deep.equal([]);
    });

    it('does not show an organization which other one was the home before', async () => {
      const account = await createAccount(app);
      const { organization_id } = await createAccount(app);
      await app.query(
        `INSERT INTO organization_members (organization_id, user_id, role, created_at, updated_at)
         VALUES ($1, $2, 'member', $3, $3)`,
        [organization_id, account.user_id, app.clock.now()],
      );
      await account.v2.PATCH('/api/v2/me', { body: { home_organization_id: organization_id } });
      const audit = await app.query('SELECT organization_id FROM audit_log WHERE resource_id = $1', [account.user_id]);
      expect(audit).to.deep.equal([{ organization_id: null }]);
    });

    it('honours If-Match', async () => {
      const { v2 } = await createAccount(app);
      const params = { header: { 'If-Match': '"1"' } };
      expect((await v2.PATCH('/api/v2/me', { params, body: { name: 'One' } })).response.status).to.equal(200);
      expect(refusalOf(await v2.PATCH('/api/v2/me', { params, body: { name: 'Two' } }))).to.deep.equal({
        status: 412,
        code: 'precondition_failed',
      });
    });
  });

  describe('409 home_organization_not_joined', () => {
    it('returns alike for an organization of others and for none, and changes nothing', async () => {
      const account = await createAccount(app);
      const stranger = await createAccount(app);
      for (const home_organization_id of [stranger.organization_id, newId()]) {
        const refused = await account.v2.PATCH('/api/v2/me', { body: { name: 'Grace', home_organization_id } });
        expect(refusalOf(refused)).to.deep.equal({ status: 409, code: 'home_organization_not_joined' });
        expect(refused.error?.detail).to.include(home_organization_id);
      }
      expect((await account.v2.GET('/api/v2/me')).data).to.include({ name: 'Ada Byrne', version: 1 });
    });
  });

  describe('400', () => {
    it('refuses what only others, or nobody, may change', async () => {
      const { v2 } = await createAccount(app);
      for (const field of ['email', 'is_operator', 'password', 'email_verified_at', 'version']) {
        const body = { [field]: true } as unknown as { name: string };
        const { error, response } = await v2.PATCH('/api/v2/me', { body });
        expect(response.status, field).to.equal(400);
        expect(error?.errors?.map(({ pointer }) => pointer)).to.include(`/${field}`);
      }
    });
  });
});
