import { expect } from 'chai';
import { findWantedLabels, insertImportedLabel } from '../../../../src/modules/labels/label-import.repository.ts';
import { createAccount } from '../../../support/accounts.ts';
import { useApp } from '../../../support/app.ts';
import { createProject } from '../../../support/factories.ts';
import { newId } from '../../../../src/platform/ids.ts';
import { openDatabase, type Database } from '../../../../src/platform/database.ts';

describe('the label that a record names', () => {
  const app = useApp();
  let database: Database;
  before(async () => {
    database = await openDatabase({ url: app.databaseUrl });
  });
  after(() => database.close());

  it('is the one of its external id before one of its name, whichever is older', async () => {
    const { db } = database;
    const account = await createAccount(app);
    const project = await createProject(account);
    const insert = async (name: string, externalId: string | null): Promise<string> => {
      const now = app.clock.now().toISOString();
      const { id: project_id, organization_id } = project;
      const fields = { name, color: '#ffffff', description: null, version: 1, created_at: now, updated_at: now };
      const label = { id: newId(), organization_id, project_id, ...fields };
      expect(await insertImportedLabel(db, label, externalId)).to.equal(true);
      return label.id;
    };
    const older = await insert('bug', null);
    const renamed = await insert('defect', 'label-1');
    const newer = await insert('feature', null);
    const wanted = [
      { name: 'bug', external_id: 'label-1' },
      { name: 'feature', external_id: 'label-1' },
      { name: 'Bug', external_id: 'label-2' },
      { name: 'defect', external_id: null },
      { name: 'FEATURE', external_id: null },
      { name: 'absent', external_id: 'label-3' },
    ];
    const found = await findWantedLabels(db, project.id, wanted);
    expect(found).to.deep.equal([renamed, renamed, older, renamed, newer, null]);
  });
});
