import { expect } from 'chai';
import type { Project, Task } from '../../generated/v2/types.ts';
import { createAccount, createMember, createSession, type Account } from '../support/accounts.ts';
import { useApp } from '../support/app.ts';
import { checkedFetch } from '../support/contract/checked-fetch.ts';
import { documentedOperations, type DocumentedOperation } from '../support/contract/document.ts';
import { expectError, forEach } from '../support/every-operation.ts';
import { addDependency, bodyOf, createProject, createTask, setProjectMember } from '../support/factories.ts';
import { prepare } from '../support/preparations.ts';
import { bearer, sampleRequest, send } from '../support/sample-request.ts';
import { createWorld, nowhere, type World } from '../support/world.ts';

// A task is named by its id or by its key, in every operation of both documents.

const parameters = ['task_id', 'blocking_task_id'] as const;
const namesOf = ({ path }: DocumentedOperation) => parameters.filter((name) => path.includes(`{${name}}`));
const keyed = documentedOperations.filter((operation) => namesOf(operation).length > 0);

describe('v1 and v2, tasks by key', () => {
  const app = useApp();
  let owner: Account;
  let member: Account;
  /** Keys that name no task that the member sees. */
  const unseen: Record<string, string> = {};
  let hidden: Task;

  const keyOf = async (id: string | undefined): Promise<string> => {
    const [row] = await app.query<{ key: string }>('SELECT key FROM tasks WHERE id = $1', [id]);
    return row!.key;
  };

  before(async () => {
    owner = await createAccount(app);
    member = await createMember(app, owner, 'member');
    const stranger = await createAccount(app);
    const foreign = await createTask(stranger, await createProject(stranger, { key: 'ELSEWHERE' }));
    hidden = await createTask(owner, await createProject(owner, { key: 'HIDDEN', visibility: 'private' }));
    const open = await createProject(owner, { key: 'OPEN' });
    Object.assign(unseen, {
      'of another organization': foreign.key,
      'of a project that the caller does not see': hidden.key,
      'of no project': 'NOWHERE-1',
      'beyond the last task': `${open.key}-1`,
      'beyond the last number': `${open.key}-9999999999`,
    });
  });

  it('holds for every operation with a task in its path', () => {
    const inPaths = documentedOperations.filter(({ path }) => /\{[a-z_]*task_id\}/.test(path));
    expect(keyed.map(({ id }) => id)).to.deep.equal(inPaths.map(({ id }) => id));
  });

  describe('a success, whose response names the id', () => {
    forEach(keyed, async (operation) => {
      const actor = await createAccount(app);
      const { ids }: World = await createWorld(app, actor);
      const names: Record<string, string> = { ...ids, ...(await prepare(app, operation, actor)) };
      for (const name of namesOf(operation)) names[name] = (await keyOf(ids[name])).toLowerCase();
      const { target } = sampleRequest(operation, names);
      const sample = { ...sampleRequest(operation, ids), target };
      const response = await send(app, sample, { headers: bearer(actor) });
      expect(response.status, await response.clone().text()).to.be.within(200, 204);
      expect(`${response.headers.get('link')} ${response.headers.get('location')}`).not.to.match(/tasks\/p\d+-\d/i);
      if (operation.method !== 'GET') return;
      const byId = await send(app, sampleRequest(operation, ids), { headers: bearer(actor) });
      expect(await response.text()).to.equal(await byId.text());
      for (const name of ['etag', 'link']) expect(response.headers.get(name)).to.equal(byId.headers.get(name));
    });
  });

  it('belong to the caller’s organization, if another one has the same', async () => {
    const key = 'COMMONKEYS-1';
    const all: { readonly account: Account; readonly project: Project; readonly task: Task }[] = [];
    for (let count = 0; count < 3; count++) {
      const account = await createAccount(app);
      const project = await createProject(account, { key: 'COMMONKEYS' });
      all.push({ account, project, task: await createTask(account, project) });
    }
    for (const { account, project, task } of all) {
      expect(task.key).to.equal(key);
      const params = { path: { task_id: key } };
      expect(bodyOf(await account.v2.GET('/api/v2/tasks/{task_id}', { params })).id).to.equal(task.id);
      const { data } = bodyOf(await account.v2.GET('/api/v2/tasks', { params: { query: { key: [key] } } }));
      expect(data.map(({ id }) => id)).to.deep.equal([task.id]);
      const operations = [{ action: 'update' as const, task_id: key, changes: { title: 'Common' } }];
      const { results } = bodyOf(await account.v2.POST('/api/v2/tasks/bulk', { body: { operations } }));
      expect(results.map(({ status, task_id }) => [status, task_id])).to.deep.equal([[200, task.id]]);
      const waiting = await createTask(account, project);
      expect(await addDependency(account, waiting, { id: key })).to.include({ blocking_task_id: task.id });
    }
  });

  it('are absent for a caller who belongs to no organization', async () => {
    const account = await createAccount(app);
    const { key, id } = await createTask(account, await createProject(account));
    const session = await createSession(app, account);
    await app.query('DELETE FROM organization_members WHERE user_id = $1', [account.user_id]);
    await app.query('UPDATE sessions SET organization_id = NULL WHERE user_id = $1', [account.user_id]);
    for (const reference of [key, id]) {
      const response = await checkedFetch(`${app.url}/api/v2/tasks/${reference}`, { headers: bearer(session) });
      await expectError(response, 404, 'not_found');
    }
  });

  it('are found up to the last number', async () => {
    const { id } = await createTask(owner, await createProject(owner, { key: 'LAST' }));
    for (const number of [999_999_999, 1_000_000_000, 2_147_483_647]) {
      const key = `LAST-${number}`;
      await app.query('UPDATE tasks SET number = $2, key = $3 WHERE id = $1', [id, number, key]);
      const params = { path: { task_id: key } };
      expect(bodyOf(await owner.v2.GET('/api/v2/tasks/{task_id}', { params })).id).to.equal(id);
      const { data } = bodyOf(await owner.v2.GET('/api/v2/tasks', { params: { query: { key: [key] } } }));
      expect(data.map((task) => task.id)).to.deep.equal([id]);
    }
  });

  describe('404, as for an id that is absent', () => {
    forEach(keyed, async (operation) => {
      const { ids } = await createWorld(app, owner);
      await setProjectMember(owner, { id: ids['project_id']! }, member);
      const refusal = async (name: string, reference: string): Promise<unknown> => {
        const { target } = sampleRequest(operation, { ...ids, [name]: reference });
        const sample = { ...sampleRequest(operation, ids), target };
        const response = await send(app, sample, { headers: bearer(member) });
        expect(response.headers.get('link') ?? '').not.to.include(hidden.id);
        return expectError(response, 404, 'not_found');
      };
      for (const name of namesOf(operation)) {
        const absent = await refusal(name, nowhere[name]!);
        for (const [kind, key] of Object.entries(unseen)) {
          expect(await refusal(name, key), `${name} ${kind}`).to.deep.equal(absent);
        }
      }
    });
  });

  describe('400 for what is neither', () => {
    forEach(keyed, async (operation) => {
      const { ids } = await createWorld(app, owner);
      for (const name of namesOf(operation)) {
        for (const neither of ['CORE', 'CORE-0', 'CORE-042', 'C-1', '42', 'CORE-1-2', 'core_1', 'CORE-1x']) {
          const sample = sampleRequest(operation, { ...ids, [name]: neither });
          await expectError(await send(app, sample, { headers: bearer(owner) }), 400, 'validation_failed');
        }
      }
    });
  });
});
