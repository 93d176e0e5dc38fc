import { expect } from 'chai';
import { createAccount, createMember, type Account } from '../../support/accounts.ts';
import { useApp } from '../../support/app.ts';
import { refusalOf } from '../../support/scene.ts';

describe('v2 getMember GET /organizations/{organization_id}/members/{user_id}', () => {
  const app = useApp();
  const get = ({ v2 }: Pick<Account, 'v2'>, organization_id: string, user_id: string) =>
    v2.GET('/api/v2/organizations/{organization_id}/members/{user_id}', {
      params: { path: { organization_id, user_id } },
    });

  describe('200', () => {
    it('shows a member to everybody in the organization, with a tag', async () => {
      const owner = await createAccount(app, { name: 'Cleo' });
      const viewer = await createMember(app, owner, 'viewer');
      const { data, response } = await get(viewer, owner.organization_id, owner.user_id);
      const { organization_id, user_id, email } = owner;
      expect(data).to.include({ organization_id, user_id, name: 'Cleo', email, role: 'owner', version: 1 });
      expect(response.headers.get('etag')).to.equal('"1"');
    });
  });

  describe('404', () => {
    it('returns alike for nobody, for somebody elsewhere, and in a foreign organization', async () => {
      const [owner, stranger] = [await createAccount(app), await createAccount(app)];
      const missing = { status: 404, code: 'not_found' };
      expect(refusalOf(await get(owner, owner.organization_id, owner.api_key_id))).to.deep.equal(missing);
      expect(refusalOf(await get(owner, owner.organization_id, stranger.user_id))).to.deep.equal(missing);
      expect(refusalOf(await get(stranger, owner.organization_id, owner.user_id))).to.deep.equal(missing);
    });
  });
});
