import { expect } from 'chai';
import type { Label, Milestone, Project, Task, TaskBulkOperation } from '../../generated/v2/types.ts';
import { bodyOf, createLabel, createMilestone, createProject } from '../support/factories.ts';
import { archiveProject, useScene } from '../support/scene.ts';
import { tracesOf } from '../support/traces.ts';

// An operation of a bulk does and refuses what the same operation does and refuses by itself.

type Edit = Extract<TaskBulkOperation, { action: 'update' }>['changes'];
type Who = 'owner' | 'member' | 'viewer' | 'stranger';

const places = ['open', 'private', 'archived'] as const;
const callers: readonly Who[] = ['owner', 'member', 'viewer', 'stranger'];
const absent = '01939b7c-2f4e-7a10-8c55-0a1b2c3dffff';
const defaults = { title: 'One of two', type: 'task', status: 'todo', priority: 'none' } as const;

/** What is compared: all that does not depend on when and in which order tasks were created. */
interface Outcome {
  readonly status: number;
  readonly problem: object | null;
  readonly task: object | null;
}

function outcomeOf(status: number, error: unknown, task: Task | null | undefined): Outcome {
  const { type, title, code, detail } = (error ?? {}) as Readonly<Record<string, unknown>>;
  const problem = code === undefined ? null : { type, title, code, detail };
  if (task === null || task === undefined) return { status, problem, task: null };
  const { id: _id, number: _number, key: _key, created_at: _created, updated_at: _updated, ...content } = task;
  return { status, problem, task: { ...content, isDone: content.completed_at !== null, completed_at: null } };
}

describe('an operation of a bulk', () => {
  const scene = useScene();
  const own = {} as { labels: Label[]; milestone: Milestone };
  const foreign = {} as { label: Label; milestone: Milestone };

  before(async () => {
    const elsewhere = await createProject(scene.owner);
    foreign.label = await createLabel(scene.owner, elsewhere);
    foreign.milestone = await createMilestone(scene.owner, elsewhere);
  });

  /** What a task is created with or changed to. */
  const edits = (): readonly Edit[] => [
    { title: 'Anew' },
    { type: 'task' },
    {
      ...{ title: 'All', description: 'Of them.', type: 'bug', priority: 'high', due_on: '2028-02-29' },
      ...{
        assignee_id: scene.owner.user_id,
        milestone_id: own.milestone.id,
        label_ids: own.labels.map(({ id }) => id),
      },
    },
    { assignee_id: null, milestone_id: null, description: null, due_on: null, label_ids: [] },
    { assignee_id: scene.member.user_id },
    { assignee_id: scene.stranger.user_id },
    { label_ids: [foreign.label.id] },
    { label_ids: [own.labels[0]!.id, foreign.label.id] },
    { label_ids: [absent] },
    { milestone_id: foreign.milestone.id },
    { milestone_id: absent },
  ];

  async function projectOf(place: (typeof places)[number]): Promise<Project> {
    const project = await createProject(scene.owner, { visibility: place === 'private' ? 'private' : 'organization' });
    own.labels = [await createLabel(scene.owner, project), await createLabel(scene.owner, project)];
    own.milestone = await createMilestone(scene.owner, project);
    return project;
  }

  async function createTasks(project: Project, count: number): Promise<string[]> {
    const one = { action: 'create' as const, project_id: project.id, task: defaults };
    const operations = Array<TaskBulkOperation>(count).fill(one);
    const { results } = bodyOf(await scene.owner.v2.POST('/api/v2/tasks/bulk', { body: { operations } }));
    return results.map(({ task_id }) => task_id!);
  }

  /** For each operation, the same on another task. */
  function operationsOn(project: Project, ids: readonly string[]): TaskBulkOperation[] {
    const left = [...ids];
    const next = (): string => left.shift()!;
    return [
      ...edits().map((edit) => ({
        ...{ action: 'create' as const, project_id: project.id, task: Object.assign({}, defaults, edit) },
      })),
      ...edits().map((changes) => ({ action: 'update' as const, task_id: next(), changes })),
      { action: 'transition', task_id: next(), transition: { to: 'in_progress', comment: 'Begun.' } },
      { action: 'transition', task_id: next(), transition: { to: 'cancelled' } },
      { action: 'transition', task_id: next(), transition: { to: 'done' } },
      { action: 'delete', task_id: next() },
    ];
  }

  async function runAlone(who: Who, operation: TaskBulkOperation): Promise<readonly [Outcome, Task | undefined]> {
    const { v2 } = scene[who];
    const params = { path: { task_id: 'task_id' in operation ? operation.task_id : '' } };
    const run = () => {
      if (operation.action === 'create') {
        const at = { path: { project_id: operation.project_id } };
        return v2.POST('/api/v2/projects/{project_id}/tasks', { params: at, body: operation.task });
      }
      if (operation.action === 'update')
        return v2.PATCH('/api/v2/tasks/{task_id}', { params, body: operation.changes });
      if (operation.action === 'transition')
        return v2.POST('/api/v2/tasks/{task_id}/transitions', { params, body: operation.transition });
      return v2.DELETE('/api/v2/tasks/{task_id}', { params });
    };
    const { data, error, response } = await run();
    return [outcomeOf(response.status, error, data), data];
  }

  /** What it has left behind, without what tells one task from another. */
  async function leftBehind({ id }: Task): Promise<object> {
    const params = { path: { task_id: id } };
    const { data } = bodyOf(await scene.owner.v2.GET('/api/v2/tasks/{task_id}/history', { params }));
    const { audit, events } = await tracesOf(scene.app, 'task', id);
    return {
      history: data.map(({ version, action, changes, comment }) => ({ version, action, changes, comment })),
      audit: audit.map(({ action, before, after }) => [action, before !== null, after !== null]),
      events: events.map(({ type, data: of }) => [type, Object.keys(of as object).sort()]),
    };
  }

  for (const place of places) {
    for (const who of callers) {
      it(`by the ${who} in an ${place} project is as by itself`, async () => {
        const project = await projectOf(place);
        const count = operationsOn(project, []).length - edits().length;
        const [ids, others] = [await createTasks(project, count), await createTasks(project, count)];
        if (place === 'archived') await archiveProject(scene.owner, project);
        const alone: (readonly [Outcome, Task | undefined])[] = [];
        for (const operation of operationsOn(project, ids)) alone.push(await runAlone(who, operation));
        // Apart, so that no operation finds locked what another one needs.
        for (const [index, operation] of operationsOn(project, others).entries()) {
          const body = { operations: [operation] };
          const { results } = bodyOf(await scene[who].v2.POST('/api/v2/tasks/bulk', { body }));
          const { status, problem, task } = results[0]!;
          const [expected, twin] = alone[index]!;
          expect(outcomeOf(status, problem, task), JSON.stringify(operation)).to.deep.equal(expected);
          if (task !== null) expect(await leftBehind(task)).to.deep.equal(await leftBehind(twin!));
        }
      });
    }
  }
});
