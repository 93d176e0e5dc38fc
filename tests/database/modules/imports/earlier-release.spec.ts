import { expect } from 'chai';
import { ended, runImport, smallArchive } from '../../../support/archive.ts';
import { createProject } from '../../../support/factories.ts';
import { useScene } from '../../../support/scene.ts';

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
});
