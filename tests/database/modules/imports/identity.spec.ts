import { expect } from 'chai';
import type { GithubArchive, Import, Project } from '../../../../generated/v2/types.ts';
import { exportOf, importRecords, runImport } from '../../../support/archive.ts';
import { cargoArchive, cargoIssue, cargoPull, rewritten } from '../../../support/cargo-archive.ts';
import { createProject } from '../../../support/factories.ts';
import { useScene } from '../../../support/scene.ts';

/** How many records of each kind are new. */
function createdOf({ counts }: Import): Record<string, number> {
  const created = Object.entries(counts).map(([kind, count]) => [kind, count.created] as const);
  return Object.fromEntries(created.filter(([, number]) => number > 0));
}

const renamedRepository = { 'harbour/cargo': 'harbour/freight' };
const renamedPeople = { wim: 'wim-new', ida: 'ida-new', vera: 'vera-new' };
const others = { kwDO0001: 'kwDO0009', kwDO0002: 'kwDO0008' };
const withoutIds = { '"id":"I_kwDO0001",': '', '"id":"PR_kwDO0002",': '' };
const inAnotherCase = { 'harbour/cargo': 'Harbour/Cargo' };
const reworded = { 'On every full moon.': 'On most full moons.' };
const retitled = { 'Crates are counted twice': 'Crates are counted two times' };

// What the archive of cargoArchive() brings to a project that has it already.
const again: readonly (readonly [title: string, archive: GithubArchive, created: Record<string, number>])[] = [
  ['the same', cargoArchive(), {}],
  ['a renamed repository', rewritten(cargoArchive(), renamedRepository), {}],
  ['renamed people', rewritten(cargoArchive(), renamedPeople), {}],
  ['both, and another title', rewritten(cargoArchive(), { ...renamedRepository, ...renamedPeople, ...retitled }), {}],
  ['another case of the repository', rewritten(cargoArchive(), inAnotherCase), {}],
  ['no ids', rewritten(cargoArchive(), withoutIds), {}],
  ['no ids, and another case of the repository', rewritten(cargoArchive(), { ...withoutIds, ...inAnotherCase }), {}],
  [
    'comments in another order',
    cargoArchive({ issues: [cargoIssue({ comments: [...(cargoIssue()['comments'] as object[])].reverse() })] }),
    {},
  ],
  [
    'a repository that has taken over the name',
    rewritten(cargoArchive(), others),
    { issues: 1, pull_requests: 1, comments: 2, reviews: 1, review_comments: 1 },
  ],
  [
    'another repository with the same numbers',
    rewritten(cargoArchive(), { ...renamedRepository, ...others }),
    { issues: 1, pull_requests: 1, comments: 2, reviews: 1, review_comments: 1 },
  ],
  [
    'an id that two issues have',
    cargoArchive({ issues: [cargoIssue(), cargoIssue({ number: 8, title: 'Another', url: null, comments: [] })] }),
    { issues: 1 },
  ],
  [
    'one comment more at the same moment',
    cargoArchive({
      issues: [
        cargoIssue({
          comments: [
            ...(cargoIssue()['comments'] as object[]),
            { author: 'vera', body: 'A third time.', createdAt: '2026-03-02T09:30:00Z' },
          ],
        }),
      ],
    }),
    { comments: 1 },
  ],
];

describe('what an import knows again', () => {
  const scene = useScene();

  for (const [title, archive, created] of again) {
    it(`is told apart from what is new: ${title}`, async () => {
      const project = await createProject(scene.owner);
      const first = await runImport(scene.member, project, cargoArchive());
      expect(createdOf(first)).to.include({ issues: 1, pull_requests: 1, comments: 2, reviews: 1 });
      const second = await runImport(scene.member, project, archive);
      expect(createdOf(second)).to.deep.equal(created);
      expect(second.refused).to.deep.equal([]);
    });
  }

  it('is what came without an id, whatever it says when it comes with one', async () => {
    const project = await createProject(scene.owner);
    // Of two names: as it is written, and in lower case.
    const archive = rewritten(cargoArchive(), inAnotherCase);
    await runImport(scene.member, project, rewritten(archive, withoutIds));
    const second = await runImport(scene.member, project, rewritten(archive, { ...retitled, ...reworded }));
    expect(createdOf(second)).to.deep.equal({});
  });

  it('is known by an id of a node in either form', async () => {
    const project = await createProject(scene.owner);
    // Both are the issue 572238081 of one repository.
    const old = 'MDU6SXNzdWU1NzIyMzgwODE=';
    const packed = Buffer.from([0x93, 0, 0xce, 0x0e, 0x33, 0xfd, 0xc7, 0xce, 0x22, 0x1b, 0xa9, 0x01]);
    await runImport(scene.member, project, cargoArchive({ issues: [cargoIssue({ id: old })], pulls: [] }));
    const issue = cargoIssue({ id: `I_${packed.toString('base64url')}`, number: 70, url: null, title: 'Moved' });
    const second = await runImport(scene.member, project, cargoArchive({ repo: 'a/b', issues: [issue], pulls: [] }));
    expect(createdOf(second)).to.deep.equal({});
  });

  /** Leaves the rows as they were before lasting ids were kept. */
  async function forgetLastingIds(project: Project): Promise<void> {
    await scene.app.query('DELETE FROM task_import_ids WHERE project_id = $1', [project.id]);
    await scene.app.query(
      `UPDATE tasks SET external_id = 'github:harbour/cargo#' || number,
              origin = jsonb_set(origin, '{external_id}', to_jsonb('github:harbour/cargo#' || number))
        WHERE project_id = $1`,
      [project.id],
    );
    await scene.app.query(
      `UPDATE comments SET external_id = 'comment:' || id, origin = origin || '{"external_id": "comment:old"}'
        WHERE project_id = $1 AND kind = 'comment'`,
      [project.id],
    );
  }

  for (const [title, words, created] of [
    ['as it was', {}, {}],
    ['with the repository renamed', renamedRepository, {}],
    ['with people renamed', renamedPeople, {}],
    ['with both renamed', { ...renamedRepository, ...renamedPeople }, {}],
    ['with another title in the same repository', retitled, {}],
    ['with the repository renamed, and another title', { ...renamedRepository, ...retitled }, {}],
    ['with the repository renamed, and another text', { ...renamedRepository, ...reworded }, {}],
  ] as const) {
    it(`is what was imported before lasting ids were kept, ${title}`, async () => {
      const project = await createProject(scene.owner);
      await runImport(scene.member, project, cargoArchive());
      await forgetLastingIds(project);
      const second = await runImport(scene.member, project, rewritten(cargoArchive(), words));
      expect(createdOf(second)).to.deep.equal(created);
      const third = await runImport(
        scene.member,
        project,
        rewritten(cargoArchive(), { ...words, 'harbour/cargo': 'x/y', 'harbour/freight': 'x/y' }),
      );
      expect(createdOf(third)).to.deep.equal({});
    });
  }

  /** A project that has the archive since before lasting ids were kept. */
  async function projectOfBefore(): Promise<Project> {
    const project = await createProject(scene.owner);
    await runImport(scene.member, project, cargoArchive());
    await forgetLastingIds(project);
    return project;
  }

  it('is not what was imported before lasting ids were kept and says all else, under another name', async () => {
    const words = { ...renamedRepository, ...retitled, ...reworded };
    const second = await runImport(scene.member, await projectOfBefore(), rewritten(cargoArchive(), words));
    expect(createdOf(second)).to.deep.equal({ issues: 1, comments: 2 });
  });

  it('is not what was imported before lasting ids were kept, where that is of another kind', async () => {
    const { number, title, body } = cargoIssue();
    const pull = cargoPull({ number, title, body, id: 'PR_kwDO0003', url: null, reviews: [] });
    const archive = cargoArchive({ repo: 'harbour/freight', issues: [], pulls: [pull] });
    const second = await runImport(scene.member, await projectOfBefore(), archive);
    expect(createdOf(second)).to.deep.equal({ pull_requests: 1 });
  });

  it('is not what another program calls by the same number, title and time', async () => {
    const project = await createProject(scene.owner);
    const { number, title, createdAt: created_at } = cargoIssue();
    const record = {
      title,
      created_at,
      external_id: `ledger#${String(number)}`,
      source: 'ledger',
      source_kind: 'issue',
    };
    await importRecords(scene.member, project, { source: 'ndjson', text: JSON.stringify(record) });
    const archive = cargoArchive({ issues: [cargoIssue({ comments: [] })], pulls: [] });
    expect(createdOf(await runImport(scene.member, project, archive))).to.include({ issues: 1 });
  });

  it('is not what has a lasting id of its own by now', async () => {
    const project = await projectOfBefore();
    expect(createdOf(await runImport(scene.member, project, cargoArchive()))).to.deep.equal({});
    const third = rewritten(cargoArchive(), { ...renamedRepository, ...others });
    expect(createdOf(await runImport(scene.member, project, third))).to.include({ issues: 1, pull_requests: 1 });
  });

  it('is, of two that its names stand for, the one of its own repository', async () => {
    const project = await createProject(scene.owner);
    const bring = (repo: string, overrides: Record<string, unknown>): Promise<Import> =>
      runImport(
        scene.member,
        project,
        cargoArchive({ repo, issues: [cargoIssue({ id: null, ...overrides })], pulls: [] }),
      );
    await bring('harbour/cargo', { comments: [] });
    await bring('harbour/freight', { url: null, title: 'Of the freight', comments: [] });
    const third = await bring('harbour/freight', {});
    expect(createdOf(third)).to.deep.equal({ comments: 2 });
    const rows = await scene.app.query<{ title: string }>(
      'SELECT DISTINCT t.title FROM comments c JOIN tasks t ON t.id = c.task_id WHERE t.project_id = $1',
      [project.id],
    );
    expect(rows).to.deep.equal([{ title: 'Of the freight' }]);
  });

  it('is what came by way of an export', async () => {
    const [project, other] = [await createProject(scene.owner), await createProject(scene.owner)];
    await runImport(scene.member, project, cargoArchive());
    await importRecords(scene.member, other, { source: 'ndjson', text: await exportOf(scene.owner, project) });
    const second = await runImport(scene.member, other, rewritten(cargoArchive(), renamedRepository));
    expect(createdOf(second)).to.deep.equal({});
  });

  it('keeps the numbers of an archive in a project without tasks', async () => {
    const project = await createProject(scene.owner);
    const issues = [cargoIssue({ number: 12, id: 'I_c' }), cargoIssue({ number: 3, id: 'I_b' })];
    await runImport(scene.member, project, cargoArchive({ issues, pulls: [cargoPull()] }));
    const rows = await scene.app.query<{ number: number; title: string }>(
      'SELECT number, title FROM tasks WHERE project_id = $1 ORDER BY number',
      [project.id],
    );
    expect(rows.map(({ number }) => number)).to.deep.equal([3, 9, 12]);
  });

  it('keeps a number up to a thousand million, and gives the next one to a task with a higher one', async () => {
    const project = await createProject(scene.owner);
    const issues = [1_000_000_000, 1_000_000_001].map((number) => cargoIssue({ number, id: `I_${number}` }));
    await runImport(scene.member, project, cargoArchive({ issues, pulls: [] }));
    const rows = await scene.app.query<{ number: number }>(
      'SELECT number FROM tasks WHERE project_id = $1 ORDER BY number',
      [project.id],
    );
    expect(rows.map(({ number }) => number)).to.deep.equal([1_000_000_000, 1_000_000_001]);
    const [{ last_task_number } = { last_task_number: 0 }] = await scene.app.query<{ last_task_number: number }>(
      'SELECT last_task_number FROM projects WHERE id = $1',
      [project.id],
    );
    expect(last_task_number).to.equal(1_000_000_001);
    const higher = [cargoIssue({ number: 2_000_000_000, id: 'I_higher' })];
    await runImport(scene.member, project, cargoArchive({ issues: higher, pulls: [] }));
    expect(
      await scene.app.query('SELECT FROM tasks WHERE project_id = $1 AND number = 1000000002', [project.id]),
    ).to.have.length(1);
  });

  it('was made by nobody here, not by whoever imports it', async () => {
    const project = await createProject(scene.owner);
    const lines = [
      { title: 'Waiting', external_id: '1' },
      { title: 'Blocking', external_id: '2' },
      { record: 'dependency', task: '1', blocking_task: '2' },
      { record: 'comment', task: '1', body: 'Yes.' },
    ];
    const text = lines.map((line) => JSON.stringify(line)).join('\n');
    await importRecords(scene.member, project, { source: 'ndjson', text });
    const made = await scene.app.query(
      `SELECT 'task' AS kind, created_by_id AS by FROM tasks WHERE project_id = $1
       UNION ALL SELECT 'dependency', created_by_id FROM task_dependencies WHERE project_id = $1
       UNION ALL SELECT 'comment', author_id FROM comments WHERE project_id = $1`,
      [project.id],
    );
    expect(made).to.have.deep.members(['task', 'task', 'dependency', 'comment'].map((kind) => ({ kind, by: null })));
  });

  it('counts a label once that a record names twice', async () => {
    const project = await createProject(scene.owner);
    const text = JSON.stringify({ title: 'Labelled', labels: ['Late', 'late'] });
    const { counts, refused } = await importRecords(scene.member, project, { source: 'ndjson', text });
    expect([counts.labels.created, refused]).to.deep.equal([1, []]);
  });

  it('was completed when it was changed last, and a milestone closed, where nothing says when', async () => {
    const project = await createProject(scene.owner);
    const dates = { created_at: '2026-03-01T08:00:00.000Z', updated_at: '2026-03-02T09:30:00.000Z' };
    const lines = [
      { title: 'Done', status: 'done', ...dates },
      { record: 'milestone', name: 'Over', state: 'closed', ...dates },
      { title: 'Open', status: 'todo', ...dates },
      { record: 'milestone', name: 'Ahead', state: 'open', ...dates },
    ];
    const text = lines.map((line) => JSON.stringify(line)).join('\n');
    await importRecords(scene.member, project, { source: 'ndjson', text });
    const ended = await scene.app.query(
      `SELECT title AS name, completed_at AS ended_at FROM tasks WHERE project_id = $1
       UNION ALL SELECT name, closed_at FROM milestones WHERE project_id = $1 ORDER BY name`,
      [project.id],
    );
    const at = new Date(dates.updated_at);
    expect(ended).to.deep.equal([
      { name: 'Ahead', ended_at: null },
      { name: 'Done', ended_at: at },
      { name: 'Open', ended_at: null },
      { name: 'Over', ended_at: at },
    ]);
  });
});
