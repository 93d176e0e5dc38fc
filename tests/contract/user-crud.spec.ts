import { expect } from 'chai';
import type { User } from '../../generated/v2/types.ts';
import { createAccount, type Account } from '../support/accounts.ts';
import { useApp } from '../support/app.ts';
import { bodyOf } from '../support/factories.ts';
import { newAddress, password } from '../support/passwords.ts';
import { rawRequest } from '../support/raw-request.ts';
import { refusalOf } from '../support/scene.ts';

describe('APIContract_UserCRUD', () => {
  const app = useApp();
  let operator: Account;

  before(async () => {
    operator = await createAccount(app, { is_operator: true });
  });

  it('creates, reads, changes, lists and deletes the same user, in both versions alike', async () => {
    const { v1, v2 } = operator;
    const email = newAddress();
    const created = await v2.POST('/api/v2/users', { body: { email, name: 'Jun Watanabe' } });
    const user = bodyOf(created);
    const params = { path: { user_id: user.id } };
    expect(created.response.headers.get('location')).to.equal(`/api/v2/users/${user.id}`);

    const read = await v2.GET('/api/v2/users/{user_id}', { params });
    expect(read.data).to.deep.equal(user);
    const header = { 'If-Match': read.response.headers.get('etag')! };
    const changed = bodyOf(
      await v2.PATCH('/api/v2/users/{user_id}', { params: { ...params, header }, body: { name: 'Jun W.' } }),
    );
    expect(changed).to.deep.equal({ ...user, name: 'Jun W.', version: 2, updated_at: changed.updated_at });

    const { data: listed } = bodyOf(await v2.GET('/api/v2/users', { params: { query: { email } } }));
    expect(listed).to.deep.equal([changed]);
    const older = bodyOf(await v1.GET('/api/v1/users/{user_id}', { params }));
    const { id, name, created_at, updated_at } = changed;
    expect(older).to.deep.equal({ id, email, name, active: true, created_at, updated_at });

    expect((await v2.DELETE('/api/v2/users/{user_id}', { params })).response.status).to.equal(204);
    for (const gone of [
      await v2.GET('/api/v2/users/{user_id}', { params }),
      await v1.GET('/api/v1/users/{user_id}', { params }),
    ]) {
      expect(refusalOf(gone)).to.deep.equal({ status: 404, code: 'not_found' });
    }
  });

  it('lets one of ten parallel changes of one version win', async () => {
    const user = bodyOf(await operator.v2.POST('/api/v2/users', { body: { email: newAddress(), name: 'Jun' } }));
    const params = { path: { user_id: user.id }, header: { 'If-Match': '"1"' } };
    const results = await Promise.all(
      Array.from({ length: 10 }, (_item, index) =>
        operator.v2.PATCH('/api/v2/users/{user_id}', { params, body: { name: `Jun ${index}` } }),
      ),
    );
    const statuses = results.map(({ response }) => response.status).sort();
    expect(statuses).to.deep.equal([200, ...Array<number>(9).fill(412)]);
  });
});

describe('APIContract_UserCRUD: by merge patch', () => {
  const app = useApp();
  let operator: Account;
  let user: User;

  before(async () => {
    operator = await createAccount(app, { is_operator: true });
  });
  beforeEach(async () => {
    user = bodyOf(await operator.v2.POST('/api/v2/users', { body: { email: newAddress(), name: 'Jun' } }));
  });

  const send = (method: string, body: unknown, headers: Record<string, string> = {}) =>
    rawRequest({
      method,
      url: `${app.url}/api/v2/users/${user.id}`,
      headers: {
        authorization: `Bearer ${operator.token}`,
        'content-type': 'application/merge-patch+json',
        ...headers,
      },
      body: JSON.stringify(body),
    });

  it('leaves what is absent, and refuses null where nothing can be absent', async () => {
    const kept = JSON.parse((await send('PATCH', { name: 'Jun W.' })).text) as User;
    expect(kept).to.include({ name: 'Jun W.', email: user.email, is_operator: false });
    for (const body of [{ name: null }, { email: null }, { is_operator: null }, {}, null, []])
      expect((await send('PATCH', body)).status, JSON.stringify(body)).to.equal(400);
  });

  it('has the same meaning as plain JSON, to the ETag', async () => {
    const patch = await send('PATCH', { name: 'Jun W.' });
    const plain = await send('PATCH', { name: 'Jun W. W.' }, { 'content-type': 'application/json' });
    expect([patch, plain].map(({ status, headers }) => [status, headers.get('etag')])).to.deep.equal([
      [200, '"2"'],
      [200, '"3"'],
    ]);
  });

  it('counts up one version with each change that is taken, also with one to what is there already', async () => {
    const responses = [await send('PATCH', { name: 'Twice' }), await send('PATCH', { name: 'Twice' })];
    const [once, twice] = responses.map(({ text }) => JSON.parse(text) as User);
    expect(twice).to.deep.equal({ ...once, version: 3, updated_at: twice!.updated_at });
    expect(await read()).to.deep.equal({ body: twice, version: '"3"' });
  });

  it('takes fields that only the server writes from nobody, and changes nothing then', async () => {
    for (const field of ['id', 'version', 'created_at', 'email_verified_at', 'home_organization_id', 'password_hash']) {
      const { status, text } = await send('PATCH', { name: 'Taken over', [field]: null });
      expect(status, field).to.equal(400);
      expect(text).to.include(`/${field}`);
    }
    expect((await read()).body).to.deep.equal(user);
  });

  it('deletes once: then 404, for reading, changing and deleting alike, also with an ETag', async () => {
    const tag = { 'if-match': '"1"' };
    expect((await send('DELETE', undefined, tag)).status).to.equal(204);
    const results = [
      await send('DELETE', undefined),
      await send('DELETE', undefined, tag),
      await send('PATCH', { name: 'A' }, tag),
    ];
    expect(results.map(({ status }) => status)).to.deep.equal([404, 404, 404]);
  });

  async function read() {
    const { data, response } = await operator.v2.GET('/api/v2/users/{user_id}', {
      params: { path: { user_id: user.id } },
    });
    return { body: data, version: response.headers.get('etag') };
  }
});

describe('ResponseSchema_UserObject', () => {
  const app = useApp();
  const members = [
    'id',
    'email',
    'name',
    'is_operator',
    'email_verified_at',
    'deactivated_at',
    'home_organization_id',
    'version',
    'created_at',
    'updated_at',
  ];

  it('is the same object wherever a user is shown: nothing absent, nothing secret', async () => {
    const operator = await createAccount(app, { is_operator: true });
    const email = newAddress();
    const created = bodyOf(await operator.v2.POST('/api/v2/users', { body: { email, name: 'Jun', password } }));
    const params = { path: { user_id: created.id } };
    const read = bodyOf(await operator.v2.GET('/api/v2/users/{user_id}', { params }));
    const [listed] = bodyOf(await operator.v2.GET('/api/v2/users', { params: { query: { email } } })).data;
    for (const user of [created, read, listed]) expect(user).to.have.all.keys(members);
    expect([read, listed]).to.deep.equal([created, created]);
    expect(JSON.stringify(created)).to.not.match(/argon2|password/);
  });

  it('has null, not absence, for what is not there yet, and times with milliseconds in UTC', async () => {
    const operator = await createAccount(app, { is_operator: true });
    const body = { email: newAddress().toUpperCase(), name: 'Jun' };
    const user = bodyOf(await operator.v2.POST('/api/v2/users', { body }));
    expect(user).to.include({ email_verified_at: null, deactivated_at: null, home_organization_id: null, version: 1 });
    expect(user.email).to.equal(body.email.toLowerCase());
    expect(user.created_at).to.match(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  });

  it('is to the user what it is to an operator', async () => {
    const account = await createAccount(app, { is_operator: true });
    const params = { path: { user_id: account.user_id } };
    const read = bodyOf(await account.v2.GET('/api/v2/users/{user_id}', { params }));
    expect(bodyOf(await account.v2.GET('/api/v2/me'))).to.deep.equal(read);
  });
});
