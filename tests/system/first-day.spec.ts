import { expect } from 'chai';
import type { Project, Task } from '../../generated/v2/types.ts';
import { clientsOf, createAccount, createMember, type Account } from '../support/accounts.ts';
import { bodyOf, createComment, createProject, createTask, moveTask } from '../support/factories.ts';
import { newAddress, password, sessionOf, tokenIn } from '../support/passwords.ts';
import { rawRequest } from '../support/raw-request.ts';
import { refusalOf } from '../support/scene.ts';
import { prepareServer, type ServerProcess } from '../support/server-process.ts';

const unknownId = '01939b7c-2f4e-7a10-8c55-0a1b2c3dffff';

// One user's first day, hour by hour: each test goes on where the one before it stopped.
describe('E2E_FullUserOnboardingFlow', function () {
  this.timeout(60_000);
  let server: ServerProcess;
  let me: Pick<Account, 'v1' | 'v2'>;
  let organization_id: string;
  let project: Project;
  let task: Task;
  const email = newAddress();

  before(async function () {
    this.timeout(120_000);
    server = await prepareServer();
    await server.start();
  });
  after(() => server.remove());

  it('registers, follows the link of the mail, and logs in', async () => {
    const { v2: anybody } = clientsOf(server, 'nothing');
    const registration = { email, name: 'Ada Lindqvist', password };
    expect((await anybody.POST('/api/v2/auth/register', { body: registration })).response.status).to.equal(202);
    const credentials = { email, password };
    expect((await anybody.POST('/api/v2/auth/login', { body: credentials })).response.status).to.equal(401);
    const token = tokenIn((await server.mail.next(email)).text);
    const verified = bodyOf(await anybody.POST('/api/v2/auth/email-verification', { body: { token } }));
    expect(verified.email).to.equal(email);
    const start = sessionOf(bodyOf(await anybody.POST('/api/v2/auth/login', { body: credentials })));
    expect(start.user).to.include({ email, name: 'Ada Lindqvist' });
    me = clientsOf(server, start.token);
    organization_id = verified.organization_id;
    expect(start.session.organization_id).to.equal(organization_id);
  });

  it('finds a first project with tasks, and a mail of welcome', async () => {
    const { data: projects } = bodyOf(await me.v2.GET('/api/v2/projects'));
    expect(projects.map(({ key }) => key)).to.deep.equal(['START']);
    const query = { assigned_to_me: true };
    const { data: tasks } = bodyOf(await me.v2.GET('/api/v2/tasks', { params: { query } }));
    expect(tasks).to.have.length(3);
    expect((await server.mail.next(email)).subject).to.equal('Welcome to Architect');
  });

  it('makes a project and a task, moves it through its states, and comments', async () => {
    project = await createProject(me, { key: 'ANCHOR' });
    const created = await createTask(me, project, { title: 'Moor the lighthouse ship', status: 'backlog' });
    expect(created.key).to.equal('ANCHOR-1');
    task = await moveTask(me, created, 'todo', 'in_progress', 'in_review', 'done');
    expect(task).to.include({ status: 'done', version: 5 });
    const params = { path: { task_id: task.id } };
    const comment = await createComment(me, task, 'Moored.');
    expect(bodyOf(await me.v2.GET('/api/v2/tasks/{task_id}/comments', { params })).data).to.deep.equal([comment]);
    const body = { to: 'in_review' } as const;
    const refusal = refusalOf(await me.v2.POST('/api/v2/tasks/{task_id}/transitions', { params, body }));
    expect(refusal).to.deep.equal({ status: 409, code: 'invalid_transition' });
  });

  it('finds the task by its words', async () => {
    const search = async (q: string) =>
      bodyOf(await me.v2.GET('/api/v2/tasks', { params: { query: { q } } })).data.map(({ id }) => id);
    expect(await search('mooring ships')).to.deep.equal([task.id]);
    expect(await search('submarine')).to.deep.equal([]);
  });

  it('pages through 200 tasks by cursor without gaps or doubles, while more are made', async () => {
    const many = await createProject(me, { key: 'MANY' });
    for (let batch = 0; batch < 20; batch++) await Promise.all(Array.from({ length: 10 }, () => createTask(me, many)));
    const seen: number[] = [];
    let cursor: string | null = null;
    do {
      const query: { limit: number; cursor?: string } = cursor === null ? { limit: 30 } : { limit: 30, cursor };
      const params = { path: { project_id: many.id }, query };
      const page: { data: Task[]; page: { next_cursor: string | null } } = bodyOf(
        await me.v2.GET('/api/v2/projects/{project_id}/tasks', { params }),
      );
      seen.push(...page.data.map(({ number }) => number));
      cursor = page.page.next_cursor;
      await createTask(me, many);
    } while (cursor !== null);
    expect(seen).to.have.length(200);
    expect(seen.toSorted((a, b) => a - b)).to.deep.equal(Array.from({ length: 200 }, (_, index) => index + 1));
  });

  it('is told of a stale version', async () => {
    const patch = (etag: string, title: string) => {
      const params = { path: { task_id: task.id }, header: { 'If-Match': etag } };
      return me.v2.PATCH('/api/v2/tasks/{task_id}', { params, body: { title } });
    };
    expect(bodyOf(await patch('"5"', 'Moor it twice'))).to.include({ version: 6 });
    expect(refusalOf(await patch('"5"', 'Lost'))).to.deep.equal({ status: 412, code: 'precondition_failed' });
    const params = { path: { task_id: task.id } };
    expect(bodyOf(await me.v2.GET('/api/v2/tasks/{task_id}', { params }))).to.include({ title: 'Moor it twice' });
  });

  it('repeats a request with the same Idempotency-Key to one effect', async () => {
    const post = (name: string) =>
      me.v2.POST('/api/v2/projects', {
        params: { header: { 'Idempotency-Key': 'first-day' } },
        body: { key: 'ONCE', name },
      });
    const first = bodyOf(await post('Once'));
    expect(bodyOf(await post('Once'))).to.deep.equal(first);
    expect(refusalOf(await post('Twice'))).to.deep.equal({ status: 409, code: 'idempotency_key_reused' });
    const { data } = bodyOf(await me.v2.GET('/api/v2/projects', { params: { query: { key: 'ONCE' } } }));
    expect(data).to.deep.equal([first]);
  });

  it('hears of everything that is wrong in one response', async () => {
    const params = { path: { project_id: project.id } };
    const body = { title: 'Red', priority: 'soon', colour: 'red' } as never;
    const { error, response } = await me.v2.POST('/api/v2/projects/{project_id}/tasks', { params, body });
    expect(response.status).to.equal(400);
    const places = error?.code === 'validation_failed' ? error.errors?.map(({ pointer }) => pointer) : [];
    expect(places).to.have.members(['/priority', '/colour']);
  });

  it("cannot tell another organization's task from an absent one", async () => {
    const stranger = await createAccount(server);
    const foreign = await createTask(stranger, await createProject(stranger));
    const bodyFor = async (id: string) => {
      const params = { path: { task_id: id } };
      const { error, response } = await me.v2.GET('/api/v2/tasks/{task_id}', { params });
      expect(response.status).to.equal(404);
      // What names the request itself.
      return { ...(error as object), instance: undefined, request_id: undefined };
    };
    expect(await bodyFor(foreign.id)).to.deep.equal(await bodyFor(unknownId));
  });

  it('keeps what its role does not allow from a member', async () => {
    const member = await createMember(server, { organization_id }, 'viewer');
    const params = { path: { project_id: project.id } };
    const body = { title: 'No' };
    const refusal = refusalOf(await member.v2.POST('/api/v2/projects/{project_id}/tasks', { params, body }));
    expect(refusal).to.deep.equal({ status: 403, code: 'forbidden' });
  });

  it('returns a method that a path has not with those that it has', async () => {
    const result = await rawRequest({ method: 'PUT', url: `${server.url}/api/v2/tasks/${task.id}` });
    expect(result.status).to.equal(405);
    const allowed = (result.headers.get('allow') ?? '').split(', ');
    expect(allowed).to.include.members(['GET', 'PATCH', 'DELETE']).and.not.include('PUT');
  });

  it('ends with SIGTERM and exit code 0', async () => {
    expect(await server.stop()).to.equal(0);
  });
});
