import { expect } from 'chai';
import { newId } from '../../src/platform/ids.ts';
import { createAccount, type Account } from '../support/accounts.ts';
import { useApp } from '../support/app.ts';
import { checkedFetch } from '../support/contract/checked-fetch.ts';
import { createProject, createTask } from '../support/factories.ts';
import { recordStatements, roundTripsOf } from '../support/statements.ts';

// How often the hot operations wait for the database. What is sent together is one round trip.
describe('round trips per request', () => {
  const app = useApp({});
  let owner: Account;
  let project: { readonly id: string };
  before(async () => {
    recordStatements();
    owner = await createAccount(app);
    project = await createProject(owner);
  });

  async function tripsOf(path: string, method: string, body?: object, key?: string): Promise<string[][]> {
    const id = newId();
    const headers = {
      authorization: `Bearer ${owner.token}`,
      'x-request-id': id,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(key === undefined ? {} : { 'idempotency-key': key }),
    };
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    const response = await checkedFetch(`${app.url}${path}`, { method, headers, ...sent });
    expect(response.ok, await response.text()).to.equal(true);
    return roundTripsOf(id)
      .filter((trip) => trip.every(({ name = '' }) => !name.startsWith('api_keys.')))
      .map((trip) => trip.map(({ name = '' }) => name));
  }

  it('getTask: one', async () => {
    const { id } = await createTask(owner, project);
    expect(await tripsOf(`/api/v2/tasks/${id}`, 'GET')).to.deep.equal([['tasks.find']]);
  });

  it('createTask: three', async () => {
    const path = `/api/v2/projects/${project.id}/tasks`;
    expect(await tripsOf(path, 'POST', { title: 'Renew certificate' })).to.deep.equal([
      ['BEGIN', 'projects.find'],
      ['tasks.insert'],
      ['record_audit_and_event', 'COMMIT'],
    ]);
  });

  it('createTask with an idempotency key: four', async () => {
    const path = `/api/v2/projects/${project.id}/tasks`;
    expect(await tripsOf(path, 'POST', { title: 'Renew certificate' }, newId())).to.deep.equal([
      ['BEGIN', 'idempotency_lock', 'idempotency_find'],
      ['projects.find'],
      ['tasks.insert'],
      ['record_audit_and_event', 'idempotency_store', 'COMMIT'],
    ]);
  });

  it('updateTask: three', async () => {
    const { id } = await createTask(owner, project);
    expect(await tripsOf(`/api/v2/tasks/${id}`, 'PATCH', { title: 'Rotate the keys' })).to.deep.equal([
      ['BEGIN', 'tasks.lock', 'tasks.find'],
      ['tasks.replace'],
      ['record_audit_and_event', 'COMMIT'],
    ]);
  });
});
