import { expect } from 'chai';
import type { Project } from '../../../generated/v2/types.ts';
import { exportOf, importRecords, insertTasks, runImport, smallArchive } from '../../support/archive.ts';
import { readCells, readLines } from '../../support/contract/records.ts';
import {
  addDependency,
  bodyOf,
  createComment,
  createLabel,
  createMilestone,
  createProject,
  createTask,
  moveTask,
} from '../../support/factories.ts';
import { openStream } from '../../support/open-stream.ts';
import { rawRequest } from '../../support/raw-request.ts';
import { bearer } from '../../support/sample-request.ts';
import { archiveProject, refusalOf, useScene } from '../../support/scene.ts';

const url = '/api/v2/projects/{project_id}/export';

describe('v2 exportProject GET /projects/{project_id}/export', () => {
  const scene = useScene();

  /** A project with everything that an export can hold, made here and brought from elsewhere. */
  async function createFullProject(): Promise<Project> {
    const { owner, member } = scene;
    const project = await createProject(owner);
    const label = await createLabel(owner, project, { name: 'say "when", please', color: '#123abc' });
    const other = await createLabel(owner, project, { name: 'bug', description: 'It is broken.' });
    const milestone = await createMilestone(owner, project, { name: '2.4', description: '', due_on: '2027-01-31' });
    const closed = await createMilestone(owner, project, { name: '=2.3' });
    const closing = { params: { path: { milestone_id: closed.id } }, body: { state: 'closed' as const } };
    bodyOf(await owner.v2.PATCH('/api/v2/milestones/{milestone_id}', closing));
    const first = await createTask(owner, project, {
      title: '=HYPERLINK("http://evil.example")',
      description: 'Two lines,\r\nand "quotes"',
      type: 'bug',
      priority: 'urgent',
      assignee_id: member.user_id,
      due_on: '2026-12-24',
      milestone_id: milestone.id,
      label_ids: [label.id, other.id],
    });
    const gone = await createTask(owner, project);
    await owner.v2.DELETE('/api/v2/tasks/{task_id}', { params: { path: { task_id: gone.id } } });
    const second = await createTask(member, project, { title: "'=already guarded", description: '' });
    await createTask(member, project, { title: 'Lines', description: 'Two lines\nand\rno other sign' });
    await moveTask(owner, second, 'in_progress', 'done');
    await createComment(member, first, '-1 for that\tof course');
    await createComment(owner, first, 'Ünïcödé 🚀');
    await addDependency(owner, first, second);
    await runImport(owner, project, smallArchive());
    return project;
  }

  describe('200', () => {
    it('is imported into another project with the same result, as NDJSON', async () => {
      const project = await createFullProject();
      const text = await exportOf(scene.viewer, project);
      const kinds = readLines(text).map((record) => (record as { record: string }).record);
      expect(kinds).to.deep.equal([
        ...['label', 'label', 'milestone', 'milestone', 'task', 'task', 'task', 'task', 'task'],
        ...['comment', 'comment', 'comment', 'comment', 'comment', 'dependency'],
      ]);
      const target = await createProject(scene.owner);
      const done = await importRecords(scene.owner, target, { source: 'ndjson', text });
      expect(done).to.include({ status: 'completed', records_done: kinds.length, records_total: kinds.length });
      expect(done.refused).to.deep.equal([]);
      expect(await exportOf(scene.owner, target)).to.equal(text);
    });

    it('is imported into another project with the same result, as CSV', async () => {
      const project = await createFullProject();
      const text = await exportOf(scene.viewer, project, 'text/csv');
      const target = await createProject(scene.owner);
      const done = await importRecords(scene.owner, target, { source: 'csv', text });
      expect(done.refused).to.deep.equal([]);
      expect(done.counts.tasks).to.deep.equal({ created: 5, unchanged: 0, refused: 0 });
      expect([done.counts.labels.created, done.counts.milestones.created]).to.deep.equal([2, 1]);
      expect(await exportOf(scene.owner, target, 'text/csv')).to.equal(text);
    });

    for (const [source, accept] of [
      ['ndjson', 'application/x-ndjson'],
      ['csv', 'text/csv'],
    ] as const) {
      it(`changes nothing where it came from, as ${source}`, async () => {
        const project = await createFullProject();
        const text = await exportOf(scene.owner, project, accept);
        const done = await importRecords(scene.owner, project, { source, text });
        const counts = Object.values(done.counts);
        expect(counts.map(({ created, refused }) => [created, refused])).to.deep.equal(counts.map(() => [0, 0]));
        expect(await exportOf(scene.owner, project, accept)).to.equal(text);
      });
    }

    it('holds names, addresses and external ids in the place of ids', async () => {
      const { owner, member } = scene;
      const project = await createProject(owner);
      const label = await createLabel(owner, project, { name: 'bug' });
      const content = { assignee_id: member.user_id, label_ids: [label.id], title: 'Mend it' };
      const task = await createTask(owner, project, content);
      const [, record] = readLines(await exportOf(owner, project));
      expect(record).to.deep.equal({
        record: 'task',
        number: 1,
        external_id: `architect:${task.id}`,
        title: 'Mend it',
        description: null,
        type: 'task',
        status: 'todo',
        priority: 'none',
        labels: ['bug'],
        milestone: null,
        assignee: member.email,
        due_on: null,
        completed_at: null,
        author: owner.name,
        created_at: task.created_at,
        updated_at: task.updated_at,
        source: 'architect',
        source_kind: 'task',
        source_state: null,
        url: null,
      });
    });

    it('keeps what an import knows of authors and sources', async () => {
      const project = await createProject(scene.owner);
      await runImport(scene.owner, project, smallArchive());
      const records = readLines(await exportOf(scene.owner, project)) as Record<string, unknown>[];
      const issue = records.find(({ title }) => title === 'Cursor of an empty page is refused');
      expect(issue).to.include({
        author: 'grace',
        source: 'github_archive',
        source_kind: 'issue',
        source_state: 'OPEN',
      });
      expect(issue).to.include({ external_id: 'github:meridian/core#7', created_at: '2026-10-28T11:20:00.000Z' });
      const result = records.find(({ kind }) => kind === 'review_comment');
      expect(result?.['parent']).to.equal('review:R1');
    });

    it('shows no spreadsheet a formula', async () => {
      const project = await createProject(scene.owner);
      const titles = ['=1', '+1', '-1', '@a', "'=1", "'plain", '\uFF1D1'];
      for (const title of titles) await createTask(scene.owner, project, { title });
      const [header, ...rows] = readCells(await exportOf(scene.owner, project, 'text/csv'));
      const shown = rows.map((cells) => cells[header!.indexOf('title')]);
      expect(shown).to.deep.equal(["'=1", "'+1", "'-1", "'@a", "''=1", "'plain", "'\uFF1D1"]);
    });

    for (const [bom, accept, begins] of [
      ['bom=true', 'text/csv', '\uFEFFnumber,'],
      ['bom=false', 'text/csv', 'number,'],
      ['bom=true', 'application/x-ndjson', '{"record"'],
    ] as const) {
      it(`begins with ${JSON.stringify(begins)} as ${accept} with ${bom}, and comes in again`, async () => {
        const project = await createProject(scene.owner);
        await createTask(scene.owner, project, { title: 'Ünïcödé' });
        const path = `/api/v2/projects/${project.id}/export?${bom}`;
        const { text } = await rawRequest({
          method: 'GET',
          url: scene.app.url + path,
          headers: { accept, ...bearer(scene.owner) },
        });
        expect(text.slice(0, begins.length)).to.equal(begins);
        const source = accept === 'text/csv' ? 'csv' : 'ndjson';
        const done = await importRecords(scene.owner, await createProject(scene.owner), { source, text });
        expect(done.counts.tasks).to.deep.equal({ created: 1, unchanged: 0, refused: 0 });
        expect(done.refused).to.deep.equal([]);
      });
    }

    it('chooses by Accept, names the file, and is not stored', async () => {
      const project = await createProject(scene.owner, { key: 'FILES' });
      for (const [accept, type, name] of [
        ['*/*', 'application/x-ndjson', 'FILES.ndjson'],
        ['text/csv', 'text/csv', 'FILES.csv'],
        ['text/csv;q=0.1, application/x-ndjson', 'application/x-ndjson', 'FILES.ndjson'],
      ]) {
        const params = { path: { project_id: project.id } };
        const { response } = await scene.owner.v2.GET(url, { params, headers: { accept }, parseAs: 'text' });
        const shown = ['content-type', 'content-disposition', 'cache-control'].map((one) => response.headers.get(one));
        expect(shown).to.deep.equal([type, `attachment; filename="${name}"`, 'no-store']);
      }
    });

    it('leaves dependencies on other projects out, which may be hidden', async () => {
      const [project, other] = [await createProject(scene.owner), await createProject(scene.owner)];
      const task = await createTask(scene.owner, project);
      await addDependency(scene.owner, task, await createTask(scene.owner, other));
      const records = readLines(await exportOf(scene.owner, project));
      expect(records).to.have.length(1);
    });

    it('is there for archived projects, too', async () => {
      const project = await createProject(scene.owner);
      await archiveProject(scene.owner, project);
      expect(await exportOf(scene.owner, project)).to.equal('');
    });

    for (const accept of ['application/x-ndjson', 'text/csv']) {
      it(`is one picture of the project, whatever changes while it is read, as ${accept}`, async () => {
        const project = await createProject(scene.owner);
        await insertTasks(scene.app, project, { count: 120, description: 'x'.repeat(90_000) });
        const headers = { ...bearer(scene.owner), accept };
        const stream = await openStream(`${scene.app.url}/api/v2/projects/${project.id}/export`, headers);
        // The first bytes are here, and by far not all of them: the server waits for its reader.
        const first = await stream.next();
        await createTask(scene.owner, project, { title: 'too late' });
        await scene.app.query("UPDATE tasks SET title = 'changed' WHERE project_id = $1 AND number > 110", [
          project.id,
        ]);
        const text = Buffer.concat([first!, await stream.rest()]).toString();
        expect(text.match(/Task \d+/g)).to.have.length(120);
        expect(text).not.to.match(/changed|too late/);
      }).timeout(60_000);
    }
  });

  describe('404', () => {
    it('hides projects of other organizations, and private ones', async () => {
      const hidden = await createProject(scene.owner, { visibility: 'private' });
      for (const [who, project] of [
        ['stranger', scene.project],
        ['member', hidden],
      ] as const) {
        const params = { path: { project_id: project.id } };
        const refused = await scene[who].v2.GET(url, { params, parseAs: 'text' });
        expect(refused.response.status).to.equal(404);
      }
    });
  });

  describe('406', () => {
    it('takes no JSON for a response', async () => {
      const params = { path: { project_id: scene.project.id } };
      const refused = await scene.owner.v2.GET(url, { params, headers: { accept: 'application/json' } });
      expect(refusalOf(refused)).to.deep.equal({ status: 406, code: 'not_acceptable' });
    });
  });
});
