import { expect } from 'chai';
import type { GithubArchive } from '../../../generated/v2/types.ts';
import { ended, runImport, smallArchive } from '../../support/archive.ts';
import { bodyOf, createProject } from '../../support/factories.ts';
import { archiveProject, refusalOf, useScene } from '../../support/scene.ts';
import { tracesOf } from '../../support/traces.ts';

const url = '/api/v2/projects/{project_id}/imports';
const none = { created: 0, unchanged: 0, refused: 0 };
const one = { created: 1, unchanged: 0, refused: 0 };
const known = { created: 0, unchanged: 1, refused: 0 };

describe('createImport POST /projects/{project_id}/imports', () => {
  const scene = useScene();
  const post = (who: 'owner' | 'member' | 'viewer', project: { readonly id: string }, body: GithubArchive) =>
    scene[who].v2.POST(url, { params: { path: { project_id: project.id } }, body });

  describe('202', () => {
    it('takes the upload, and says where to follow it', async () => {
      const project = await createProject(scene.owner);
      const { data, response } = await post('member', project, smallArchive());
      expect(data).to.include({
        project_id: project.id,
        status: 'queued',
        records_done: 0,
        created_by_id: scene.member.user_id,
      });
      expect(response.headers.get('location')).to.equal(`/api/v2/imports/${data!.id}`);
      await ended(scene.owner, data!);
    });

    it('brings labels, tasks, comments, reviews and review comments', async () => {
      const project = await createProject(scene.owner);
      const done = await runImport(scene.member, project);
      expect(done).to.include({ status: 'completed', records_done: 3, records_total: 3, failure: null });
      expect(done.refused).to.deep.equal([]);
      const counts = {
        labels: one,
        issues: one,
        pull_requests: one,
        comments: one,
        reviews: one,
        review_comments: one,
      };
      expect(done.counts).to.deep.equal(counts);
    });

    it('keeps authors, states and dates as imported facts', async () => {
      const project = await createProject(scene.owner);
      await runImport(scene.member, project);
      const params = { path: { project_id: project.id }, query: { sort: 'created_at' as const } };
      const { data } = bodyOf(await scene.owner.v2.GET('/api/v2/projects/{project_id}/tasks', { params }));
      const [issue, pull] = data;
      expect(issue).to.include({ title: 'Cursor of an empty page is refused', status: 'todo', type: 'bug' });
      expect(issue?.created_at).to.equal('2026-10-28T11:20:00.000Z');
      expect(issue?.origin).to.include({ author: 'grace', state: 'OPEN', kind: 'issue' });
      expect(issue?.label_ids).to.have.length(1);
      expect(pull).to.include({
        title: 'Answer an empty page',
        status: 'done',
        completed_at: '2026-10-28T11:40:00.000Z',
      });
      const inTask = { params: { path: { task_id: pull!.id } } };
      const comments = bodyOf(await scene.owner.v2.GET('/api/v2/tasks/{task_id}/comments', inTask)).data;
      expect(comments.map(({ kind, body, author_id }) => [kind, body, author_id])).to.have.deep.members([
        ['review', 'Good.', null],
        ['review_comment', 'A test?', null],
      ]);
    });

    it('changes nothing when it is repeated', async () => {
      const project = await createProject(scene.owner);
      await runImport(scene.member, project);
      const again = await runImport(scene.member, project);
      const counts = {
        labels: known,
        issues: known,
        pull_requests: known,
        comments: known,
        reviews: known,
        review_comments: known,
      };
      expect(again.counts).to.deep.equal(counts);
    });

    it('names each bad record with its place and the reason, and takes the others', async () => {
      const project = await createProject(scene.owner);
      const [good] = smallArchive().issues;
      const done = await runImport(
        scene.member,
        project,
        smallArchive({
          labels: [{ name: 'x', color: 'red' }],
          issues: [{ ...good, number: 'seven' }, good!, { ...good, number: 9, state: 'LOST' }],
          pulls: [],
        }),
      );
      expect(done.counts).to.deep.include({
        labels: { ...none, refused: 1 },
        issues: { created: 1, unchanged: 0, refused: 2 },
      });
      expect(done.refused).to.deep.equal([
        { record: '/labels/0', reason: 'color is not six hexadecimal digits' },
        { record: '/issues/0', reason: 'number is not a positive integer' },
        { record: '/issues/2', reason: 'state is none of OPEN, CLOSED, MERGED' },
      ]);
    });

    it('leaves audit rows for beginning and end, and one event', async () => {
      const project = await createProject(scene.owner);
      const done = await runImport(scene.member, project);
      const { audit, events } = await tracesOf(scene.app, 'import', done.id);
      expect(audit.map(({ action, actor_id }) => [action, actor_id])).to.deep.equal([
        ['import.create', scene.member.user_id],
        ['import.complete', scene.member.user_id],
      ]);
      expect(events).to.deep.equal([{ type: 'import.completed', data: done }]);
    });
  });

  describe('403', () => {
    it('refuses who only reads', async () => {
      const refused = await post('viewer', scene.project, smallArchive());
      expect(refusalOf(refused)).to.deep.equal({ status: 403, code: 'forbidden' });
    });
  });

  describe('409', () => {
    it('project_archived', async () => {
      const project = await createProject(scene.owner);
      await archiveProject(scene.owner, project);
      const refused = await post('member', project, smallArchive());
      expect(refusalOf(refused)).to.deep.equal({ status: 409, code: 'project_archived' });
    });
  });
});
