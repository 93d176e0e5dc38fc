import { randomBytes } from 'node:crypto';
import { Agent, request } from 'node:http';
import { parseArgs } from 'node:util';
import pg from 'pg';
import type { ReportingKey } from '../../../generated/v2/types.ts';
import { createAccount } from '../../support/accounts.ts';
import { createScratchDatabase } from '../../support/database.ts';
import { envelope } from '../../support/envelopes.ts';
import { createProject, createReportingKey } from '../../support/factories.ts';
import { prepareServer } from '../../support/server-process.ts';
import { cpuSecondsOf } from '../events/cpu.ts';

// How fast one process takes errors from SDKs, one to an envelope: all of one error, and of a thousand errors. Each response
// is awaited, and comes after the commit. The count of the server is compared with what was sent.

const SENDERS = 32;
const WARM_UP = 300;

const { values } = parseArgs({
  args: process.argv.slice(3),
  options: { reports: { type: 'string', default: '5000' } },
});
const reports = Number(values.reports);

/** Letters, because numbers do not tell errors apart. */
function bodyOf(kind: number): string {
  const event = {
    event_id: randomBytes(16).toString('hex'),
    platform: 'node',
    release: 'shop@2.4.0',
    environment: 'production',
    tags: { region: 'eu' },
    user: { id: `person ${kind % 50}` },
    exception: {
      values: [
        {
          type: 'CartError',
          value: 'cannot load the cart',
          stacktrace: {
            frames: [
              { filename: '/app/src/main.js', function: 'main', lineno: 3, in_app: true },
              { filename: '/app/src/cart.js', function: `load${letters(kind)}`, lineno: 31, in_app: true },
            ],
          },
        },
      ],
    },
  };
  return envelope({}, [{ type: 'event' }, event]);
}

function letters(kind: number): string {
  return String(kind).replaceAll(/\d/g, (digit) => 'ABCDEFGHIJ'[Number(digit)] ?? '');
}

const agent = new Agent({ keepAlive: true, maxSockets: SENDERS });

async function post(url: string, body: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/x-sentry-envelope', 'content-length': Buffer.byteLength(body) };
    const sent = request(url, { method: 'POST', agent, headers }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode ?? 0));
    });
    sent.on('error', reject).end(body);
  });
}

async function send(url: string, count: number, kinds: number): Promise<number[]> {
  const durations: number[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < count) {
      const body = bodyOf(next++ % kinds);
      const began = performance.now();
      const status = await post(url, body);
      if (status !== 200) throw new Error(`the response is ${status}`);
      durations.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: SENDERS }, work));
  return durations.sort((a, b) => a - b);
}

const quantile = (sorted: readonly number[], share: number): string =>
  `${(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN).toFixed(1)} ms`;

const database = await createScratchDatabase();
const server = await prepareServer({ SECRET_KEY: 'a key of the benchmark, which is no secret at all' }, database);
const client = new pg.Client({ connectionString: database.url });
try {
  await server.start();
  await client.connect();
  const account = await createAccount(server);
  for (const kinds of [1, 1000]) {
    const project = await createProject(account);
    const key: ReportingKey = await createReportingKey(account, project);
    const url = `${server.url}/api/${key.project_number}/envelope/?sentry_key=${key.public_key}`;
    await send(url, Math.max(WARM_UP, kinds), kinds);
    const pids = async () => {
      const found = await client.query<{ pid: number }>(
        "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND application_name LIKE 'architect%'",
      );
      return found.rows.map(({ pid }) => pid);
    };
    const backends = await pids();
    const [node, postgres] = [cpuSecondsOf([server.pid()]), cpuSecondsOf(backends)];
    const began = performance.now();
    const durations = await send(url, reports, kinds);
    const seconds = (performance.now() - began) / 1000;
    const perReport = (cpu: number): string => `${((cpu * 1e6) / reports).toFixed(0)} us`;
    const [nodeCpu, postgresCpu] = [cpuSecondsOf([server.pid()]) - node, cpuSecondsOf(backends) - postgres];
    const { rows } = await client.query<{ groups: number; occurrences: number }>(
      'SELECT count(*)::integer AS groups, sum(occurrence_count)::integer AS occurrences FROM error_groups WHERE project_id = $1',
      [project.id],
    );
    const expected = { groups: kinds, occurrences: Math.max(WARM_UP, kinds) + reports };
    if (JSON.stringify(rows[0]) !== JSON.stringify(expected))
      throw new Error(`counted ${JSON.stringify(rows[0])} instead of ${JSON.stringify(expected)}`);
    console.log(
      `envelopes of ${kinds === 1 ? 'one error' : `${kinds} errors`}: ${Math.round(reports / seconds)} reports/s`,
    );
    console.log(`  a report: p50 ${quantile(durations, 0.5)}, p99 ${quantile(durations, 0.99)}`);
    console.log(`  CPU per report: server ${perReport(nodeCpu)}, PostgreSQL ${perReport(postgresCpu)}`);
  }
} finally {
  agent.destroy();
  await client.end();
  await server.remove();
}
