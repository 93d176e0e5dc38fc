import { expect } from 'chai';
import type { Project } from '../../../../generated/v2/types.ts';
import { exportOf, insertTasks } from '../../../support/archive.ts';
import { readLines } from '../../../support/contract/records.ts';
import { createProject } from '../../../support/factories.ts';
import { useScene } from '../../../support/scene.ts';

// An export reads a hundred rows at a time; 250 rows of one moment end two parts in the middle of it.
const count = 250;
const rows = `FROM generate_series(1, ${count}) AS n`;
// Random ids, so that their order is not the order in which the rows were written.
const values = `gen_random_uuid(), $1::uuid, $2::uuid`;
const moment = `'2026-03-01T08:00:00Z', '2026-03-01T08:00:00Z'`;
const taskIds = 'SELECT id, row_number() OVER (ORDER BY number) AS n FROM tasks WHERE project_id = $2';

const kinds: readonly (readonly [
  kind: string,
  insert: string,
  nameOf: (record: Record<string, unknown>) => unknown,
])[] = [
  [
    'label',
    `INSERT INTO labels (id, organization_id, project_id, name, color, created_at, updated_at)
     SELECT ${values}, 'label ' || n, '#112233', ${moment} ${rows}`,
    ({ name }) => name,
  ],
  [
    'milestone',
    `INSERT INTO milestones (id, organization_id, project_id, name, created_at, updated_at)
     SELECT ${values}, 'milestone ' || n, ${moment} ${rows}`,
    ({ name }) => name,
  ],
  [
    'comment',
    `INSERT INTO comments (id, organization_id, project_id, task_id, kind, body, created_at, updated_at)
     SELECT ${values}, t.id, 'comment', 'said ' || t.n, ${moment} FROM (${taskIds}) AS t WHERE t.n <= ${count}`,
    ({ body }) => body,
  ],
  [
    'comment',
    `WITH review AS (
       INSERT INTO comments (id, organization_id, project_id, task_id, kind, body, created_at, updated_at)
       SELECT ${values}, t.id, 'review', 'a review', ${moment} FROM (${taskIds}) AS t WHERE t.n = 1
       RETURNING id, task_id
     )
     INSERT INTO comments (id, organization_id, project_id, task_id, kind, body, parent_id, created_at, updated_at)
     SELECT ${values}, review.task_id, 'review_comment', 'part ' || n, review.id, ${moment}
       FROM review, generate_series(1, ${count}) AS n`,
    ({ kind, body }) => (kind === 'review_comment' ? body : undefined),
  ],
  [
    'dependency',
    `INSERT INTO task_dependencies (id, organization_id, project_id, blocking_project_id, task_id, blocking_task_id,
       created_at)
     SELECT ${values}, $2, t.id, b.id, '2026-03-01T08:00:00Z'
       FROM (${taskIds}) AS t JOIN (${taskIds}) AS b ON b.n = t.n + 1 WHERE t.n <= ${count}`,
    ({ task }) => task,
  ],
];

describe('an export in parts', () => {
  const scene = useScene();

  async function createBigProject(): Promise<Project> {
    const project = await createProject(scene.owner);
    await insertTasks(scene.app, project, { count: count + 1, description: 'x' });
    return project;
  }

  for (const [kind, insert, nameOf] of kinds) {
    it(`loses and doubles none of what is of one moment: ${kind}, ${/'(review_comment)'/.exec(insert)?.[1] ?? 'all'}`, async () => {
      const project = await createBigProject();
      await scene.app.query(insert, [project.organization_id, project.id]);
      const records = readLines(await exportOf(scene.owner, project)) as Record<string, unknown>[];
      const names = records
        .filter(({ record }) => record === kind)
        .map(nameOf)
        .filter((name) => name !== undefined);
      expect(names).to.have.length(count);
      expect(new Set(names).size).to.equal(count);
    });
  }

  it('loses and doubles no task', async () => {
    const project = await createBigProject();
    const records = readLines(await exportOf(scene.owner, project)) as Record<string, unknown>[];
    expect(records.map(({ number }) => number)).to.deep.equal(Array.from({ length: count + 1 }, (_, n) => n + 1));
  });
});
