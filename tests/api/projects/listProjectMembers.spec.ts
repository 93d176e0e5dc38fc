import { expect } from 'chai';
import type { operations } from '../../../generated/v2/types.ts';
import { createAccount } from '../../support/accounts.ts';
import { bodyOf, createProject } from '../../support/factories.ts';
import { joinProject, refusalOf, useScene } from '../../support/scene.ts';

const url = '/api/v2/projects/{project_id}/members';
type Query = NonNullable<operations['listProjectMembers']['parameters']['query']>;

describe('v2 listProjectMembers GET /projects/{project_id}/members', () => {
  const scene = useScene();
  const list = async (project: { readonly id: string }, query: Query = {}) =>
    bodyOf(await scene.viewer.v2.GET(url, { params: { path: { project_id: project.id }, query } }));

  describe('200', () => {
    it('shows the creator as lead', async () => {
      const project = await createProject(scene.member);
      const { user_id, name, email } = scene.member;
      const { organization_id, created_at } = project;
      const times = { created_at, updated_at: created_at };
      expect((await list(project)).data).to.deep.equal([
        { organization_id, project_id: project.id, user_id, name, email, role: 'lead', version: 1, ...times },
      ]);
    });

    it('lists by name or by age, over pages as in one, and by role', async () => {
      const project = await createProject(scene.owner);
      const { organization_id } = scene.owner;
      for (const [name, role] of [
        ['Zoe', 'viewer'],
        ['Bob', 'contributor'],
        ['Mia', 'viewer'],
      ] as const) {
        await joinProject(scene.app, project, await createAccount(scene.app, { organization_id, name }), role);
      }
      const names = async (query: Query): Promise<string[]> => {
        const seen: string[] = [];
        let cursor: string | null = null;
        do {
          const page = await list(project, { ...query, limit: 1, ...(cursor === null ? {} : { cursor }) });
          seen.push(...page.data.map(({ name }) => name));
          cursor = page.page.next_cursor;
        } while (cursor !== null);
        return seen;
      };
      expect(await names({})).to.deep.equal([scene.owner.name, 'Bob', 'Mia', 'Zoe']);
      expect(await names({ sort: '-name' })).to.deep.equal(['Zoe', 'Mia', 'Bob', scene.owner.name]);
      expect(await names({ sort: 'created_at' })).to.deep.equal([scene.owner.name, 'Zoe', 'Bob', 'Mia']);
      expect(await names({ role: ['viewer'] })).to.deep.equal(['Mia', 'Zoe']);
      expect((await list(project, { role: ['viewer', 'lead'], include_total: true })).page.total).to.equal(3);
    });
  });

  describe('404', () => {
    it('hides the members of another organization, and of a private project', async () => {
      const response = await scene.stranger.v2.GET(url, { params: { path: { project_id: scene.project.id } } });
      expect(refusalOf(response)).to.deep.equal({ status: 404, code: 'not_found' });
      const project = await createProject(scene.owner, { visibility: 'private' });
      const hidden = await scene.viewer.v2.GET(url, { params: { path: { project_id: project.id } } });
      expect(refusalOf(hidden)).to.deep.equal({ status: 404, code: 'not_found' });
    });
  });
});
