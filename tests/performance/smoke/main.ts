import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { endAll } from '../../support/end.ts';
import { createCases, type SmokeCase } from './cases.ts';
import { CONNECTIONS, median, sample, type Sample } from './sample.ts';
import { startArchitect, startKoa, type Subject } from './server.ts';

// The hot operations for half a minute each, on the database at scale, so that a slowdown is seen when it is made. What
// counts is the last column: CPU per request in units of bare Koa's, measured in the same seconds, against the run
// before; requests per second and latencies are those of a machine that load generator and database share. Ends with 1
// when any response was not what it should be.

interface Result extends Sample {
  readonly name: string;
  /** CPU per request, in units of bare Koa's in the same round. */
  readonly timesKoa: number;
}
interface Kept {
  readonly measured_at: string;
  readonly seconds: number;
  readonly times_koa: Readonly<Record<string, number>>;
}

const roundSeconds = 5;
const koaSeconds = 1;
/** V8 has compiled the hot paths by then. */
const warmUpSeconds = 3;
const keptPath = join(import.meta.dirname, '../../../.data/bench-smoke.json');

const { values } = parseArgs({
  args: process.argv.slice(3),
  options: { seconds: { type: 'string', default: '30' } },
});
const seconds = Number(values.seconds);
if (!(seconds >= 1)) throw new Error('--seconds is the time for each operation: 1 or more');

/** Rounds of all cases, each beside a second of bare Koa, so that a slow minute of the machine meets all. */
async function measure(server: Subject, koa: Subject, cases: readonly SmokeCase[]): Promise<Result[]> {
  const rounds = Math.max(1, Math.round(seconds / roundSeconds));
  for (const one of cases) await sample(server, one, warmUpSeconds);
  await sample(koa, undefined, koaSeconds);
  const samples = new Map<string, (Sample & { readonly timesKoa: number })[]>(cases.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const one of cases) {
      const bare = await sample(koa, undefined, koaSeconds);
      const found = await sample(server, one, seconds / rounds);
      samples.get(one.name)?.push({ ...found, timesKoa: found.cpuUs / bare.cpuUs });
    }
  }
  return [...samples].map(([name, all]) => ({
    name,
    requests: all.reduce((sum, { requests }) => sum + requests, 0),
    errors: all.reduce((sum, { errors }) => sum + errors, 0),
    perSecond: median(all.map(({ perSecond }) => perSecond)),
    p50: median(all.map(({ p50 }) => p50)),
    p99: median(all.map(({ p99 }) => p99)),
    cpuUs: median(all.map(({ cpuUs }) => cpuUs)),
    timesKoa: median(all.map(({ timesKoa }) => timesKoa)),
  }));
}

function readKept(): Kept | undefined {
  try {
    return JSON.parse(readFileSync(keptPath, 'utf8')) as Kept;
  } catch {
    return undefined;
  }
}

function keep(results: readonly Result[]): void {
  const times_koa = Object.fromEntries(results.map(({ name, timesKoa }) => [name, timesKoa]));
  const kept: Kept = { measured_at: new Date().toISOString(), seconds, times_koa };
  mkdirSync(join(keptPath, '..'), { recursive: true });
  writeFileSync(keptPath, `${JSON.stringify(kept, undefined, 2)}\n`);
}

function print(results: readonly Result[], last: Kept | undefined): void {
  const head = ['requests', 'errors', '/s', 'p50 ms', 'p99 ms', 'CPU us', 'x Koa', 'x last'];
  const against =
    last === undefined ? 'no run before this one' : `last run ${last.measured_at}, ${last.seconds} s each`;
  console.log(
    `\n${CONNECTIONS} connections, ${cpus().length} cores for server, PostgreSQL (fsync off) and load, ${seconds} s each; ` +
      `CPU is the server's, per request; ${against}\n`,
  );
  console.log(['operation'.padEnd(34), ...head.map((name) => name.padStart(9))].join(''));
  for (const { name, requests, errors, perSecond, p50, p99, cpuUs, timesKoa } of results) {
    const before = last?.times_koa[name];
    const cells = [
      ...[requests, errors, perSecond.toFixed(0), p50.toFixed(1), p99.toFixed(1), cpuUs.toFixed(0)],
      ...[timesKoa.toFixed(2), before === undefined ? '-' : (timesKoa / before).toFixed(2)],
    ];
    console.log([name.padEnd(34), ...cells.map((cell) => String(cell).padStart(9))].join(''));
  }
}

try {
  const [server, koa] = [await startArchitect(), await startKoa()];
  try {
    const results = await measure(server, koa, await createCases(server, CONNECTIONS));
    print(results, readKept());
    const errors = results.reduce((sum, one) => sum + one.errors, 0);
    if (errors === 0) keep(results);
    else console.error(`\n${errors} requests were not answered as they should be`);
    process.exitCode = errors === 0 ? 0 : 1;
  } finally {
    await koa.stop();
    await server.stop();
  }
} finally {
  await endAll();
}
