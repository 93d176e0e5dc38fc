import { expect } from 'chai';
import { importRecords, runImport } from '../../../support/archive.ts';
import { cargoArchive, cargoIssue } from '../../../support/cargo-archive.ts';
import { bodyOf, createProject } from '../../../support/factories.ts';
import { useScene } from '../../../support/scene.ts';

const half = '\ud800';
const many = Array.from({ length: 101 }, (_, number) => `label ${number}`);

/** What is odd about an issue, what is told of it, and the labels that it comes with. */
const parts: readonly (readonly [title: string, odd: object, reason: RegExp | undefined, labels: number])[] = [
  ['a label that is not listed', { labels: ['unlisted'] }, undefined, 1],
  ['labels as GitHub sends them', { labels: [{ name: 'bug' }, { name: 'new' }] }, undefined, 2],
  ['the same label twice', { labels: ['bug', 'Bug', ' bug'] }, undefined, 1],
  ['a label with a null byte', { labels: ['a\u0000b', 'bug'] }, /the label "a\\u0000b" has a null byte/, 1],
  ['a label with half of a character', { labels: [`a${half}`, 'bug'] }, /half of a surrogate pair/, 1],
  ['a label of 51 characters', { labels: ['x'.repeat(51), 'bug'] }, /has more than 50 characters/, 1],
  ['a label of a million characters', { labels: ['x'.repeat(1_000_000), 'bug'] }, /has more than 50 characters/, 1],
  ['a label of nothing', { labels: ['', '  ', 'bug'] }, /has no name/, 1],
  ['labels that are none', { labels: [7, null, ['x'], {}, 'bug'] }, /^label without a name/, 1],
  ['101 labels', { labels: many }, /more than 100 labels: "label 100"/, 100],
  ['a milestone', { labels: [], milestone: { title: 'Spring' } }, undefined, 0],
  ['a milestone without a name', { labels: [], milestone: 7 }, /^milestone without a name/, 0],
  ['a milestone of 101 characters', { labels: [], milestone: 'x'.repeat(101) }, /has more than 100 characters/, 0],
  ['an unknown assignee', { labels: [], assignees: ['nobody'] }, /the assignee nobody is not known here/, 0],
  ['an assignee that is none', { labels: [], assignees: [7] }, /^assignee without a name/, 0],
  ['a bad comment', { labels: [], comments: [{ body: 7, createdAt: '2026-01-01T00:00:00Z' }] }, /body is missing/, 0],
  ['a comment that is none', { labels: [], comments: [null] }, /createdAt is missing/, 0],
  ['a number beyond all', { labels: [], number: 9_007_199_254_740_991 }, undefined, 0],
];

/** What is odd about an issue that cannot be taken. */
const wholes: readonly (readonly [title: string, odd: object, reason: RegExp])[] = [
  ['labels that are no list', { labels: 'bug' }, /^labels is not a list$/],
  ['comments that are no list', { comments: {} }, /^comments is not a list$/],
  ['a title with a null byte', { title: 'a\u0000' }, /^title has a null byte$/],
  ['a title with half of a character', { title: half }, /^title has half of a surrogate pair$/],
  ['a title of 257 characters', { title: 'x'.repeat(257) }, /^title has more than 256 characters$/],
  ['a title that is none', { title: {} }, /^title is missing or not a text$/],
  ['a text of a hundred thousand and one', { body: '😀'.repeat(100_001) }, /^body has more than 100000 characters$/],
  ['a state that is none', { state: null }, /^state is not one of OPEN, CLOSED, MERGED$/],
  ['a day that is none', { createdAt: '2026-02-30T00:00:00Z' }, /^createdAt is not an RFC 3339 time$/],
  ['an author of 101 characters', { author: 'x'.repeat(101) }, /^author has more than 100 characters$/],
];

const good = (number: number) => cargoIssue({ number, id: `I_good${number}`, title: `Good ${number}`, url: null });
const odd = (more: object) => cargoIssue({ number: 2, id: 'I_odd', title: 'Odd', url: null, comments: [], ...more });

describe('a bad record', () => {
  const scene = useScene();

  async function tasksOf(project_id: string) {
    const params = { path: { project_id }, query: { sort: 'title' as const } };
    return bodyOf(await scene.owner.v2.GET('/api/v2/projects/{project_id}/tasks', { params })).data;
  }

  for (const [title, more, reason, labels] of parts) {
    it(`loses no part in silence: ${title}`, async () => {
      const project = await createProject(scene.owner);
      const issues = [good(1), odd(more), good(3)];
      const done = await runImport(scene.member, project, cargoArchive({ issues, pulls: [] }));
      expect(done).to.include({ status: 'completed', records_done: 4 });
      expect(done.counts.issues).to.deep.equal({ created: 3, unchanged: 0, refused: 0 });
      const task = (await tasksOf(project.id)).find((each) => each.title === 'Odd');
      expect(task?.label_ids).to.have.length(labels);
      if (reason === undefined) expect(done.refused).to.deep.equal([]);
      else expect(done.refused.map((refusal) => refusal.reason).join('\n')).to.match(reason);
      for (const { record } of done.refused) expect(record).to.match(/^\/issues\/1(\/|$)/);
    });
  }

  for (const [title, more, reason] of wholes) {
    it(`stops no other: ${title}`, async () => {
      const project = await createProject(scene.owner);
      const issues = [good(1), odd(more), good(3)];
      const done = await runImport(scene.member, project, cargoArchive({ issues, pulls: [] }));
      expect(done.status).to.equal('completed');
      expect(done.counts.issues).to.deep.equal({ created: 2, unchanged: 0, refused: 1 });
      expect(done.refused.map(({ record }) => record)).to.deep.equal(['/issues/1']);
      expect(done.refused[0]?.reason).to.match(reason);
    });
  }

  it('of a label that was renamed here gets the label under its new name', async () => {
    const project = await createProject(scene.owner);
    await runImport(scene.member, project, cargoArchive({ pulls: [] }));
    const [label] = bodyOf(
      await scene.owner.v2.GET('/api/v2/projects/{project_id}/labels', {
        params: { path: { project_id: project.id } },
      }),
    ).data;
    const params = { path: { label_id: label!.id } };
    await scene.owner.v2.PATCH('/api/v2/labels/{label_id}', { params, body: { name: 'defect' } });
    const archive = cargoArchive({ repo: 'harbour/freight', issues: [good(1)], pulls: [] });
    const done = await runImport(scene.member, project, archive);
    expect(done.refused).to.deep.equal([]);
    expect(done.counts.labels).to.deep.equal({ created: 0, unchanged: 1, refused: 0 });
    const task = (await tasksOf(project.id)).find((each) => each.title === 'Good 1');
    expect(task?.label_ids).to.deep.equal([label!.id]);
  });

  it('is assigned where the archive knows an address, and keeps who it was assigned to', async () => {
    const project = await createProject(scene.owner);
    const assignees = ['wim', { login: 'vera', email: scene.member.email.toUpperCase() }, scene.viewer.email];
    const issues = [
      { ...good(1), assignees },
      { ...good(2), assignees: ['wim'] },
    ];
    const done = await runImport(scene.member, project, cargoArchive({ issues, pulls: [] }));
    const [first, second] = await tasksOf(project.id);
    expect(first?.assignee_id).to.equal(scene.member.user_id);
    expect(first?.origin?.assignees).to.deep.equal(['wim', 'vera', scene.viewer.email]);
    expect([second?.assignee_id, second?.origin?.assignees]).to.deep.equal([null, ['wim']]);
    // Once for all records.
    expect(done.refused).to.have.length(1);
    expect(done.refused[0]?.reason).to.include('the assignee wim is not known here');
  });

  it('has lost addresses reported once for all records', async () => {
    const project = await createProject(scene.owner);
    const issues = [1, 2, 3].map((number) => ({ ...good(number), url: `http://example.com/${number}` }));
    const done = await runImport(scene.member, project, cargoArchive({ issues, pulls: [] }));
    expect(done.counts.issues).to.deep.equal({ created: 3, unchanged: 0, refused: 0 });
    const reason = 'url is not an https URL with at most 500 characters: it was left out';
    expect(done.refused).to.deep.equal([{ record: '/issues/0', line: null, reason }]);
  });

  for (const [what, source, text] of [
    ['a header alone', 'csv', 'title\n'],
    ['blank lines', 'ndjson', '\n  \n'],
  ] as const) {
    it(`is none in ${what}, and the import is completed at once`, async () => {
      const done = await importRecords(scene.member, await createProject(scene.owner), { source, text });
      expect(done).to.include({ status: 'completed', records_done: 0, records_total: 0 });
      expect(done.refused).to.deep.equal([]);
    });
  }

  it('is not told about again by each step, where it is the header', async () => {
    const text = `Sprint,title\n${'7,Mend it\n'.repeat(25)}`;
    const done = await importRecords(scene.member, await createProject(scene.owner), { source: 'csv', text });
    expect(done.refused.map(({ record }) => record)).to.deep.equal(['header']);
  });

  it('costs no transaction where it is refused, among thousands', async () => {
    const project = await createProject(scene.owner);
    const rows = Array.from({ length: 3000 }, (_, number) => (number % 1000 === 999 ? `Good ${number}` : ''));
    const text = `title,status\n${rows.map((title) => `${title},todo\n`).join('')}`;
    const done = await importRecords(scene.member, project, { source: 'csv', text });
    expect(done).to.include({ status: 'completed', records_done: 3000, records_total: 3000 });
    expect(done.counts.tasks).to.deep.equal({ created: 3, unchanged: 0, refused: 2997 });
    expect(done.refused.map(({ record }) => Number(record))).to.deep.equal(
      Array.from({ length: 1001 }, (_, index) => index + 1).filter((record) => record !== 1000),
    );
    // Each step adds one.
    expect(done.version).to.be.below(30);
  });

  it('is left out as a whole where the store refuses it, with the others of its step kept', async () => {
    const project = await createProject(scene.owner);
    await scene.app.query(`ALTER TABLE tasks ADD CONSTRAINT planted CHECK (title <> 'Planted') NOT VALID`);
    try {
      const text = 'title,labels\nFirst,a\nPlanted,planted\nThird,b\n';
      const done = await importRecords(scene.member, project, { source: 'csv', text });
      expect(done.counts.tasks).to.deep.equal({ created: 2, unchanged: 0, refused: 1 });
      expect(done.counts.labels).to.include({ created: 2 });
      expect(done.refused).to.deep.equal([
        { record: '2', line: 3, reason: 'it could not be imported because of the error 23514' },
      ]);
    } finally {
      await scene.app.query('ALTER TABLE tasks DROP CONSTRAINT planted');
    }
  });
});
