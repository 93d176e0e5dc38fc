import type { TaskBulkOperation } from '../../generated/v2/types.ts';
import type { Account } from './accounts.ts';
import { addDependency, createLabel, createMilestone, createProject, createTask } from './factories.ts';

/** A request of version 2. */
interface WideRequest {
  readonly method: 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** Behind `/api/v2`. */
  readonly path: string;
  readonly body?: object;
}

/** What the requests are about: an owner, another member of the organization, and a project. */
interface Cast {
  readonly owner: Account;
  readonly member: Account;
  readonly project: { readonly id: string };
}

/** Requests that concern more rows than the example of their operation does. Each makes what it needs. */
export function wideRequests(cast: Cast) {
  return { ...writingRequests(cast), ...removingRequests(cast), ...memberRequests(cast) } satisfies Readonly<
    Record<string, () => Promise<WideRequest>>
  >;
}

function makersOf({ owner, project }: Cast) {
  return {
    labelled: async () => ({ label_ids: [(await createLabel(owner, project)).id] as const }),
    planned: async () => ({ milestone_id: (await createMilestone(owner, project)).id }),
    /** A task that another task waits for. */
    awaited: async (of = project): Promise<string> => {
      const blocking = await createTask(owner, of);
      await addDependency(owner, await createTask(owner, project), blocking);
      return blocking.id;
    },
    pairWith: async (content: object): Promise<void> => {
      for (let count = 0; count < 2; count++) await createTask(owner, project, content);
    },
  };
}

const inBulk = (...operations: readonly TaskBulkOperation[]): WideRequest => ({
  ...{ method: 'POST', path: '/tasks/bulk', body: { operations } },
});
const deleted = (path: string): WideRequest => ({ method: 'DELETE', path });

function writingRequests(cast: Cast) {
  // The project of the cast is made later, before the first request.
  const makers = () => makersOf(cast);
  const created = (content: object): WideRequest => ({
    ...{ method: 'POST', path: `/projects/${cast.project.id}/tasks`, body: { title: 'a', ...content } },
  });
  const updated = async (content: object): Promise<WideRequest> => ({
    ...{ method: 'PATCH', path: `/tasks/${(await createTask(cast.owner, cast.project)).id}`, body: content },
  });
  return {
    'createTask without label and milestone': async () => created({}),
    'createTask with a label': async () => created(await makers().labelled()),
    'createTask with a milestone': async () => created(await makers().planned()),
    'createTask with both': async () => created({ ...(await makers().labelled()), ...(await makers().planned()) }),
    'updateTask with a label': async () => updated(await makers().labelled()),
    'updateTask with a milestone': async () => updated(await makers().planned()),
    'updateTask with both': async () => updated({ ...(await makers().planned()), ...(await makers().labelled()) }),
    'bulkTasks that creates, changes and labels': async () => {
      const { id: task_id } = await createTask(cast.owner, cast.project);
      return inBulk(
        { action: 'add_label', task_id, label_id: (await makers().labelled()).label_ids[0] },
        { action: 'update', task_id, changes: await makers().planned() },
        { action: 'transition', task_id, transition: { to: 'in_progress', comment: 'Begun.' } },
        {
          ...{ action: 'create', project_id: cast.project.id },
          task: { title: 'a', type: 'task', status: 'todo', priority: 'none' },
        },
      );
    },
  };
}

function removingRequests(cast: Cast) {
  const makers = () => makersOf(cast);
  return {
    'bulkTasks that deletes what another waits for': async () =>
      inBulk({ action: 'delete', task_id: await makers().awaited() }),
    'deleteTask that another waits for': async () => deleted(`/tasks/${await makers().awaited()}`),
    'deleteProject that tasks of others wait for': async () => {
      const project = await createProject(cast.owner);
      await makers().awaited(project);
      return deleted(`/projects/${project.id}`);
    },
    'deleteLabel that tasks carry': async () => {
      const content = await makers().labelled();
      await makers().pairWith(content);
      return deleted(`/labels/${content.label_ids[0]}`);
    },
    'deleteMilestone that tasks belong to': async () => {
      const content = await makers().planned();
      await makers().pairWith(content);
      return deleted(`/milestones/${content.milestone_id}`);
    },
  };
}

function memberRequests(cast: Cast) {
  const member = (): string => `/projects/${cast.project.id}/members/${cast.member.user_id}`;
  const put = (role: 'lead' | 'viewer'): WideRequest => ({ method: 'PUT', path: member(), body: { role } });
  return {
    'updateProject that archives it': async (): Promise<WideRequest> => ({
      ...{ method: 'PATCH', path: `/projects/${(await createProject(cast.owner)).id}`, body: { archived: true } },
    }),
    'setProjectMember of somebody new': async () => put('viewer'),
    'setProjectMember with another role': async () => put('lead'),
    removeProjectMember: async () => deleted(member()),
  };
}
