import { expect } from 'chai';
import { createAccount } from '../../support/accounts.ts';
import { bodyOf } from '../../support/factories.ts';
import { refusalOf, useScene } from '../../support/scene.ts';

const url = '/api/v2/audit-log/{entry_id}';

describe('v2 getAuditEntry GET /audit-log/{entry_id}', () => {
  const scene = useScene();

  const entryOf = async (resource_id: string) =>
    bodyOf(await scene.owner.v2.GET('/api/v2/audit-log', { params: { query: { resource_id } } })).data[0]!;

  /** Registrations belong to no organization yet. */
  async function installationEntry(): Promise<string> {
    const body = { email: 'audited@example.com', name: 'Audited', password: 'a long enough phrase' };
    await scene.app.v2.POST('/api/v2/auth/register', { body });
    const statement = "SELECT id FROM audit_log WHERE organization_id IS NULL AND action = 'user.register'";
    const [row] = await scene.app.query<{ id: string }>(statement);
    return row!.id;
  }

  describe('200', () => {
    it('is the entry that the list shows', async () => {
      const { sequence: _, hash: __, previous_hash: ___, ...listed } = await entryOf(scene.project.id);
      const params = { path: { entry_id: listed.id } };
      expect(bodyOf(await scene.owner.v2.GET(url, { params }))).to.deep.include(listed);
    });

    it('shows operators an entry of the installation', async () => {
      const operator = await createAccount(scene.app, { is_operator: true });
      const params = { path: { entry_id: await installationEntry() } };
      expect(bodyOf(await operator.v2.GET(url, { params })).organization_id).to.equal(null);
    });
  });

  describe('404', () => {
    it('hides entries of other organizations, and those of the installation', async () => {
      const { id } = await entryOf(scene.project.id);
      for (const entry_id of [id, await installationEntry()]) {
        const response = await scene.stranger.v2.GET(url, { params: { path: { entry_id } } });
        expect(refusalOf(response)).to.deep.equal({ status: 404, code: 'not_found' });
      }
    });
  });
});
