import { expect } from 'chai';
import { createProject, createSourceMap } from '../../support/factories.ts';
import { archiveProject, refusalOf, useScene } from '../../support/scene.ts';
import { tracesOf } from '../../support/traces.ts';

const url = '/api/v2/source-maps/{source_map_id}';

describe('v2 deleteSourceMap DELETE /source-maps/{source_map_id}', () => {
  const scene = useScene();
  const remove = (who: 'owner' | 'member' | 'viewer' | 'stranger', id: string, header = {}) =>
    scene[who].v2.DELETE(url, { params: { path: { source_map_id: id }, header } });

  describe('204', () => {
    it('leaves an audit row, and then returns 404', async () => {
      const sourceMap = await createSourceMap(scene.owner, scene.project);
      expect((await remove('member', sourceMap.id, { 'If-Match': '"1"' })).response.status).to.equal(204);
      expect(refusalOf(await remove('member', sourceMap.id))).to.deep.equal({ status: 404, code: 'not_found' });
      const { audit } = await tracesOf(scene.app, 'source_map', sourceMap.id);
      const actor_id = scene.member.user_id;
      expect(audit.at(-1)).to.deep.equal({ action: 'source_map.delete', actor_id, before: sourceMap, after: null });
    });

    it('makes room for another map of the same file', async () => {
      const { id, release, file } = await createSourceMap(scene.owner, scene.project);
      await remove('member', id);
      expect(await createSourceMap(scene.owner, scene.project, { release, file })).to.include({ release, file });
    });
  });

  describe('403', () => {
    it('refuses a caller who may only read', async () => {
      const { id } = await createSourceMap(scene.owner, scene.project);
      expect(refusalOf(await remove('viewer', id))).to.deep.equal({ status: 403, code: 'forbidden' });
    });
  });

  describe('404', () => {
    it('hides the map of another organization', async () => {
      const { id } = await createSourceMap(scene.owner, scene.project);
      expect(refusalOf(await remove('stranger', id))).to.deep.equal({ status: 404, code: 'not_found' });
    });
  });

  describe('409', () => {
    it('project_archived', async () => {
      const project = await createProject(scene.owner);
      const { id } = await createSourceMap(scene.owner, project);
      await archiveProject(scene.owner, project);
      expect(refusalOf(await remove('member', id))).to.deep.equal({ status: 409, code: 'project_archived' });
    });
  });

  describe('412', () => {
    it('refuses another version', async () => {
      const { id } = await createSourceMap(scene.owner, scene.project);
      const refusal = refusalOf(await remove('member', id, { 'If-Match': '"2"' }));
      expect(refusal).to.deep.equal({ status: 412, code: 'precondition_failed' });
    });
  });
});
