import { randomInt } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { expect } from 'chai';
import { createAccount, type Account } from '../support/accounts.ts';
import { insertTasks } from '../support/archive.ts';
import { eventually } from '../support/eventually.ts';
import { bodyOf, createProject } from '../support/factories.ts';
import { openStream } from '../support/open-stream.ts';
import { bearer } from '../support/sample-request.ts';
import { prepareServer, type ServerProcess } from '../support/server-process.ts';

const taskCount = 50_000;
const megabyte = 1024 * 1024;

describe('exports and imports of records, on a real server', function () {
  this.timeout(120_000);
  let server: ServerProcess;
  let account: Account;
  let folder: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'architect-records-'));
    server = await prepareServer();
    await server.start();
    account = await createAccount(server);
  });
  after(async () => {
    await server.remove();
    await rm(folder, { recursive: true, force: true });
  });

  async function metric(name: string): Promise<number> {
    const text = await (await openStream(`${server.url}/metrics`, {})).rest();
    const value = new RegExp(`^${name} (\\S+)$`, 'm').exec(text.toString())?.[1];
    if (value === undefined) throw new Error(`there is no metric ${name}`);
    return Number(value);
  }
  const transactions = async (): Promise<number> => {
    const [row] = await server.query<{ count: number }>(
      `SELECT count(*)::integer AS count FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid() AND xact_start IS NOT NULL
          AND query ~ 'from "tasks" as "t"'`,
    );
    return row!.count;
  };

  it(`exports ${taskCount} tasks in bounded memory, and starts before it has read them`, async () => {
    const [small, large] = [await createProject(account), await createProject(account)];
    const description = 'x'.repeat(1500);
    await insertTasks(server, small, { count: 3000, description });
    await insertTasks(server, large, { count: taskCount, description });
    const open = (project: { readonly id: string }) =>
      openStream(`${server.url}/api/v2/projects/${project.id}/export`, bearer(account));
    // What the code itself and the pool need is there after this one.
    await (await open(small)).rest();
    const before = await metric('process_resident_memory_bytes');
    const stream = await open(large);
    let [bytes, lines, highest] = [0, 0, 0];
    let isReadingSeen = false;
    for (let chunk = await stream.next(); chunk !== undefined; chunk = await stream.next()) {
      if (bytes === 0) isReadingSeen = (await transactions()) === 1;
      const measured = Math.floor(bytes / (8 * megabyte));
      bytes += chunk.length;
      for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) lines += 1;
      if (Math.floor(bytes / (8 * megabyte)) > measured) {
        highest = Math.max(highest, await metric('process_resident_memory_bytes'));
      }
    }
    expect(isReadingSeen, 'the transaction is open when the first bytes are here').to.equal(true);
    expect(lines).to.equal(taskCount);
    expect(bytes).to.be.above(90 * megabyte);
    // Some 60 MB are objects that wait to be collected, however long the export is.
    expect((highest - before) / megabyte).to.be.below(90);
  });

  it('ends the transaction when the reader goes away', async () => {
    const project = await createProject(account);
    await insertTasks(server, project, { count: 300, description: 'x'.repeat(60_000) });
    const stream = await openStream(`${server.url}/api/v2/projects/${project.id}/export`, bearer(account));
    await stream.next();
    expect(await transactions()).to.equal(1);
    stream.abort();
    await eventually(async () => expect(await transactions()).to.equal(0));
  });

  for (const extension of ['csv', 'ndjson']) {
    it(`imports .${extension} through kill -9 with nothing lost or doubled, and nothing new the second time`, async () => {
      const count = 200;
      const titles = Array.from({ length: count }, (_, index) => `Task ${index}`);
      const text =
        extension === 'csv'
          ? `title,labels\n${titles.map((title) => `${title},"a,b"\n`).join('')}`
          : titles.map((title) => `${JSON.stringify({ title, labels: ['a', 'b'] })}\n`).join('');
      const file = join(folder, `killed.${extension}`);
      await writeFile(file, text);
      const key = extension === 'csv' ? 'ROWS' : 'LINES';
      const running = server.run(['import', file, '--project', key], account.token);
      await eventually(async () => {
        const rows = await server.query('SELECT 1 FROM imports WHERE finished_at IS NULL');
        expect(rows).to.have.length(1);
      }, 20_000);
      for (let kill = 0; kill < 2; kill++) {
        await delay(randomInt(0, 250));
        await server.kill();
        await server.start();
      }
      const { code, output } = await running;
      expect(code, output).to.equal(0);
      expect(output).to.include(`${count} tasks created, 0 already imported`);
      const { data } = bodyOf(await account.v2.GET('/api/v2/projects', { params: { query: { key } } }));
      const [rows] = await server.query<{ tasks: number; titles: number; numbers: number; labels: number }>(
        `SELECT count(*)::integer AS tasks, count(DISTINCT title)::integer AS titles, max(number) AS numbers,
                (SELECT count(*)::integer FROM labels WHERE project_id = $1) AS labels
           FROM tasks WHERE project_id = $1`,
        [data[0]!.id],
      );
      expect(rows).to.deep.equal({ tasks: count, titles: count, numbers: count, labels: 2 });
      const again = await server.run(['import', file, '--project', key], account.token);
      expect(again.output).to.include(`nothing new: 0 tasks created, ${count} already imported`);
    });
  }
});
