import { randomBytes } from 'node:crypto';
import { expect } from 'chai';
import { useApp } from '../../support/app.ts';
import { clientsOf, createAccount, createSession } from '../../support/accounts.ts';

describe('v2 createOrganization POST /organizations', () => {
  const app = useApp();

  async function signIn() {
    const account = await createAccount(app);
    const { token } = await createSession(app, account);
    return { account, ...clientsOf(app, token) };
  }

  function newSlug(): string {
    return `atlas-${randomBytes(6).toString('hex')}`;
  }

  describe('201', () => {
    it('makes the caller owner of the organization', async () => {
      const { account, v2 } = await signIn();
      const slug = newSlug();
      const { data, response } = await v2.POST('/api/v2/organizations', { body: { name: 'Atlas', slug } });
      expect(response.status).to.equal(201);
      expect(data).to.include({ name: 'Atlas', slug, version: 1 });
      expect(response.headers.get('location')).to.equal(`/api/v2/organizations/${data!.id}`);
      expect(response.headers.get('etag')).to.equal('"1"');
      const params = { path: { organization_id: data!.id } };
      const members = await v2.GET('/api/v2/organizations/{organization_id}/members', { params });
      expect(members.data?.data.map(({ user_id, role }) => [user_id, role])).to.deep.equal([
        [account.user_id, 'owner'],
      ]);
    });

    it('makes a slug from the name, another one where it is taken', async () => {
      const { v2 } = await signIn();
      const name = `Crème Brûlée ${randomBytes(4).toString('hex')}`;
      const first = await v2.POST('/api/v2/organizations', { body: { name } });
      const second = await v2.POST('/api/v2/organizations', { body: { name } });
      expect(first.data?.slug).to.equal(name.toLowerCase().replace('crème brûlée ', 'creme-brulee-'));
      expect(second.data?.slug).to.match(new RegExp(`^${first.data!.slug}-[0-9a-f]{4}$`));
    });

    it('leaves the home of the user as it is', async () => {
      const { account, v2 } = await signIn();
      await v2.POST('/api/v2/organizations', { body: { name: 'Atlas' } });
      expect((await v2.GET('/api/v2/me')).data?.home_organization_id).to.equal(account.organization_id);
    });

    it('records the organization and its first member there, not in the organization that the request came from', async () => {
      const { account, v2 } = await signIn();
      const { data } = await v2.POST('/api/v2/organizations', { body: { name: 'Atlas' } });
      const audit = await app.query('SELECT action, actor_id FROM audit_log WHERE organization_id = $1', [data!.id]);
      expect(audit).to.deep.equal([{ action: 'organization.create', actor_id: account.user_id }]);
      const events = await app.query('SELECT type FROM events WHERE organization_id = $1 ORDER BY id', [data!.id]);
      expect(events).to.deep.equal([{ type: 'organization.created' }, { type: 'member.added' }]);
    });

    it('makes one organization of a request that is repeated with its Idempotency-Key', async () => {
      const { v2 } = await signIn();
      const request = { params: { header: { 'Idempotency-Key': newSlug() } }, body: { name: 'Atlas' } };
      const first = await v2.POST('/api/v2/organizations', request);
      const again = await v2.POST('/api/v2/organizations', request);
      expect(again.data).to.deep.equal(first.data);
      expect((await v2.GET('/api/v2/organizations')).data?.data).to.have.length(2);
    });
  });

  describe('409 organization_slug_taken', () => {
    it('refuses a slug that another organization has', async () => {
      const slug = newSlug();
      const first = await signIn();
      await first.v2.POST('/api/v2/organizations', { body: { name: 'Atlas', slug } });
      const { v2 } = await signIn();
      const { error, response } = await v2.POST('/api/v2/organizations', { body: { name: 'Other', slug } });
      expect([response.status, error?.code]).to.deep.equal([409, 'organization_slug_taken']);
      expect((await v2.GET('/api/v2/organizations')).data?.data).to.have.length(1);
    });
  });

  describe('403 session_required', () => {
    it('is not for API keys, which could not see it', async () => {
      const { v2 } = await createAccount(app);
      const { error, response } = await v2.POST('/api/v2/organizations', { body: { name: 'Atlas' } });
      expect([response.status, error?.code]).to.deep.equal([403, 'session_required']);
    });
  });

  describe('400', () => {
    for (const slug of ['Atlas', '-atlas', 'atlas-', 'at las', 'a'.repeat(49)]) {
      it(`refuses the slug ${slug.slice(0, 10)}`, async () => {
        const { v2 } = await signIn();
        const { error, response } = await v2.POST('/api/v2/organizations', { body: { name: 'Atlas', slug } });
        expect(response.status).to.equal(400);
        expect(new Set(error?.errors?.map(({ pointer }) => pointer))).to.deep.equal(new Set(['/slug']));
      });
    }
  });
});
