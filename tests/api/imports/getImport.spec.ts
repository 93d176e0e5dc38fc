import { expect } from 'chai';
import { ended, runImport, smallArchive } from '../../support/archive.ts';
import { createImport, createProject } from '../../support/factories.ts';
import { refusalOf, useScene } from '../../support/scene.ts';

const url = '/api/v2/imports/{import_id}';

describe('v2 getImport GET /imports/{import_id}', () => {
  const scene = useScene();

  describe('200', () => {
    it('shows how far it has come, with a version that is counted up on the way', async () => {
      const started = await createImport(scene.owner, await createProject(scene.owner), smallArchive());
      expect(started).to.include({ status: 'queued', version: 1, started_at: null, finished_at: null });
      const done = await ended(scene.owner, started);
      expect(done.version).to.be.greaterThan(started.version);
      expect(done.started_at).to.be.a('string');
      const { data, response } = await scene.viewer.v2.GET(url, { params: { path: { import_id: done.id } } });
      expect(data).to.deep.equal(done);
      expect(response.headers.get('etag')).to.equal(`"${done.version}"`);
    });
  });

  describe('404', () => {
    it('hides an import into a private project', async () => {
      const project = await createProject(scene.owner, { visibility: 'private' });
      const { id } = await runImport(scene.owner, project);
      const refused = await scene.member.v2.GET(url, { params: { path: { import_id: id } } });
      expect(refusalOf(refused)).to.deep.equal({ status: 404, code: 'not_found' });
    });
  });
});
