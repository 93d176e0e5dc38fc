import { randomBytes } from 'node:crypto';
import { expect } from 'chai';
import type { OrganizationUpdate } from '../../../generated/v2/types.ts';
import { createAccount, createMember, type Account } from '../../support/accounts.ts';
import { useApp } from '../../support/app.ts';
import { bodyOf } from '../../support/factories.ts';
import { refusalOf } from '../../support/scene.ts';
import { tracesOf } from '../../support/traces.ts';

const url = '/api/v2/organizations/{organization_id}';

describe('v2 updateOrganization PATCH /organizations/{organization_id}', () => {
  const app = useApp();
  const newSlug = (): string => `halyard-${randomBytes(6).toString('hex')}`;
  const update = ({ v2 }: Pick<Account, 'v2'>, id: string, body: OrganizationUpdate, tag?: string) =>
    v2.PATCH(url, {
      params: { path: { organization_id: id }, ...(tag === undefined ? {} : { header: { 'If-Match': tag } }) },
      body,
    });

  describe('200', () => {
    it('changes name and slug for an administrator, and leaves what is absent', async () => {
      const owner = await createAccount(app);
      const admin = await createMember(app, owner, 'admin');
      const slug = newSlug();
      const renamed = bodyOf(await update(admin, owner.organization_id, { name: 'Halyard' }, '"1"'));
      expect(renamed).to.include({ name: 'Halyard', version: 2 });
      const moved = bodyOf(await update(owner, owner.organization_id, { slug }));
      expect(moved).to.include({ name: 'Halyard', slug, version: 3 });
      const read = await owner.v2.GET(url, { params: { path: { organization_id: owner.organization_id } } });
      expect(read.data).to.deep.equal(moved);
      expect(read.response.headers.get('etag')).to.equal('"3"');
    });

    it('records what it was and what it is, and frees the old slug', async () => {
      const owner = await createAccount(app);
      const slug = newSlug();
      const before = bodyOf(await update(owner, owner.organization_id, { slug }));
      const after = bodyOf(await update(owner, owner.organization_id, { slug: newSlug() }));
      const { audit, events } = await tracesOf(app, 'organization', owner.organization_id);
      const actor_id = owner.user_id;
      expect(audit.at(-1)).to.deep.equal({ action: 'organization.update', actor_id, before, after });
      expect(events.at(-1)).to.deep.equal({ type: 'organization.updated', data: after });
      const other = await createAccount(app);
      expect(bodyOf(await update(other, other.organization_id, { slug }))).to.include({ slug });
    });
  });

  describe('403', () => {
    it('refuses a member', async () => {
      const owner = await createAccount(app);
      const member = await createMember(app, owner);
      const refusal = refusalOf(await update(member, owner.organization_id, { name: 'Mine' }));
      expect(refusal).to.deep.equal({ status: 403, code: 'forbidden' });
    });
  });

  describe('404', () => {
    it('knows no foreign organization', async () => {
      const [owner, stranger] = [await createAccount(app), await createAccount(app)];
      const refusal = refusalOf(await update(stranger, owner.organization_id, { name: 'Mine' }));
      expect(refusal).to.deep.equal({ status: 404, code: 'not_found' });
    });
  });

  describe('409 organization_slug_taken', () => {
    it('refuses a slug of another organization, and changes nothing', async () => {
      const [owner, other] = [await createAccount(app), await createAccount(app)];
      const slug = newSlug();
      await update(other, other.organization_id, { slug });
      const refusal = refusalOf(await update(owner, owner.organization_id, { name: 'Halyard', slug }));
      expect(refusal).to.deep.equal({ status: 409, code: 'organization_slug_taken' });
      const params = { path: { organization_id: owner.organization_id } };
      expect(bodyOf(await owner.v2.GET(url, { params }))).to.include({ name: 'Meridian', version: 1 });
    });
  });

  describe('412', () => {
    it('lets one of two that read the same version win', async () => {
      const owner = await createAccount(app);
      const responses = await Promise.all(
        ['First', 'Second'].map((name) => update(owner, owner.organization_id, { name }, '"1"')),
      );
      expect(responses.map(({ response }) => response.status).sort()).to.deep.equal([200, 412]);
    });
  });
});
