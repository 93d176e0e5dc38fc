import { join } from 'node:path';
import { expect } from 'chai';
import { createAccount, createKey, createMember, clientsOf, type Account } from '../support/accounts.ts';
import { useApp } from '../support/app.ts';
import { documents } from '../support/contract/document.ts';
import { createProject } from '../support/factories.ts';
import { Folder, type Ended } from '../support/folder.ts';
import { removeAt, setAt, type Draft } from '../unit/documents/compare/edit.ts';

const main = join(import.meta.dirname, '../../src/documents/compare/main.ts');

// The comparison says whom a change breaks, as the running server has counted it.
describe('make contract SERVER=... KEY=...', function () {
  this.timeout(60_000);
  const app = useApp({});
  const folder = new Folder();
  let admin: Account;
  let operator: Account;
  let member: Account;

  before(async () => {
    await folder.open();
    admin = await createAccount(app);
    operator = await createAccount(app, { is_operator: true });
    member = await createMember(app, admin, 'member');
    const project = await createProject(admin);
    const params = { path: { project_id: project.id } };
    const report = await createKey(app, member);
    await app.query("UPDATE api_keys SET name = 'report' WHERE id = $1", [report.api_key_id]);
    await app.query("UPDATE api_keys SET name = 'build' WHERE id = $1", [member.api_key_id]);
    await member.v2.GET('/api/v2/tasks', { params: { query: { status: ['todo'] } } });
    await clientsOf(app, report.token).v2.GET('/api/v2/tasks', { params: { query: { q: 'cache' } } });
    await member.v2.POST('/api/v2/projects/{project_id}/tasks', { params, body: { title: 'Renew', due_on: null } });
    await folder.write('before.json', documents.v2);
  });
  after(() => folder.close());

  const run = (args: readonly string[], key: string): Promise<Ended> =>
    folder.end(process.execPath, [main, 'before.json', 'after.json', '--usage', app.url, ...args], {
      ARCHITECT_API_KEY: key,
    });

  async function breaksOf(change: (draft: Draft) => void, key = admin.token, ...args: string[]): Promise<string[]> {
    const draft = structuredClone(documents.v2) as unknown as Draft;
    change(draft);
    await folder.write('after.json', draft);
    const { code, output } = await run(args, key);
    expect(code, output).to.equal(1);
    return output.split('\n').flatMap((line) => /^ {4}(breaks .*)$/.exec(line)?.[1] ?? []);
  }
  const inWindow = 'in the last 30 days, of the keys of the organization';
  const listTasks = '/paths/~1api~1v2~1tasks/get';

  it('names the keys that used an operation', async () => {
    expect(await breaksOf((draft) => removeAt(draft, listTasks))).to.deep.equal([
      `breaks 2 keys ${inWindow}: "build", "report"`,
    ]);
    expect(await breaksOf((draft) => removeAt(draft, '/paths/~1api~1v2~1labels~1{label_id}/delete'))).to.deep.equal([
      `breaks nobody ${inWindow}`,
    ]);
  });

  it('names only the keys that sent the parameter or the member of the body', async () => {
    const bodyOf = (name: string) => (draft: Draft) =>
      removeAt(draft, `/components/schemas/TaskCreate/properties/${name}`);
    expect(await breaksOf(bodyOf('due_on'))).to.deep.equal([`breaks 1 key ${inWindow}: "build"`]);
    expect(await breaksOf(bodyOf('priority'))).to.deep.equal([`breaks nobody ${inWindow}`]);
    const shortText = await breaksOf((draft) => setAt(draft, '/components/parameters/Search/schema/maxLength', 2));
    expect(shortText).to.deep.equal([`breaks 1 key ${inWindow}: "report"`]);
  });

  it('asks for the keys of all organizations as an operator, and counts as JSON', async () => {
    const draft = structuredClone(documents.v2) as unknown as Draft;
    removeAt(draft, listTasks);
    await folder.write('after.json', draft);
    const { output } = await run(['--json'], operator.token);
    const [{ changes }] = JSON.parse(output) as [
      { changes: { breaks: { scope: string; keys: { api_key_id: string }[] } }[] },
    ];
    expect(changes[0]!.breaks.scope).to.equal('all organizations');
    expect(changes[0]!.breaks.keys.map(({ api_key_id }) => api_key_id)).to.include(member.api_key_id);
    expect(output).not.to.include(operator.token);
  });

  it('says what is wrong with the server or the key', async () => {
    const url = `${app.url}/api/v2/contract/usage`;
    for (const [key, message] of [
      ['ak_wrong', `${url} returned 401 (unauthenticated)`],
      [member.token, `${url} returned 403 (forbidden)`],
    ] as const) {
      expect(await run([], key)).to.deep.equal({ code: 2, output: `${message}\n` });
    }
    const elsewhere = await run(['--usage', 'http://127.0.0.1:1'], admin.token);
    expect(elsewhere.code).to.equal(2);
    expect(elsewhere.output).to.include('cannot fetch http://127.0.0.1:1/api/v2/contract/usage');
    const noUrl = await run(['--usage', 'architect'], admin.token);
    expect(noUrl).to.deep.equal({ code: 2, output: 'architect is not a URL such as https://architect.example.com\n' });
  });
});
