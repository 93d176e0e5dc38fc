import { expect } from 'chai';
import { newId } from '../../../src/platform/ids.ts';
import { useApp } from '../../support/app.ts';
import { clientsOf, createAccount, createMember, createSession, type Account } from '../../support/accounts.ts';

describe('v2 getOrganization GET /organizations/{organization_id}', () => {
  const app = useApp();

  function get({ v2 }: Pick<Account, 'v2'>, id: string, header = {}) {
    return v2.GET('/api/v2/organizations/{organization_id}', { params: { path: { organization_id: id }, header } });
  }

  describe('200', () => {
    it('returns every member', async () => {
      const viewer = await createMember(app, await createAccount(app), 'viewer');
      const { data, response } = await get(viewer, viewer.organization_id);
      expect(response.status).to.equal(200);
      expect(data).to.include({ id: viewer.organization_id, name: 'Meridian' });
      expect(response.headers.get('etag')).to.equal(`"${data!.version}"`);
    });

    it('returns a session for each organization of its user, whatever its home', async () => {
      const { token } = await createSession(app, await createAccount(app));
      const clients = clientsOf(app, token);
      const second = await clients.v2.POST('/api/v2/organizations', { body: { name: 'Second' } });
      expect((await get(clients, second.data!.id)).data?.name).to.equal('Second');
    });
  });

  describe('304', () => {
    it('returns no body if the caller has the current version', async () => {
      const account = await createAccount(app);
      const { response } = await get(account, account.organization_id);
      const header = { 'If-None-Match': response.headers.get('etag')! };
      expect((await get(account, account.organization_id, header)).response.status).to.equal(304);
    });
  });

  describe('404', () => {
    it('returns the same for an organization of others and for none at all, to a session as to a key', async () => {
      const account = await createAccount(app);
      const stranger = await createAccount(app);
      const session = clientsOf(app, (await createSession(app, account)).token);
      const bodies = [];
      for (const caller of [account, session]) {
        for (const id of [stranger.organization_id, newId()]) {
          const { error, response } = await get(caller, id);
          expect([response.status, error?.code]).to.deep.equal([404, 'not_found']);
          bodies.push({ ...error, instance: '', request_id: '' });
        }
      }
      for (const body of bodies) expect(body).to.deep.equal(bodies[0]);
    });

    it("keeps a key from its owner's other organizations", async () => {
      const account = await createAccount(app);
      const { v2 } = clientsOf(app, (await createSession(app, account)).token);
      const second = await v2.POST('/api/v2/organizations', { body: { name: 'Second' } });
      expect((await get(account, second.data!.id)).response.status).to.equal(404);
    });
  });
});
