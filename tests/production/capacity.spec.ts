import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import type { Project, Task } from '../../generated/v2/types.ts';
import { createAccount, type Account } from '../support/accounts.ts';
import { eventually } from '../support/eventually.ts';
import { bodyOf, createComment, createProject, createTask } from '../support/factories.ts';
import { startFleet, type Fleet } from '../support/production/fleet.ts';
import { processorMsOf, processorMsOfPostgres } from '../support/production/processor-time.ts';

const parallel = 8;
/** Text of words from a vocabulary of 2,000, because the search index keeps each word once. */
const words = (count: number, seed: number): string =>
  Array.from({ length: count }, (_, index) => `term${((seed * 7919 + index * 104_729) % 2000).toString(36)}`).join(' ');

/** One row of docs/SCALING.md: `| create a task | 3.8 KB |`. */
function documentedKilobytes(change: string): number {
  const row = new RegExp(`^\\| ${change} +\\| (\\d+\\.\\d) KB`, 'm').exec(readFileSync('docs/SCALING.md', 'utf8'));
  if (row === null) throw new Error(`docs/SCALING.md has no figure for ${change}`);
  return Number(row[1]);
}

describe('what a request costs, for docs/SCALING.md', function () {
  this.timeout(240_000);
  let fleet: Fleet;
  let account: Account;
  let project: Project;
  const tasks: Task[] = [];

  before(async () => {
    const many = '1000000';
    fleet = await startFleet({
      servers: 1,
      workers: 1,
      settings: { RATE_LIMIT_READ: many, RATE_LIMIT_WRITE: many },
    });
    account = await createAccount({ ...fleet.host, url: fleet.servers[0]!.url });
    project = await createProject(account);
  });
  after(() => fleet.stop());

  async function repeat(count: number, request: (number: number) => Promise<unknown>): Promise<void> {
    for (let number = 0; number < count; number += parallel) {
      await Promise.all(Array.from({ length: parallel }, (_, index) => request(number + index)));
    }
    await eventually(async () => {
      expect(await fleet.host.query('SELECT id FROM audit_log WHERE sequence IS NULL LIMIT 1')).to.deep.equal([]);
      expect(await fleet.host.query('SELECT id FROM outbox LIMIT 1')).to.deep.equal([]);
    }, 30_000);
  }

  /** Bytes of all tables with their indexes, without the room that later rows can use. */
  async function storedBytes(): Promise<number> {
    await fleet.host.query('VACUUM FULL');
    const [row] = await fleet.host.query<{ bytes: number }>(
      `SELECT sum(pg_total_relation_size(oid))::float8 AS bytes FROM pg_class
        WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname NOT IN ('key_usage', 'operation_usage')`,
    );
    return row!.bytes;
  }

  const processorMs = () => ({
    server: processorMsOf(fleet.servers[0]!.program.pid!),
    worker: processorMsOf(fleet.workers[0]!.program.pid!),
    postgres: processorMsOfPostgres(fleet.primary),
  });

  const changes: readonly (readonly [change: string, request: (number: number) => Promise<unknown>])[] = [
    [
      'create a task',
      async (number) => {
        const title = `Calibrate the scale in laboratory ${number}`;
        tasks[number] = await createTask(account, project, { title, description: words(80, number) });
      },
    ],
    [
      'update a task',
      async (number) => {
        const params = { path: { task_id: tasks[number]!.id } };
        bodyOf(await account.v2.PATCH('/api/v2/tasks/{task_id}', { params, body: { priority: 'high' } }));
      },
    ],
    ['comment on a task', (number) => createComment(account, tasks[number]!, words(30, number))],
  ];
  /** The caches forget everything, so that each response is made from the database once more. */
  const forget = () => fleet.host.query(`SELECT pg_notify('architect_cache', '{"tags":"all"}')`);

  async function readTask(number: number): Promise<void> {
    const params = { path: { task_id: tasks[number % tasks.length]!.id } };
    bodyOf(await account.v2.GET('/api/v2/tasks/{task_id}', { params }));
  }

  async function listTasks(created_after: string): Promise<void> {
    const params = { path: { project_id: project.id }, query: { limit: 20, created_after } };
    bodyOf(await account.v2.GET('/api/v2/projects/{project_id}/tasks', { params }));
  }

  /** Each read as the first of its kind, and as one whose response is kept. */
  const reads = [
    {
      read: 'read a task',
      first: async (number: number) => {
        if (number % tasks.length === 0) await forget();
        await readTask(number);
      },
      kept: readTask,
    },
    {
      read: 'list 20 tasks',
      first: (number: number) => listTasks(new Date(number).toISOString()),
      kept: () => listTasks(new Date(0).toISOString()),
    },
  ];

  /** @returns the bytes of WAL that the primary has written, all of which go to each replica */
  async function walBytes(): Promise<number> {
    const [row] = await fleet.host.query<{ bytes: number }>(
      "SELECT pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::float8 AS bytes",
    );
    return row!.bytes;
  }

  /** Prints the processor time and the WAL of one request. @returns the processor time of all, in milliseconds */
  async function measure(name: string, count: number, request: (number: number) => Promise<unknown>) {
    const [before, walBefore] = [processorMs(), await walBytes()];
    await repeat(count, request);
    const [after, walAfter] = [processorMs(), await walBytes()];
    const each = (part: keyof typeof before): string => ((after[part] - before[part]) / count).toFixed(2);
    const wal = ((walAfter - walBefore) / count / 1024).toFixed(1);
    const processor = `server ${each('server')} ms, worker ${each('worker')} ms, PostgreSQL ${each('postgres')} ms`;
    console.log(`      ${name}: ${processor}, WAL ${wal} KB`);
    const used = { server: after.server - before.server, postgres: after.postgres - before.postgres };
    expect(used.server, 'processor time was counted').to.be.above(0);
    return used;
  }

  for (const [change, request] of changes) {
    it(`${change}: the bytes that it leaves behind are those of the page`, async () => {
      const count = 304;
      const before = await storedBytes();
      await measure(change, count, request);
      const kilobytes = ((await storedBytes()) - before) / count / 1024;
      console.log(`      ${change}: ${kilobytes.toFixed(1)} KB`);
      const documented = documentedKilobytes(change);
      expect(kilobytes).to.be.within(documented * 0.75, documented * 1.25);
    });
  }

  for (const { read, first, kept } of reads) {
    it(`${read}: PostgreSQL works less if the response is kept`, async () => {
      const ofFirst = await measure(read, 912, first);
      const ofKept = await measure(`${read}, kept`, 912, kept);
      expect(ofKept.postgres).to.be.below(ofFirst.postgres);
    });
  }
});
