import { expect } from 'chai';
import { createArchitect, isProblem, type Architect } from '../../src/client/index.ts';
import { createAccount, type Account } from '../support/accounts.ts';
import { useApp } from '../support/app.ts';
import { checkedFetch } from '../support/contract/checked-fetch.ts';
import { createProject, createTask } from '../support/factories.ts';
import { thrownBy } from '../support/thrown-by.ts';

describe('the client and a server', () => {
  const app = useApp();
  let account: Account;
  let client: Architect;
  let project_id: string;

  before(async () => {
    account = await createAccount(app);
    client = createArchitect({ baseUrl: app.url, apiKey: account.token, fetch: checkedFetch });
    project_id = (await createProject(account)).id;
  });

  describe('call', () => {
    it('creates, reads, changes and deletes a task', async () => {
      const created = await client.call('createTask', { path: { project_id }, body: { title: 'Write the README' } });
      expect(created.response.status).to.equal(201);
      expect(created.data.title).to.equal('Write the README');
      const path = { task_id: created.data.id };
      const read = await client.call('getTask', { path });
      expect(read).to.deep.include({ data: created.data, etag: created.etag, notModified: false });
      const changed = await client.call('updateTask', { path, body: { title: 'Done' }, ifMatch: read.etag });
      expect(changed.data.title).to.equal('Done');
      expect((await client.call('deleteTask', { path, ifMatch: changed.etag })).data).to.equal(undefined);
      const error = await thrownBy(client.call('getTask', { path }));
      expect(isProblem(error, 'not_found')).to.equal(true);
    });

    it('sends filters, and takes no second argument where nothing is required', async () => {
      const task = await createTask(account, { id: project_id }, { status: 'backlog' });
      const query = { project_id: [project_id], status: ['backlog' as const] };
      expect((await client.call('listTasks', { query })).data.data.map(({ id }) => id)).to.deep.equal([task.id]);
      expect((await client.call('getMe')).data.id).to.equal(account.user_id);
    });

    it('returns notModified for a current ETag, and the data for another one', async () => {
      const path = { project_id };
      const { data, etag } = await client.call('getProject', { path });
      const current = await client.call('getProject', { path, ifNoneMatch: etag });
      expect(current).to.deep.include({ data: undefined, etag, notModified: true });
      expect((await client.call('getProject', { path, ifNoneMatch: '"0"' })).data).to.deep.equal(data);
      expect((await client.call('getProject', { path, ifNoneMatch: undefined })).data).to.deep.equal(data);
    });
  });

  describe('a problem', () => {
    it('has code, status, detail, violations and the id of the request', async () => {
      const error = await thrownBy(client.call('createTask', { path: { project_id }, body: { title: '' } }));
      expect(isProblem(error, 'validation_failed')).to.equal(true);
      expect(error).to.deep.include({
        status: 400,
        title: 'The request does not match the contract',
        retryAfter: undefined,
      });
      expect(error).to.have.nested.property('errors[0].pointer', '/title');
      expect(error).to.have.property('message').that.includes('/title');
      expect(error)
        .to.have.property('requestId')
        .that.matches(/^[\w.-]{1,64}$/);
    });
  });
});
