import { expect } from 'chai';
import { ended, exportOf, uploadRecords } from '../../support/archive.ts';
import { readLines } from '../../support/contract/records.ts';
import { bodyOf, createImport, createProject } from '../../support/factories.ts';
import { eventually } from '../../support/eventually.ts';
import { createOpenImport } from '../../support/open-import.ts';
import { refusalOf, useScene } from '../../support/scene.ts';
import { tracesOf } from '../../support/traces.ts';

const url = '/api/v2/imports/{import_id}/cancellation';

describe('v2 cancelImport POST /imports/{import_id}/cancellation', () => {
  const scene = useScene();
  const cancel = (who: 'owner' | 'member' | 'viewer' | 'stranger', import_id: string) =>
    scene[who].v2.POST(url, { params: { path: { import_id } } });

  describe('200', () => {
    it('ends an import that waits for its turn, and takes its upload away', async () => {
      const queued = await createOpenImport(scene.app, scene.project);
      const { data, response } = await cancel('member', queued);
      expect(data).to.include({ id: queued, status: 'cancelled', version: 2, records_done: 0 });
      expect(data?.finished_at).to.equal(data?.updated_at);
      expect(response.headers.get('etag')).to.equal('"2"');
      const uploads = await scene.app.query('SELECT 1 FROM import_uploads WHERE import_id = $1', [queued]);
      expect(uploads).to.deep.equal([]);
    });

    it('stops a running import; the imported records stay', async () => {
      const project = await createProject(scene.owner);
      const count = 3000;
      const text = Array.from({ length: count }, (_, index) => `{"title":"Task ${index}"}\n`).join('');
      const started = await uploadRecords(scene.member, project, { source: 'ndjson', text });
      const running = await eventually(async () => {
        const params = { path: { import_id: started.id } };
        const seen = bodyOf(await scene.owner.v2.GET('/api/v2/imports/{import_id}', { params }));
        if (seen.records_done === 0) throw new Error('it has not begun');
        return seen;
      });
      const cancelled = bodyOf(await cancel('member', started.id));
      expect(cancelled.records_done).to.be.within(running.records_done, count - 1);
      const cursors = () => scene.app.query('SELECT 1 FROM job_cursors WHERE key = $1', [`import ${started.id}`]);
      await eventually(async () => expect(await cursors()).to.deep.equal([]));
      expect(await ended(scene.owner, started)).to.deep.equal(cancelled);
      expect(readLines(await exportOf(scene.owner, project))).to.have.length(cancelled.records_done);
    });

    it('leaves one audit row and no event', async () => {
      const queued = await createOpenImport(scene.app, scene.project);
      await cancel('member', queued);
      const { audit, events } = await tracesOf(scene.app, 'import', queued);
      expect(audit.map(({ action, actor_id }) => [action, actor_id])).to.deep.equal([
        ['import.cancel', scene.member.user_id],
      ]);
      expect(events).to.deep.equal([]);
    });
  });

  describe('403', () => {
    it('refuses a caller who may only read', async () => {
      const queued = await createOpenImport(scene.app, scene.project);
      expect(refusalOf(await cancel('viewer', queued))).to.deep.equal({ status: 403, code: 'forbidden' });
    });
  });

  describe('404', () => {
    it('hides imports of other organizations, and into private projects', async () => {
      const queued = await createOpenImport(scene.app, scene.project);
      expect(refusalOf(await cancel('stranger', queued))).to.deep.equal({ status: 404, code: 'not_found' });
      const hidden = await createProject(scene.owner, { visibility: 'private' });
      const other = await createOpenImport(scene.app, hidden);
      expect(refusalOf(await cancel('member', other))).to.deep.equal({ status: 404, code: 'not_found' });
    });
  });

  describe('409', () => {
    it('import_finished: completed, or cancelled before', async () => {
      const completed = await ended(scene.owner, await createImport(scene.owner, scene.project));
      const expected = { status: 409, code: 'import_finished' };
      expect(refusalOf(await cancel('member', completed.id))).to.deep.equal(expected);
      const queued = await createOpenImport(scene.app, scene.project);
      bodyOf(await cancel('member', queued));
      const again = await cancel('member', queued);
      expect(refusalOf(again)).to.deep.equal(expected);
      expect((again.error as { detail?: string }).detail).to.equal('The import is cancelled.');
    });

    it('project_archived', async () => {
      const project = await createProject(scene.owner);
      const queued = await createOpenImport(scene.app, project);
      await scene.app.query('UPDATE projects SET archived_at = updated_at WHERE id = $1', [project.id]);
      expect(refusalOf(await cancel('member', queued))).to.deep.equal({ status: 409, code: 'project_archived' });
    });

    it('import_finished: of eight at once, all but one', async () => {
      const queued = await createOpenImport(scene.app, scene.project);
      const results = await Promise.all(Array.from({ length: 8 }, () => cancel('member', queued)));
      const statuses = results.map(({ response }) => response.status).sort();
      expect(statuses).to.deep.equal([200, ...Array.from({ length: 7 }, () => 409)]);
    });
  });
});
