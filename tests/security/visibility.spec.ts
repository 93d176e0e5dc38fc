import { expect } from 'chai';
import type { Project, Task } from '../../generated/v2/types.ts';
import { sweepAssignees } from '../../src/modules/tasks/release/task-unassignment.jobs.ts';
import { releasingActor } from '../../src/modules/tasks/release/task-unassignment.policy.ts';
import { unassignSome } from '../../src/modules/tasks/release/task-unassignment.service.ts';
import { openDatabase, type Database } from '../../src/platform/database.ts';
import { createMember, type Account, type OrganizationRole } from '../support/accounts.ts';
import { importRecords } from '../support/archive.ts';
import { bodyOf, createProject, createTask } from '../support/factories.ts';
import { joinProject, refusalOf, useScene } from '../support/scene.ts';
import { contextOn } from '../support/steps-that-hang.ts';

// Who sees a project is decided in several places: for one project, for lists of projects and of what is in them, for
// those whom tasks may be assigned to, and for those whom tasks are taken off. All of them must decide alike.

const roles: readonly OrganizationRole[] = ['owner', 'admin', 'member', 'viewer'];
const cases = roles.flatMap((role) =>
  (['organization', 'private'] as const).flatMap((visibility) =>
    ([undefined, 'viewer', 'contributor', 'lead'] as const).map((own) => ({ role, visibility, own })),
  ),
);

describe('who sees a project', () => {
  const scene = useScene();
  const accounts = new Map<OrganizationRole, Account>();
  let database: Database;

  before(async () => {
    database = await openDatabase({ url: scene.app.databaseUrl });
    for (const role of roles) accounts.set(role, await createMember(scene.app, scene.owner, role));
  });
  after(() => database.close());

  async function canGet({ v2 }: Account, { id }: Project): Promise<boolean> {
    const { response } = await v2.GET('/api/v2/projects/{project_id}', { params: { path: { project_id: id } } });
    return response.status === 200;
  }
  async function isListed({ v2 }: Account, { key }: Project): Promise<boolean> {
    return bodyOf(await v2.GET('/api/v2/projects', { params: { query: { key } } })).data.length === 1;
  }
  async function isListedInV1({ v1 }: Account, { id }: Project): Promise<boolean> {
    const { data } = bodyOf(await v1.GET('/api/v1/projects', { params: { query: { limit: 100 } } }));
    return data.some((one) => one.id === id);
  }
  async function areTasksListed({ v2 }: Account, { id }: Project): Promise<boolean> {
    const { data } = bodyOf(await v2.GET('/api/v2/tasks', { params: { query: { project_id: [id] } } }));
    return data.length > 0;
  }
  async function isAssignable({ user_id }: Account, { id }: Project): Promise<boolean> {
    const params = { path: { project_id: id } };
    const body = { title: 'a', type: 'task', status: 'todo', priority: 'none', assignee_id: user_id } as const;
    const result = await scene.owner.v2.POST('/api/v2/projects/{project_id}/tasks', { params, body });
    if (result.data === undefined)
      expect(refusalOf(result)).to.deep.equal({ status: 409, code: 'assignee_not_in_project' });
    return result.data !== undefined;
  }
  async function isAssignedByImport({ user_id, email }: Account, project: Project): Promise<boolean> {
    const text = `title,assignee\nImported,${email}\n`;
    await importRecords(scene.owner, project, { source: 'csv', text });
    const params = { path: { project_id: project.id }, query: { assignee_id: [user_id], q: 'Imported' } };
    const { data } = bodyOf(await scene.owner.v2.GET('/api/v2/projects/{project_id}/tasks', { params }));
    return data.length > 0;
  }
  const sweep = (): Promise<unknown> => Promise.resolve(sweepAssignees({}, contextOn(database.db, scene.app.clock)));
  const unassign = (user_id: string): Promise<unknown> => {
    const actor = releasingActor(scene.owner.organization_id, user_id);
    const { app } = scene;
    return database.db.transaction((db) =>
      unassignSome({ db, actor, request_id: 'unassignment', now: app.clock.now() }, user_id),
    );
  };
  async function staysAssigned(
    { user_id }: Account,
    { id }: Task,
    take: (user_id: string) => Promise<unknown>,
  ): Promise<boolean> {
    await scene.app.query('UPDATE tasks SET assignee_id = $2 WHERE id = $1', [id, user_id]);
    await take(user_id);
    const params = { path: { task_id: id } };
    return bodyOf(await scene.owner.v2.GET('/api/v2/tasks/{task_id}', { params })).assignee_id === user_id;
  }

  for (const { role, visibility, own } of cases) {
    const sees = role === 'owner' || role === 'admin' || visibility === 'organization' || own !== undefined;
    const whose = own === undefined ? 'without a role of their own' : `as its ${own}`;
    it(`${role} of the organization, ${visibility} project, ${whose}: ${sees ? 'sees it' : 'does not'}`, async () => {
      const account = accounts.get(role)!;
      const project = await createProject(scene.owner, { visibility });
      const task = await createTask(scene.owner, project);
      if (own !== undefined) await joinProject(scene.app, project, account, own);
      const decided = {
        'one project': await canGet(account, project),
        'the list of projects': await isListed(account, project),
        'the list of v1': await isListedInV1(account, project),
        'the list of tasks': await areTasksListed(account, project),
        'an assignment': await isAssignable(account, project),
        'an assignment by import': await isAssignedByImport(account, project),
        'the sweep of assignees': await staysAssigned(account, task, sweep),
        'the unassignment of one': await staysAssigned(account, task, unassign),
      };
      expect(decided).to.deep.equal(Object.fromEntries(Object.keys(decided).map((place) => [place, sees])));
    });
  }
});
