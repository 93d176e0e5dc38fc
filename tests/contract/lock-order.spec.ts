import { expect } from 'chai';
import type { TaskBulkOperation } from '../../generated/v2/types.ts';
import { newId } from '../../src/platform/ids.ts';
import { checkedFetch } from '../support/contract/checked-fetch.ts';
import { addDependency, createLabel, createMilestone, createProject, createTask } from '../support/factories.ts';
import { bearer } from '../support/sample-request.ts';
import { useScene } from '../support/scene.ts';
import { recordStatements, statementsOf } from '../support/statements.ts';
import { locksIn, placesOf } from './locks.ts';

// What statements.spec.ts sees of the example of each operation, for requests that concern more than the example.

interface Prepared { readonly method: 'POST' | 'PATCH' | 'DELETE'; readonly path: string; readonly body?: object }

const share = (table: string): string => `${table} KEY SHARE`;
const numbered = 'projects number';
const task = 'tasks NO KEY UPDATE';

describe('a request that concerns several tables locks them in the order of all transactions', () => {
  const scene = useScene();
  before(recordStatements);

  const tasksOf = (): string => `/projects/${scene.project.id}/tasks`;
  const labelled = async (): Promise<object> => ({ label_ids: [(await createLabel(scene.owner, scene.project)).id] });
  const planned = async (): Promise<object> => ({
    milestone_id: (await createMilestone(scene.owner, scene.project)).id,
  });
  const created = async (content: object): Promise<Prepared> => ({
    ...{ method: 'POST', path: tasksOf(), body: { title: 'a', ...content } },
  });
  const updated = async (content: object): Promise<Prepared> => ({
    ...{ method: 'PATCH', path: `/tasks/${(await createTask(scene.owner, scene.project)).id}`, body: content },
  });
  const inBulk = async (...operations: readonly TaskBulkOperation[]): Promise<Prepared> => ({
    ...{ method: 'POST', path: '/tasks/bulk', body: { operations } },
  });
  /** A task that another task waits for. */
  const awaited = async (project = scene.project): Promise<string> => {
    const blocking = await createTask(scene.owner, project);
    await addDependency(scene.owner, await createTask(scene.owner, scene.project), blocking);
    return blocking.id;
  };

  const requests: Readonly<Record<string, readonly [prepare: () => Promise<Prepared>, locks: readonly string[]]>> = {
    'createTask without label and milestone': [() => created({}), [numbered]],
    'createTask with a label': [async () => created(await labelled()), [share('projects'), share('labels'), numbered]],
    'createTask with a milestone': [
      async () => created(await planned()),
      [share('projects'), share('milestones'), numbered],
    ],
    'createTask with both': [
      async () => created({ ...(await labelled()), ...(await planned()) }),
      [share('projects'), share('labels'), share('milestones'), numbered],
    ],
    'updateTask with a label': [async () => updated(await labelled()), [share('labels'), task]],
    'updateTask with a milestone': [async () => updated(await planned()), [share('milestones'), task]],
    'updateTask with both': [
      async () => updated({ ...(await planned()), ...(await labelled()) }),
      [share('labels'), share('milestones'), task],
    ],
    'bulkTasks that creates, changes and labels': [
      async () => {
        const { id: task_id } = await createTask(scene.owner, scene.project);
        const { id: label_id } = await createLabel(scene.owner, scene.project);
        return inBulk(
          { action: 'add_label', task_id, label_id },
          { action: 'update', task_id, changes: await planned() },
          {
            action: 'create',
            project_id: scene.project.id,
            task: { title: 'a', type: 'task', status: 'todo', priority: 'none' },
          },
        );
      },
      ['projects NO KEY UPDATE', share('labels'), share('milestones'), task, numbered],
    ],
    'deleteTask that another waits for': [
      async () => ({ method: 'DELETE', path: `/tasks/${await awaited()}` }),
      [task, task],
    ],
    'bulkTasks that deletes what another waits for': [
      async () => inBulk({ action: 'delete', task_id: await awaited() }),
      [task],
    ],
    'deleteProject that tasks of others wait for': [
      async () => {
        const project = await createProject(scene.owner);
        await awaited(project);
        return { method: 'DELETE', path: `/projects/${project.id}` };
      },
      ['projects UPDATE', task],
    ],
  };

  for (const [title, [prepare, locks]] of Object.entries(requests)) {
    it(title, async () => {
      const { method, path, body } = await prepare();
      const id = newId();
      const response = await checkedFetch(`${scene.app.url}/api/v2${path}`, {
        method,
        headers: { ...bearer(scene.owner), 'content-type': 'application/json', 'x-request-id': id },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      expect(response.ok, await response.text()).to.equal(true);
      const seen = locksIn(statementsOf(id).map(({ text }) => text.replaceAll(/\s+/g, ' ').trim()));
      expect(seen).to.deep.equal(locks);
      expect([...placesOf(seen)].sort((one, other) => one - other)).to.deep.equal(placesOf(seen));
    });
  }
});
