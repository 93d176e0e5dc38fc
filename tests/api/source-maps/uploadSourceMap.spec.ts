import { expect } from 'chai';
import type { SourceMapUpload } from '../../../generated/v2/types.ts';
import { createProject, createSourceMap, plainMap } from '../../support/factories.ts';
import { changedWhileWaiting } from '../../support/lock-holder.ts';
import { archiveProject, refusalOf, useScene } from '../../support/scene.ts';
import { tracesOf } from '../../support/traces.ts';

const url = '/api/v2/projects/{project_id}/source-maps';

describe('v2 uploadSourceMap POST /projects/{project_id}/source-maps', () => {
  const scene = useScene();
  const post = (
    who: 'owner' | 'member' | 'viewer' | 'stranger',
    body: Partial<SourceMapUpload> = {},
    project = scene.project,
  ) => {
    const params = { path: { project_id: project.id } };
    return scene[who].v2.POST(url, {
      params,
      body: { release: '2.4.0', file: 'assets/app.js', map: plainMap, ...body },
    });
  };
  const reasonOf = async (map: SourceMapUpload['map']): Promise<unknown> => {
    const result = await post('member', { file: 'assets/wrong.js', map });
    expect(refusalOf(result)).to.deep.equal({ status: 409, code: 'source_map_invalid' });
    return (result.error as { readonly detail?: unknown } | undefined)?.detail;
  };

  describe('201', () => {
    it('keeps the map without the sources that it contains, with audit row', async () => {
      const map = { ...plainMap, sourcesContent: ['a secret', null] };
      const { data, response } = await post('member', { release: '2.3.0', map });
      const { id, created_at, ...sourceMap } = data!;
      expect(sourceMap).to.deep.equal({
        organization_id: scene.project.organization_id,
        project_id: scene.project.id,
        release: '2.3.0',
        file: 'assets/app.js',
        source_count: 2,
        map_bytes: Buffer.byteLength(JSON.stringify(plainMap)),
        version: 1,
        updated_at: created_at,
      });
      expect(Date.parse(created_at)).to.be.closeTo(scene.app.clock.now().getTime(), 60_000);
      expect(response.headers.get('location')).to.equal(`/api/v2/source-maps/${id}`);
      expect(response.headers.get('etag')).to.equal('"1"');
      const { audit, events } = await tracesOf(scene.app, 'source_map', id);
      const actor_id = scene.member.user_id;
      expect(audit).to.deep.equal([{ action: 'source_map.create', actor_id, before: null, after: data }]);
      expect(events).to.deep.equal([]);
    });

    it('takes the same file of another release and of another project', async () => {
      const project = await createProject(scene.owner);
      await post('member', { release: '1.0.0' });
      expect((await post('member', { release: '1.0.1' })).response.status).to.equal(201);
      expect((await post('member', { release: '1.0.0' }, project)).response.status).to.equal(201);
    });
  });

  describe('403', () => {
    it('refuses a caller who may only read', async () => {
      expect(refusalOf(await post('viewer'))).to.deep.equal({ status: 403, code: 'forbidden' });
    });
  });

  describe('404', () => {
    it('hides the project of another organization', async () => {
      expect(refusalOf(await post('stranger'))).to.deep.equal({ status: 404, code: 'not_found' });
    });

    it('finds no project that is deleted while the map is uploaded', async () => {
      const project = await createProject(scene.owner);
      const gone = {
        lock: 'SELECT FROM projects WHERE id = $1 FOR UPDATE',
        change: 'DELETE FROM projects WHERE id = $1',
        values: [project.id],
      };
      const result = await changedWhileWaiting(scene.app.databaseUrl, gone, () => post('owner', {}, project));
      expect(refusalOf(result)).to.deep.equal({ status: 404, code: 'not_found' });
    });
  });

  describe('409', () => {
    it('source_map_exists, also if two upload at the same time', async () => {
      await createSourceMap(scene.owner, scene.project, { release: '3.0.0' });
      expect(refusalOf(await post('member', { release: '3.0.0', file: 'assets/app.js' }))).to.deep.equal({
        status: 409,
        code: 'source_map_exists',
      });
      const both = await Promise.all([post('owner', { release: '3.1.0' }), post('member', { release: '3.1.0' })]);
      expect(both.map(({ response }) => response.status)).to.have.members([201, 409]);
    });

    it('source_map_invalid if mappings refer to what the map does not have', async () => {
      const other = 'its mappings refer to sources or names that it does not have';
      for (const mappings of ['ACAA', 'AAAAC', 'D']) {
        expect(await reasonOf({ version: 3, sources: ['a.js'], names: ['a'], mappings })).to.contain(other);
      }
    });

    it('source_map_invalid for a map with sections', async () => {
      const sections = [{ offset: { line: 0, column: 0 }, map: plainMap }];
      expect(await reasonOf({ ...plainMap, sections })).to.contain('maps with sections are not supported');
    });

    it('source_map_invalid for more than a million mappings', async function () {
      this.timeout(30_000);
      const mappings = ';'.repeat(1_000_000);
      expect(await reasonOf({ ...plainMap, mappings })).to.contain('it has more than 1000000 mappings');
    });

    it('project_archived', async () => {
      const project = await createProject(scene.owner);
      await archiveProject(scene.owner, project);
      const refusal = refusalOf(await post('member', {}, project));
      expect(refusal).to.deep.equal({ status: 409, code: 'project_archived' });
    });
  });
});
