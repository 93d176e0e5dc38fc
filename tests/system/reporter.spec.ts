import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect } from 'chai';
import pg from 'pg';
import type { Project } from '../../generated/v2/types.ts';
import { createAccount, type Account } from '../support/accounts.ts';
import { createProject } from '../support/factories.ts';
import { prepareServer, type ServerProcess } from '../support/server-process.ts';

// A program with nothing but Python's standard library reports to a server that fails on the way.

const program = join(import.meta.dirname, '../support/reporting/report.py');
const PYTHON = 'python3';

interface Summary {
  readonly events: number;
  readonly reports: number;
  readonly errors: number;
  readonly differences: number;
  /** By status, or by the kind of a failed connection. */
  readonly retries: Readonly<Record<string, number>>;
}

interface Report {
  readonly code: number | null;
  readonly summary: Summary;
  readonly complaints: string;
}

describe('a reporter in Python without dependencies', function () {
  this.timeout(150_000);
  let server: ServerProcess;
  let owner: Account;
  let project: Project;

  async function serve(settings: Readonly<Record<string, string>> = {}): Promise<void> {
    server = await prepareServer(settings);
    await server.start();
    owner = await createAccount(server);
    project = await createProject(owner);
  }
  afterEach(() => server.remove());

  /** Runs the reporter. `meanwhile` is called with each of its lines, and awaited before its end. */
  async function report(
    sizes: readonly number[],
    meanwhile: (line: string) => Promise<unknown> | undefined = () => undefined,
  ): Promise<Report> {
    const env = { ...process.env, ARCHITECT_URL: server.url, ARCHITECT_KEY: owner.token };
    const reporter = spawn(PYTHON, [program, project.id, ...sizes.map(String)], { env });
    const ended = once(reporter, 'close') as Promise<[number | null]>;
    const lines: string[] = [];
    const pending: Promise<unknown>[] = [];
    let complaints = '';
    reporter.stderr.on('data', (text: Buffer) => (complaints += text.toString()));
    createInterface({ input: reporter.stdout }).on('line', (line) => {
      lines.push(line);
      pending.push(Promise.resolve(meanwhile(line)));
    });
    const [code] = await ended;
    await Promise.all(pending);
    return { code, summary: JSON.parse(lines.at(-1) ?? '{}') as Summary, complaints: complaints.trim() };
  }

  const stored = async () => {
    const [row] = await server.query<{ events: number; counted: number; reports: number; failures: number }>(
      `SELECT (SELECT count(*)::int FROM reported_events WHERE project_id = $1) AS events,
              (SELECT sum(count)::int FROM event_counts WHERE project_id = $1) AS counted,
              (SELECT count(*)::int FROM error_reports WHERE project_id = $1) AS reports,
              (SELECT sum(occurrence_count)::int FROM error_groups WHERE project_id = $1) AS failures`,
      [project.id],
    );
    return row;
  };

  it('loses nothing that was acknowledged and stores nothing twice, though the server is killed and restarted', async () => {
    await serve();
    const { code, summary, complaints } = await report([60, 50], async (line) => {
      if (line !== 'sent 10 of 60') return;
      await server.kill();
      await server.start();
    });
    expect({ code, complaints }).to.deep.equal({ code: 0, complaints: '' });
    expect(summary).to.include({ events: 3000, reports: 120, differences: 0 });
    expect(summary.retries, 'what the end of the server cut off or refused').not.to.be.empty;
    expect(await stored()).to.deep.equal({ events: 3000, counted: 3000, reports: 120, failures: 120 });
  });

  it('waits as long as Retry-After says while the server is busy', async () => {
    await serve();
    // Whoever deletes a project locks it; a request that needs it gives up in time to say so.
    const holder = new pg.Client({ connectionString: server.databaseUrl });
    await holder.connect();
    try {
      await holder.query('BEGIN');
      await holder.query('SELECT FROM projects FOR UPDATE');
      const { code, summary, complaints } = await report([4, 10], (line) =>
        line.endsWith('after 503') ? holder.query('COMMIT') : undefined,
      );
      expect({ code, complaints }).to.deep.equal({ code: 0, complaints: '' });
      expect(summary.retries['503']).to.be.above(0);
      expect(await stored()).to.deep.equal({ events: 40, counted: 40, reports: 8, failures: 8 });
    } finally {
      await holder.end();
    }
  });

  it('waits until a limit is over', async () => {
    await serve({ RATE_LIMIT_ENABLED: 'true', RATE_LIMIT_INGEST: '6' });
    const { code, summary, complaints } = await report([4, 10]);
    expect({ code, complaints }).to.deep.equal({ code: 0, complaints: '' });
    // Each sender was told when to come back: nobody asked twice.
    expect(Object.keys(summary.retries)).to.deep.equal(['429']);
    expect(summary.retries['429']).to.be.within(1, 4);
    expect(await stored()).to.deep.equal({ events: 40, counted: 40, reports: 8, failures: 8 });
  });

  it('fails if what it reads back differs', async () => {
    await serve();
    const { code, summary, complaints } = await report([8, 10], async (line) => {
      if (line !== 'sent 1 of 8') return;
      await server.query(`DELETE FROM reported_events WHERE id = (SELECT min(id::text)::uuid FROM reported_events)`);
    });
    expect(code).to.equal(1);
    expect(summary).to.include({ events: 80, differences: 1 });
    expect(complaints).to.match(/^event \d-\d is lost$/);
  });
});
