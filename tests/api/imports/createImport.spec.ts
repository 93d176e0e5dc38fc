import { expect } from 'chai';
import type { GithubArchive } from '../../../generated/v2/types.ts';
import { ended, exportOf, importRecords, runImport, smallArchive } from '../../support/archive.ts';
import { readLines } from '../../support/contract/records.ts';
import { bodyOf, createProject } from '../../support/factories.ts';
import { archiveProject, refusalOf, useScene } from '../../support/scene.ts';
import { tracesOf } from '../../support/traces.ts';

const url = '/api/v2/projects/{project_id}/imports';
const none = { created: 0, unchanged: 0, refused: 0 };
const one = { created: 1, unchanged: 0, refused: 0 };
const known = { created: 0, unchanged: 1, refused: 0 };
const nothing = { milestones: none, tasks: none, dependencies: none };
describe('v2 createImport POST /projects/{project_id}/imports', () => {
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
      expect(done.counts).to.deep.equal({ ...nothing, ...counts });
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
        title: 'Return an empty page',
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
      expect(again.counts).to.deep.equal({ ...nothing, ...counts });
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
        labels: { created: 1, unchanged: 0, refused: 1 },
        issues: { created: 1, unchanged: 0, refused: 2 },
      });
      expect(done.refused).to.deep.equal([
        { record: '/labels/0', line: null, reason: 'color is not six hexadecimal digits' },
        { record: '/issues/0', line: null, reason: 'number is not a positive integer' },
        { record: '/issues/2', line: null, reason: 'state is not one of OPEN, CLOSED, MERGED' },
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

  describe('202, from CSV', () => {
    const importCsv = (project: { readonly id: string }, text: string) =>
      importRecords(scene.member, project, { source: 'csv', text });
    const tasksOf = async (project: { readonly id: string }) =>
      readLines(await exportOf(scene.owner, project)).filter(
        (record): record is Record<string, unknown> => (record as { record: string }).record === 'task',
      );

    it('needs no more than titles, takes columns in any order and leaves unknown ones alone', async () => {
      const project = await createProject(scene.owner);
      const text = '\uFEFFSprint, Title ,TYPE\n7,Mend the door,bug\n\n8,"Paint it\nred",\n';
      const done = await importCsv(project, text);
      expect(done).to.include({ source: 'csv', status: 'completed', records_total: 2 });
      expect(done.refused).to.deep.equal([
        { record: 'header', line: 1, reason: 'unknown columns were left out: "Sprint"' },
      ]);
      const facts = (await tasksOf(project)).map(({ number, title, type, status, priority, author, source }) => ({
        ...{ number, title, type, status, priority, author, source },
      }));
      const plain = { status: 'todo', priority: 'none', author: null, source: 'csv' };
      expect(facts).to.deep.equal([
        { number: 1, title: 'Mend the door', type: 'bug', ...plain },
        { number: 2, title: 'Paint it\nred', type: 'task', ...plain },
      ]);
    });

    it('changes nothing when it is repeated, also where the rows have no ids', async () => {
      const project = await createProject(scene.owner);
      const text = 'title,labels,milestone\nMend the door,"house,urgent",Spring\nPaint it,house,Spring\n';
      const done = await importCsv(project, text);
      expect(done.counts).to.deep.include({ tasks: { ...one, created: 2 }, labels: { ...one, created: 2 } });
      expect(done.counts.milestones).to.deep.equal(one);
      const again = await importCsv(project, text);
      expect(again.counts).to.deep.include({ tasks: { ...none, unchanged: 2 }, labels: none, milestones: none });
    });

    it('knows a record again by its external id, whatever else the row says', async () => {
      const project = await createProject(scene.owner);
      await importCsv(project, 'external_id,title\nX-1,Mend the door\n');
      const again = await importCsv(project, 'external_id,title\nX-1,Another title\n');
      expect(again.counts.tasks).to.deep.equal(known);
      expect((await tasksOf(project)).map(({ title }) => title)).to.deep.equal(['Mend the door']);
    });

    it('takes a task without its assignee where nobody can be meant, and says so', async () => {
      const project = await createProject(scene.owner);
      const text = `title,assignee\na,${scene.stranger.email}\nb,${scene.viewer.email.toUpperCase()}\n`;
      const done = await importCsv(project, text);
      const reason = `no user with the address ${scene.stranger.email} can be assigned tasks of the project: imported without assignee`;
      expect(done.refused).to.deep.equal([{ record: '1', line: 2, reason }]);
      expect(done.counts.tasks).to.deep.equal({ created: 2, unchanged: 0, refused: 0 });
      expect((await tasksOf(project)).map(({ assignee }) => assignee)).to.deep.equal([null, scene.viewer.email]);
    });

    it('keeps a number only where it is higher than all before', async () => {
      const project = await createProject(scene.owner);
      await importCsv(project, 'title,number\na,7\nb,3\nc,20\nd,\n');
      const numbers = (await tasksOf(project)).map(({ title, number }) => [title, number]);
      expect(numbers).to.deep.equal([
        ['a', 7],
        ['b', 8],
        ['c', 20],
        ['d', 21],
      ]);
    });
  });

  describe('202, from NDJSON', () => {
    it('names each bad record with its number and the reason, and takes the others', async () => {
      const project = await createProject(scene.owner);
      const lines = [
        '{"record":"task","external_id":"a","title":"First"}',
        'not JSON',
        '',
        '[1]',
        '{"record":"epic","title":"x"}',
        '{"record":"constructor"}',
        '{"title":"Second","external_id":"b"}',
        '{"record":"label","name":"x","color":"red"}',
        '{"record":"milestone","name":"m","state":"open","closed_at":"2026-11-01T00:00:00Z"}',
        '{"record":"comment","task":"c","body":"lost"}',
        '{"record":"comment","task":"b","body":"found","author":"grace"}',
        '{"record":"dependency","task":"a","blocking_task":"b"}',
        '{"record":"dependency","task":"b","blocking_task":"a"}',
        '{"record":"dependency","task":"a","blocking_task":"zz"}',
      ];
      const done = await importRecords(scene.member, project, { source: 'ndjson', text: lines.join('\n') });
      expect(done).to.include({ source: 'ndjson', status: 'completed', records_total: 13 });
      expect(done.refused).to.deep.equal([
        { record: '2', line: 2, reason: 'the line is not a JSON object' },
        { record: '3', line: 4, reason: 'the line is not a JSON object' },
        { record: '4', line: 5, reason: 'record is not one of label, milestone, task, comment, dependency' },
        { record: '5', line: 6, reason: 'record is not one of label, milestone, task, comment, dependency' },
        { record: '7', line: 8, reason: 'color is not # and six hexadecimal digits' },
        { record: '8', line: 9, reason: 'closed_at belongs to milestones that are closed' },
        { record: '9', line: 10, reason: 'there is no task c' },
        { record: '12', line: 13, reason: 'b cannot wait for a: the dependency would close a circle' },
        { record: '13', line: 14, reason: 'there is no task zz' },
      ]);
      const counts = { comments: { ...one, refused: 1 }, dependencies: { ...one, refused: 2 } };
      expect(done.counts).to.deep.include({ tasks: { created: 2, unchanged: 0, refused: 4 }, ...counts });
    });

    it('records an event for every imported record', async () => {
      const project = await createProject(scene.owner);
      const lines = [
        '{"record":"milestone","name":"2.4","state":"closed"}',
        '{"record":"task","external_id":"a","title":"First"}',
        '{"record":"task","external_id":"b","title":"Second"}',
        '{"record":"dependency","task":"a","blocking_task":"b"}',
      ];
      await importRecords(scene.member, project, { source: 'ndjson', text: lines.join('\n') });
      const events = await scene.app.query<{ type: string }>('SELECT type FROM events WHERE project_id = $1', [
        project.id,
      ]);
      const types = events.map(({ type }) => type);
      expect(types).to.include.members(['milestone.created', 'dependency.added', 'import.completed']);
      expect(types.filter((type) => type === 'task.created')).to.have.length(2);
    });
  });

  describe('403', () => {
    it('refuses a caller who may only read', async () => {
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

    it('import_source_mismatch: the media type does not match the named source', async () => {
      for (const [source, mediaType] of [
        ['csv', 'application/x-ndjson'],
        ['ndjson', 'text/csv'],
        ['github_archive', 'text/csv'],
        ['csv', 'application/json'],
      ] as const) {
        const refused = await scene.member.v2.POST(url, {
          params: { path: { project_id: scene.project.id }, query: { source } },
          body: smallArchive(),
          headers: { 'content-type': mediaType },
        });
        expect(refusalOf(refused), source).to.deep.equal({ status: 409, code: 'import_source_mismatch' });
      }
    });

    it('import_columns_refused: a column is there twice, or there is no end of them', async () => {
      const endless = `title${',a'.repeat(40_000)}\nx\n`;
      for (const text of ['title,title\na,b\n', 'Title;Due On;due_on\n', `title${',a'.repeat(1000)}\nx\n`, endless]) {
        const refused = await scene.member.v2.POST(url, {
          params: { path: { project_id: scene.project.id }, query: { source: 'csv' } },
          body: text,
          headers: { 'content-type': 'text/csv' },
          bodySerializer: (body) => body as string,
        });
        const outcome = { status: 409, code: 'import_columns_refused' };
        expect(refusalOf(refused), text.slice(0, 40)).to.deep.equal(outcome);
      }
    });

    it('import_title_missing: no row could have a title', async () => {
      for (const text of ['name,labels\na,b\n', '"title', '\n\n', '1,2,3']) {
        const refused = await scene.member.v2.POST(url, {
          params: { path: { project_id: scene.project.id }, query: { source: 'csv' } },
          body: text,
          headers: { 'content-type': 'text/csv' },
          bodySerializer: (body) => body as string,
        });
        expect(refusalOf(refused), text).to.deep.equal({ status: 409, code: 'import_title_missing' });
      }
    });
  });
});
