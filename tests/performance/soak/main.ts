import { parseArgs } from 'node:util';
import pg from 'pg';
import { endAll } from '../../support/end.ts';
import { eventually } from '../../support/eventually.ts';
import { openBench, type Bench } from '../whole/bench.ts';
import { openTestPostgres } from '../whole/data.ts';
import { sendBySockets } from '../whole/load/sockets.ts';
import { memoryOf } from '../whole/processes.ts';
import { startSubject } from '../whole/subjects/start-subject.ts';
import type { Subject } from '../whole/subjects/subject.ts';

// A million requests of the mix: memory must stay flat, connections must come back, and nothing may fail.

/** After this share, caches are full and V8 has grown its heap. */
const SETTLED_SHARE = 0.2;
const PARTS = 10;
/** What memory may grow between the settled share and the end. */
const GROWTH_MAX = 0.1;
/** An idle pool closes its connections in 10 s; timers of a loaded machine run late. */
const IDLE_MS_MAX = 60_000;

const { values } = parseArgs({
  args: process.argv.slice(3),
  options: { requests: { type: 'string', default: '1000000' } },
});
const total = Number(values.requests);
if (!(total >= 1000)) throw new Error('--requests is the number of all requests: 1000 or more');

async function send(bench: Bench, subject: Subject): Promise<string[]> {
  const [prepared] = bench.cases;
  let settled = NaN;
  let errors = 0;
  for (let part = 1; part <= PARTS; part += 1) {
    const found = await bench.sample(prepared!, subject, { requests: total / PARTS });
    errors += found.errors;
    const { rss } = memoryOf(subject.pids);
    if (part === PARTS * SETTLED_SHARE) settled = rss;
    console.log(`${(part * total) / PARTS} requests: ${rss.toFixed(0)} MiB, ${errors} errors`);
  }
  const { rss } = memoryOf(subject.pids);
  const failures = errors === 0 ? [] : [`${errors} requests failed`];
  if (rss > settled * (1 + GROWTH_MAX))
    failures.push(
      `memory grew from ${settled.toFixed(0)} to ${rss.toFixed(0)} MiB after ${SETTLED_SHARE * total} requests`,
    );
  return failures;
}

/** Waits until no connection is in a transaction and no more are open than before the first request. */
async function awaitIdle({ databaseUrl }: Subject, before: number): Promise<string[]> {
  try {
    await eventually(async () => {
      const { open, busy } = await countConnections(databaseUrl);
      if (open > before || busy > 0)
        throw new Error(`${open} connections are open, ${before} before; ${busy} are busy`);
    }, IDLE_MS_MAX);
    return [];
  } catch (error) {
    return [(error as Error).message];
  }
}

async function countConnections(connectionString: string): Promise<{ readonly open: number; readonly busy: number }> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    const { rows } = await client.query<{ open: number; busy: number }>(
      `SELECT count(*)::integer AS open, (count(*) FILTER (WHERE state <> 'idle'))::integer AS busy
         FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`,
    );
    return rows[0]!;
  } finally {
    await client.end();
  }
}

async function soak(): Promise<readonly string[]> {
  const postgres = await openTestPostgres();
  try {
    const starters = [() => startSubject('architect', postgres)];
    const bench = await openBench({ postgres, cases: ['mix'], starters, sendLoad: sendBySockets });
    try {
      const [subject] = bench.subjects;
      const { open } = await countConnections(subject!.databaseUrl);
      const failures = await send(bench, subject!);
      return [...failures, ...(await awaitIdle(subject!, open))];
    } finally {
      await bench.close();
    }
  } finally {
    await postgres.stop();
  }
}

try {
  const failures = await soak();
  for (const failure of failures) console.error(`failed: ${failure}`);
  console.log(failures.length === 0 ? 'memory flat, connections idle, no error' : `${failures.length} failed`);
  process.exitCode = failures.length === 0 ? 0 : 1;
} finally {
  await endAll();
}
