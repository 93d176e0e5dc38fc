import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { createScratchDatabase } from '../../support/database.ts';
import { endAll } from '../../support/end.ts';
import { copyScaleDatabase } from '../../support/scale/database.ts';
import { prepareServer, type ServerProcess } from '../../support/server-process.ts';
import { createAccount } from '../../support/accounts.ts';
import { createProject } from '../../support/factories.ts';
import { cpuSecondsOf, watchPostgres } from './cpu.ts';
import { copyRows, createTwin } from './copy.ts';
import { measureReads } from './reads.ts';
import { seedEvents } from './seed.ts';

// How fast two processes take events in batches of 500, beside a bare COPY of the same number of rows into a table with
// the same indexes on the same PostgreSQL; and how fast lists and figures are with millions of events.

const BATCH = 500;
const SENDERS = 4;

const { values } = parseArgs({
  args: process.argv.slice(3),
  options: { batches: { type: 'string', default: '400' }, stored: { type: 'string', default: '5000000' } },
});
const batches = Number(values.batches);
const stored = Number(values.stored);

function batchOf(number: number, project_id: string): string {
  const events = Array.from({ length: BATCH }, (_, index) => ({
    id: `${number}-${index}`,
    source: `https://source-${number % 5}.meridian.example`,
    type: `type.${index % 20}`,
    subject: `order-${index}`,
    time: '2026-11-02T09:58:41.250Z',
    data: { order: index, amount: 12.5, currency: 'EUR', note: 'a few words about it' },
    project_id,
  }));
  return JSON.stringify({ events });
}

function quantile(sorted: readonly number[], share: number): string {
  return `${(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN).toFixed(1)} ms`;
}

interface Run {
  readonly servers: readonly ServerProcess[];
  readonly token: string;
  readonly bodies: readonly string[];
  /** How many batches are under way at a time. */
  readonly senders: number;
}

async function send({ servers, token, bodies, senders }: Run): Promise<number[]> {
  const durations: number[] = [];
  const waiting = [...bodies];
  const work = async (url: string): Promise<void> => {
    for (let body = waiting.pop(); body !== undefined; body = waiting.pop()) {
      const began = performance.now();
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
      const response = await fetch(`${url}/api/v2/events`, { method: 'POST', headers, body });
      const receipt = (await response.json()) as { created?: number };
      if (receipt.created !== BATCH) throw new Error(`${response.status}: ${JSON.stringify(receipt).slice(0, 300)}`);
      durations.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: senders }, (_, index) => work(servers[index % servers.length]!.url)));
  return durations.sort((a, b) => a - b);
}

const settings = { SECRET_KEY: 'a key of the benchmark, which is no secret at all' };

async function benchIntake(): Promise<void> {
  const database = await createScratchDatabase();
  const first = await prepareServer(settings, database);
  const second = await prepareServer(settings, database);
  try {
    await measureIntake([first, second], database.url);
  } finally {
    await second.kill();
    await first.remove();
  }
}

async function measureIntake(servers: readonly [ServerProcess, ServerProcess], databaseUrl: string): Promise<void> {
  for (const server of servers) await server.start();
  const account = await createAccount(servers[0]);
  const project = await createProject(account);
  const bodiesFrom = (begin: number, count: number): string[] =>
    Array.from({ length: count }, (_, index) => batchOf(begin + index, project.id));
  const run = { servers, token: account.token, senders: SENDERS };
  await send({ ...run, bodies: bodiesFrom(1_000_000, 40) });
  const alone = await send({ ...run, senders: 1, bodies: bodiesFrom(2_000_000, 40) });
  const bodies = bodiesFrom(0, batches);
  const postgresSeconds = await watchPostgres(databaseUrl);
  const [nodeBefore, postgresBefore] = [cpuSecondsOf(servers.map((one) => one.pid())), postgresSeconds()];
  const began = performance.now();
  const durations = await send({ ...run, bodies });
  const seconds = (performance.now() - began) / 1000;
  const events = batches * BATCH;
  const perEvent = (cpu: number): string => `${((cpu * 1e6) / events).toFixed(1)} us`;
  const node = cpuSecondsOf(servers.map((one) => one.pid())) - nodeBefore;
  const postgres = postgresSeconds() - postgresBefore;
  console.log(`intake, two processes, batches of ${BATCH}: ${Math.round(events / seconds)} events/s`);
  console.log(`  a batch: p50 ${quantile(durations, 0.5)}, p99 ${quantile(durations, 0.99)}`);
  console.log(`  a batch while no other is sent: p50 ${quantile(alone, 0.5)}, p99 ${quantile(alone, 0.99)}`);
  console.log(`  CPU per event: server ${perEvent(node)}, PostgreSQL ${perEvent(postgres)}`);
  await createTwin(databaseUrl);
  const copied = await copyRows(databaseUrl, { batches, size: BATCH, cpuSeconds: postgresSeconds });
  const rate = Math.round(events / copied.seconds);
  console.log(`bare COPY: ${rate} events/s, CPU per event: PostgreSQL ${perEvent(copied.cpu)}`);
}

async function benchReads(): Promise<void> {
  console.log(`seeding ${stored} events beside 200,000 tasks and 100,000 errors`);
  const server = await prepareServer({ ...settings, CACHE_ENABLED: 'false' }, await copyScaleDatabase());
  try {
    await seedEvents(server.databaseUrl, stored, console.log);
    await server.start();
    console.log('reads, one process, nothing kept in memory, milliseconds seen by the client');
    await measureReads(server, console.log);
  } finally {
    await server.remove();
  }
}

const [processor] = cpus();
console.log(`${cpus().length} × ${processor?.model ?? ''}, Node ${process.version}, load ${loadavg()[0]?.toFixed(1)}`);
try {
  if (batches > 0) await benchIntake();
  if (stored > 0) await benchReads();
} finally {
  await endAll();
}
