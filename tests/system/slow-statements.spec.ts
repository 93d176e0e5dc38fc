import { expect } from 'chai';
import pg from 'pg';
import { createLogger } from '../../src/platform/logger.ts';
import { createAccount } from '../support/accounts.ts';
import { useApp } from '../support/app.ts';
import { checkedFetch } from '../support/contract/checked-fetch.ts';
import { eventually } from '../support/eventually.ts';
import { createProject, createTask } from '../support/factories.ts';

interface Line {
  readonly msg: string;
  readonly statements: readonly string[];
  readonly duration_ms: number;
}

describe('a slow statement', () => {
  const lines: string[] = [];
  const destination = { write: (line: string) => void lines.push(line) };
  const app = useApp({
    settings: { SLOW_QUERY_MS: '200' },
    app: { logger: createLogger({ level: 'warn', secretNames: {}, destination }) },
  });
  let holder: pg.Client;
  before(async () => {
    holder = new pg.Client({ connectionString: app.databaseUrl });
    // The end of the test's database may come before its own.
    holder.on('error', () => undefined);
    await holder.connect();
  });
  after(() => holder.end());

  const slowLines = (): Line[] =>
    lines.map((line) => JSON.parse(line) as Line).filter(({ msg }) => msg === 'slow statement');

  async function counted(): Promise<number> {
    const text = await (await checkedFetch(`${app.url}/metrics`)).text();
    return Number(/^database_slow_statements_total (\d+)$/m.exec(text)?.[1]);
  }

  it('has a line in the log with its name and duration and without values, and is counted', async () => {
    const account = await createAccount(app);
    const task = await createTask(account, await createProject(account));
    const earlier = await counted();
    expect(earlier).to.equal(slowLines().length);
    await holder.query('BEGIN');
    await holder.query('SELECT FROM tasks WHERE id = $1 FOR UPDATE', [task.id]);
    const params = { path: { task_id: task.id } };
    const changed = account.v2.PATCH('/api/v2/tasks/{task_id}', { params, body: { title: 'Canary' } });
    await eventually(async () => {
      const rows = await app.query("SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock'");
      expect(rows).not.to.be.empty;
    });
    await holder.query('SELECT pg_sleep(0.2)');
    await holder.query('ROLLBACK');
    expect((await changed).response.status).to.equal(200);
    const told = slowLines().slice(earlier);
    expect(await counted()).to.equal(earlier + told.length);
    const line = told.find(({ statements }) => statements.some((name) => name.startsWith('tasks.')))!;
    expect(Object.keys(line)).to.have.members(['level', 'time', 'pid', 'msg', 'statements', 'duration_ms']);
    expect(line).to.include({ level: 'warn' });
    expect(line.duration_ms).to.be.within(200, 10_000);
    for (const value of [task.id, account.organization_id, 'Canary', 'SELECT ']) {
      expect(JSON.stringify(line)).not.to.include(value);
    }
  });
});
