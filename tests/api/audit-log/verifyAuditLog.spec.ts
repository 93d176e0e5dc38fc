import { expect } from 'chai';
import { createAccount } from '../../support/accounts.ts';
import { eventually } from '../../support/eventually.ts';
import { bodyOf, createLabel, createProject } from '../../support/factories.ts';
import { refusalOf, useScene } from '../../support/scene.ts';

const url = '/api/v2/audit-log/verification';

describe('v2 verifyAuditLog GET /audit-log/verification', () => {
  const scene = useScene();

  describe('200', () => {
    it('finds the log whole, and names the entry that somebody edits', async () => {
      const account = await createAccount(scene.app);
      const project = await createProject(account);
      const label = await createLabel(account, project);
      const verify = async () => bodyOf(await account.v2.GET(url));
      const whole = await eventually(async () => {
        const found = await verify();
        expect(found.checked).to.equal(2);
        return found;
      });
      expect(whole).to.include({ is_intact: true, fault_kind: null, fault_sequence: null, fault_entry_id: null });
      const [entry] = await scene.app.query<{ id: string }>('SELECT id FROM audit_log WHERE resource_id = $1', [
        label.id,
      ]);
      // Every test of this process writes to the log: only this transaction may do without its guard.
      await scene.app.query(`DO $$ BEGIN
        ALTER TABLE audit_log DISABLE TRIGGER audit_log_append_only;
        UPDATE audit_log SET action = 'label.delete' WHERE id = '${entry!.id}';
        ALTER TABLE audit_log ENABLE TRIGGER audit_log_append_only;
      END $$`);
      expect(await verify()).to.include({
        is_intact: false,
        checked: 1,
        fault_kind: 'edited',
        fault_sequence: 2,
        fault_entry_id: entry!.id,
      });
    });

    it('verifies the log of the installation for operators', async () => {
      const operator = await createAccount(scene.app, { is_operator: true });
      const params = { query: { log: 'installation' as const } };
      expect(bodyOf(await operator.v2.GET(url, { params }))).to.include({ is_intact: true });
    });
  });

  describe('403', () => {
    it('keeps the log of the installation to operators', async () => {
      const response = await scene.owner.v2.GET(url, { params: { query: { log: 'installation' } } });
      expect(refusalOf(response)).to.deep.equal({ status: 403, code: 'forbidden' });
    });
  });
});
