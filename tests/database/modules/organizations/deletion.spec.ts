import { expect } from 'chai';
import { closeOrganization } from '../../../../src/modules/organizations/deletion/deletion.service.ts';
import { openDatabase, type Database } from '../../../../src/platform/database.ts';
import type { Actor } from '../../../../src/platform/unit.ts';
import { createAccount } from '../../../support/accounts.ts';
import { useApp } from '../../../support/app.ts';
import { bodyOf } from '../../../support/factories.ts';

describe('the deletion of an organization', () => {
  const app = useApp();
  let database: Database;
  before(async () => {
    database = await openDatabase({ url: app.databaseUrl });
  });
  after(() => database.close());

  it('leaves nothing that waits to be carried on among the rows that it will delete', async () => {
    const { v2, user_id, organization_id } = await createAccount(app);
    const params = { path: { organization_id } };
    const organization = bodyOf(await v2.GET('/api/v2/organizations/{organization_id}', { params }));
    const actor: Actor = {
      ...{ user_id, organization_id, role: 'owner', scopes: undefined, is_operator: false },
      ...{ credential_type: null, credential_id: null },
    };
    await database.db.transaction(async (db) => {
      await closeOrganization({ db, actor, request_id: 'deletion', now: app.clock.now() }, organization);
      const waiting = await db
        .knex('outbox')
        .whereIn('name', ['organizations.erase', 'organization.deleted'])
        .whereRaw('xmin = pg_current_xact_id()::xid')
        .orderBy('id')
        .select('name', 'organization_id');
      expect(waiting).to.deep.equal([
        { name: 'organization.deleted', organization_id: null },
        { name: 'organizations.erase', organization_id: null },
      ]);
      const [tombstone] = await db
        .knex('organizations')
        .where({ id: organization_id })
        .select<object[]>('name', 'slug', 'version');
      expect(tombstone).to.deep.equal({ name: 'deleted', slug: null, version: organization.version + 1 });
    });
  });
});
