import { expect } from 'chai';
import { ArchitectConnectionError, createArchitect, isProblem, type Architect } from '../../src/client/index.ts';
import { createAccount, type Account } from '../support/accounts.ts';
import { useApp } from '../support/app.ts';
import { openLosingProxy, type LosingProxy } from '../support/client/losing-proxy.ts';
import { createProject, createTask } from '../support/factories.ts';
import { thrownBy } from '../support/thrown-by.ts';

describe('the client over connections that are killed', () => {
  const app = useApp();
  let proxy: LosingProxy;
  let account: Account;
  let client: Architect;
  let project_id: string;

  before(async () => {
    proxy = await openLosingProxy(app.url);
    account = await createAccount(app);
  });
  beforeEach(async () => {
    project_id = (await createProject(account)).id;
    client = createArchitect({ baseUrl: proxy.url, apiKey: account.token, retry: { delayMs: 1 } });
  });
  after(() => {
    proxy.close();
  });

  const titles = async () => {
    const rows = await app.query<{ title: string }>('SELECT title FROM tasks WHERE project_id = $1 ORDER BY number', [
      project_id,
    ]);
    return rows.map(({ title }) => title);
  };
  const create = async (title: string, idempotencyKey?: string) =>
    await client.call('createTask', { path: { project_id }, body: { title }, idempotencyKey });

  it('creates one task if the response is lost, and returns the response of the first request', async () => {
    proxy.expect('lose');
    const { data, response } = await create('Once');
    expect(await titles()).to.deep.equal(['Once']);
    expect(data.title).to.equal('Once');
    expect(response.headers.get('idempotency-replayed')).to.equal('true');
    const [first, second] = proxy.requests().map(({ key }) => key);
    expect(first).to.equal(second);
  });

  it('creates one task if connections are lost before and after the server sees the request', async () => {
    proxy.expect('cut', 'lose', 'cut');
    await create('Once');
    expect(await titles()).to.deep.equal(['Once']);
    expect(proxy.requests()).to.have.length(4);
  });

  it('creates every task once while every other response is lost', async () => {
    proxy.expect(...Array.from({ length: 20 }, (_, at) => (at % 2 === 0 ? ('lose' as const) : ('pass' as const))));
    const wanted = Array.from({ length: 10 }, (_, at) => `Task ${at}`);
    for (const title of wanted) await create(title);
    expect(await titles()).to.deep.equal(wanted);
  });

  it('throws a connection error after the last attempt, and the key of the caller leads to the same task later', async () => {
    proxy.expect('lose', 'lose', 'lose', 'lose');
    expect(await thrownBy(create('Once', 'order-1'))).to.be.instanceOf(ArchitectConnectionError);
    proxy.expect();
    const { data } = await create('Once', 'order-1');
    expect(data.title).to.equal('Once');
    expect(await titles()).to.deep.equal(['Once']);
  });

  it('deletes a task whose response is lost, and reports that it is gone', async () => {
    const { id } = await createTask(account, { id: project_id });
    proxy.expect('lose');
    const error = await thrownBy(client.call('deleteTask', { path: { task_id: id } }));
    expect(isProblem(error, 'not_found')).to.equal(true);
    expect(proxy.requests()).to.have.length(2);
  });

  it('sends a PATCH once', async () => {
    const { id } = await createTask(account, { id: project_id });
    const path = { task_id: id };
    proxy.expect('lose');
    const patch = client.call('updateTask', { path, body: { title: 'Changed' }, ifMatch: '"1"' });
    expect(await thrownBy(patch)).to.be.instanceOf(ArchitectConnectionError);
    expect(proxy.requests()).to.have.length(1);
    expect((await client.call('getTask', { path })).data).to.include({ title: 'Changed', version: 2 });
  });

  it('reads on in a list whose connection is cut between two pages', async () => {
    for (const title of ['a', 'b', 'c']) await createTask(account, { id: project_id }, { title });
    proxy.expect('pass', 'cut', 'lose', 'pass');
    const found: string[] = [];
    const query = { limit: 2, sort: 'created_at' as const };
    for await (const { title } of client.paginate('listProjectTasks', { path: { project_id }, query }))
      found.push(title);
    expect(found).to.deep.equal(['a', 'b', 'c']);
  });

  it('changes a task by update although others change it at the same time', async () => {
    const { id } = await createTask(account, { id: project_id }, { title: 'x' });
    const path = { task_id: id };
    const add = async () =>
      await client.update('updateTask', { path, attempts: 20 }, ({ title }) => ({ title: `${title}x` }));
    await Promise.all(Array.from({ length: 8 }, add));
    expect((await client.call('getTask', { path })).data).to.include({ title: 'x'.repeat(9), version: 9 });
  });
});
