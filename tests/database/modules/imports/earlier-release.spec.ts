import { expect } from 'chai';
import { runImport as runImportJob } from '../../../../src/modules/imports/imports.jobs.ts';
import { openDatabase } from '../../../../src/platform/database.ts';
import { ended, runImport, smallArchive } from '../../../support/archive.ts';
import { createProject } from '../../../support/factories.ts';
import { createOpenImport } from '../../../support/open-import.ts';
import { useScene } from '../../../support/scene.ts';
import { contextOn } from '../../../support/steps-that-hang.ts';

const nothing = { created: 0, unchanged: 0, refused: 0 };
// Release 2.0.0 does not know these kinds of records, and no lines.
const newKinds = { milestones: nothing, tasks: nothing, dependencies: nothing };

describe('an import that release 2.0.0 wrote beside this version', () => {
  const scene = useScene();

  it('is shown and listed with the kinds and lines that it lacks', async () => {
    const project = await createProject(scene.owner);
    const done = await runImport(scene.owner, project, smallArchive());
    await scene.app.query(
      `UPDATE imports SET counts = counts - '{milestones,tasks,dependencies}'::text[],
              refused = '[{"record": "/issues/0", "reason": "a reason"}]' WHERE id = $1`,
      [done.id],
    );
    const expected = { ...done, refused: [{ record: '/issues/0', line: null, reason: 'a reason' }] };
    const shown = await ended(scene.owner, done);
    expect(shown).to.deep.equal(expected);
    expect(shown.counts).to.deep.include(newKinds);
    const params = { params: { path: { project_id: project.id } } };
    const { data } = await scene.owner.v2.GET('/api/v2/projects/{project_id}/imports', params);
    expect(data?.data).to.deep.equal([expected]);
  });

  it('is continued by a job of this version', async () => {
    const database = await openDatabase({ url: scene.app.databaseUrl });
    const id = await createOpenImport(scene.app, await createProject(scene.owner), scene.owner.user_id);
    await scene.app.query(
      "UPDATE imports SET counts = counts - '{milestones,tasks,dependencies}'::text[] WHERE id = $1",
      [id],
    );
    const content = Buffer.from(JSON.stringify(smallArchive()));
    await scene.app.query('UPDATE import_uploads SET content = $2 WHERE import_id = $1', [id, content]);
    const { user_id, organization_id } = scene.owner;
    const actor = { user_id, organization_id, role: 'member', scopes: undefined, is_operator: false } as const;
    const payload = { import_id: id, actor: { ...actor, credential_id: null, credential_type: null } };
    try {
      expect(await Promise.resolve(runImportJob(payload, contextOn(database.db)))).to.equal(undefined);
    } finally {
      await database.close();
    }
    const done = await ended(scene.owner, { id });
    expect(done).to.include({ status: 'completed', failure: null });
    expect(done.counts).to.deep.include(newKinds);
    expect(done.counts.issues.created).to.be.above(0);
  });
});
