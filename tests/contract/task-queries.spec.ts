import { expect } from 'chai';
import type { operations, Project, Task } from '../../generated/v2/types.ts';
import { createAccount, type Account } from '../support/accounts.ts';
import { useApp } from '../support/app.ts';
import { schemaOf } from '../support/contract/schema-of.ts';
import { bodyOf, createProject, createTask, moveTask } from '../support/factories.ts';
import { rawRequest } from '../support/raw-request.ts';

type Query = NonNullable<operations['listTasks']['parameters']['query']>;
type Json = Record<string, unknown>;

// What clients rely on when they ask for tasks, and the document alone cannot show.
describe('APIContract_TaskQueries', () => {
  const app = useApp();
  let owner: Account;
  let project: Project;
  let tasks: Task[];

  before(async () => {
    owner = await createAccount(app);
    project = await createProject(owner);
    tasks = [];
    for (const priority of ['low', 'urgent', 'none', 'high', 'low', 'medium'] as const)
      tasks.push(await createTask(owner, project, { priority, title: 'Anchor' }));
  });

  const list = async (query: Query) => bodyOf(await owner.v2.GET('/api/v2/tasks', { params: { query } }));
  const idsOf = async (query: Query) => (await list(query)).data.map(({ id }) => id);
  const status = async (query: string) =>
    (
      await rawRequest({
        method: 'GET',
        url: `${app.url}/api/v2/tasks?${query}`,
        headers: { authorization: `Bearer ${owner.token}` },
      })
    ).status;

  it('orders priorities by their weight, not by their letters, and equals by id', async () => {
    const [low, urgent, none, high, other, medium] = tasks.map(({ id }) => id);
    const rising = [none, low, other, medium, high, urgent];
    expect(await idsOf({ sort: 'priority' })).to.deep.equal(rising);
    expect(await idsOf({ sort: '-priority' })).to.deep.equal(rising.toReversed());
  });

  it('holds the order over pages of any size, forward to an end that says so', async () => {
    const whole = await idsOf({ sort: '-priority' });
    for (const limit of [1, 2, 5, 6]) {
      const seen: string[] = [];
      let cursor: string | null = null;
      do {
        const { data, page }: Awaited<ReturnType<typeof list>> = await list({
          sort: '-priority',
          limit,
          ...(cursor === null ? {} : { cursor }),
        });
        expect(page.has_more).to.equal(page.next_cursor !== null);
        seen.push(...data.map(({ id }) => id));
        cursor = page.next_cursor;
      } while (cursor !== null);
      expect(seen, `pages of ${limit}`).to.deep.equal(whole);
    }
  });

  it('takes a moment in any offset and precision for the same moment', async () => {
    const { created_at } = tasks[2]!;
    const shifted = new Date(Date.parse(created_at) + 5.5 * 3_600_000).toISOString().replace('Z', '+05:30');
    const finer = Array.from({ length: 6 }, (_, index) => created_at.replace('Z', `${'0'.repeat(index + 1)}Z`));
    const expected = await idsOf({ created_after: created_at });
    expect(expected).to.include(tasks[2]!.id);
    for (const created_after of [shifted, ...finer]) expect(await idsOf({ created_after })).to.deep.equal(expected);
  });

  it('cuts nanoseconds to microseconds, and does not round them into the next one', async () => {
    const { created_at } = tasks[2]!;
    const nano = created_at.replace('Z', '000999Z');
    expect(await idsOf({ created_after: nano })).to.deep.equal(await idsOf({ created_after: created_at }));
    expect(await idsOf({ created_before: nano })).to.deep.equal(await idsOf({ created_before: created_at }));
    const [whole, first] = [await idsOf({ created_after: nano }), await list({ created_after: nano, limit: 1 })];
    const cursor = first.page.next_cursor!;
    expect(await idsOf({ created_after: nano, cursor })).to.deep.equal(whole.slice(1));
  });

  it('leaves nothing out and takes nothing twice where one time ends and another begins', async () => {
    const { created_at } = tasks[3]!;
    const [before, after] = [await idsOf({ created_before: created_at }), await idsOf({ created_after: created_at })];
    expect([...after, ...before]).to.deep.equal(await idsOf({}));
  });

  it('means any of the values of one filter, and all of the filters', async () => {
    const both = await idsOf({ priority: ['low', 'high'] });
    expect(both).to.have.members([tasks[0]!.id, tasks[3]!.id, tasks[4]!.id]);
    expect(await idsOf({ priority: ['low', 'high'], created_before: tasks[3]!.created_at })).to.deep.equal([
      tasks[0]!.id,
    ]);
    expect(await idsOf({ priority: ['low'], status: ['done'] })).to.deep.equal([]);
  });

  it('refuses values that are repeated, of another case or in one text', async () => {
    for (const query of [
      ...['priority=low&priority=low', 'priority=LOW', 'priority=low,high', 'status=todo%20', 'blocked=1'],
      ...['sort=priority&sort=title', 'sort=%2Bpriority', 'limit=101', 'limit=1e1', 'assigned_to_me=TRUE'],
      ...['created_after=2026-11-02', 'created_after=2026-11-02T09:30:00', 'cursor=a.b'],
    ]) {
      expect(await status(query), query).to.equal(400);
    }
  });

  it('finds a task by what it has become the moment before, and not once it is gone', async () => {
    const moved = await createTask(owner, project);
    expect(await idsOf({ status: ['in_progress'] })).to.deep.equal([]);
    await moveTask(owner, moved, 'in_progress');
    expect(await idsOf({ status: ['in_progress'] })).to.deep.equal([moved.id]);
    await owner.v2.DELETE('/api/v2/tasks/{task_id}', { params: { path: { task_id: moved.id } } });
    expect(await idsOf({ status: ['in_progress'] })).to.deep.equal([]);
  });
});

describe('ResponseSchema_TaskObject', () => {
  const app = useApp();
  let owner: Account;
  let project: Project;

  before(async () => {
    owner = await createAccount(app);
    project = await createProject(owner);
  });

  const read = async (path: string) => {
    const headers = { authorization: `Bearer ${owner.token}` };
    return JSON.parse((await rawRequest({ method: 'GET', url: app.url + path, headers })).text) as Json;
  };

  it('has every member that the document names, null where there is nothing, a list where there are none', async () => {
    const task = await createTask(owner, project, { description: null });
    const body = await read(`/api/v2/tasks/${task.id}`);
    expect(Object.keys(body)).to.have.members(schemaOf('v2', 'Task').required);
    for (const name of ['description', 'assignee_id', 'due_on', 'milestone_id', 'completed_at', 'origin'])
      expect(body[name], name).to.equal(null);
    expect(body['label_ids']).to.deep.equal([]);
  });

  it('says days as days, moments as moments in UTC, and numbers as numbers', async () => {
    const task = await createTask(owner, project, { due_on: '2028-02-29' });
    const body = await read(`/api/v2/tasks/${task.id}`);
    expect(body).to.include({
      due_on: '2028-02-29',
      number: task.number,
      version: 1,
      key: `${project.key}-${task.number}`,
    });
    for (const name of ['created_at', 'updated_at'])
      expect(body[name]).to.match(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  });

  it('is done since a moment, and no longer when it is taken up again', async () => {
    const task = await createTask(owner, project);
    const done = await moveTask(owner, task, 'in_progress', 'done');
    expect(done.completed_at).to.equal(done.updated_at);
    expect((await moveTask(owner, task, 'in_progress')).completed_at).to.equal(null);
  });

  it('is the same in a list, alone, and as the response to its making and its change', async () => {
    const made = await createTask(owner, project, { title: 'Seen everywhere' });
    const params = { path: { task_id: made.id } };
    const changed = bodyOf(await owner.v2.PATCH('/api/v2/tasks/{task_id}', { params, body: { priority: 'high' } }));
    expect(changed).to.deep.equal({ ...made, priority: 'high', version: 2, updated_at: changed.updated_at });
    const { data } = (await read('/api/v2/tasks?q=everywhere')) as { data: Json[] };
    expect([data[0], await read(`/api/v2/tasks/${made.id}`)]).to.deep.equal([changed, changed]);
  });

  it('keeps text to the letter: spaces, line ends, quotes, signs beyond the first plane', async () => {
    const title = ' “quoted” \\n <b>&amp;</b> 𝄞 é e\u0301 ';
    const description = 'one\r\ntwo\n\tthree\u2028four';
    const task = await createTask(owner, project, { title, description });
    expect(await read(`/api/v2/tasks/${task.id}`)).to.include({ title, description });
  });
});
