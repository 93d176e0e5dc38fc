import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { endAll } from '../../support/end.ts';
import { openBench, type Bench, type PreparedCase } from '../whole/bench.ts';
import { openTestPostgres } from '../whole/data.ts';
import { sendBySockets } from '../whole/load/sockets.ts';
import { startSubject } from '../whole/subjects/start-subject.ts';
import type { Subject } from '../whole/subjects/subject.ts';
import { judge, standardFor, type Records } from './guard.ts';

// The guard against slowdowns: the server beside Fastify with schemas and pg, in turns. What is compared is processor
// time per request of server and PostgreSQL, as a ratio to the peer's in the same seconds, with the recorded ratio.
// Rates and latencies of a shared machine differ from run to run; the ratio does less. What is recorded is the lowest of
// several runs, idle and busy, rounded down.

const machine = `${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores`;
const recordFile = join(import.meta.dirname, 'recorded.json');
const cases = ['getTask', 'getTask-cold', 'list', 'createTask', 'mix'];
const ROUNDS = 5;
/** V8 has compiled the hot paths by then. */
const WARM_UP_SAMPLES = 3;

const { values } = parseArgs({
  args: process.argv.slice(3),
  options: { record: { type: 'boolean', default: false }, requests: { type: 'string', default: '1500' } },
});
const requestsOfSample = Number(values.requests);
if (!(requestsOfSample >= 100)) throw new Error('--requests is the number in one sample: 100 or more');

let errors = 0;

async function sampleCost(bench: Bench, prepared: PreparedCase, subject: Subject): Promise<number> {
  // A write costs as much as several reads.
  const requests = Math.ceil(requestsOfSample / (prepared.one.name === 'createTask' ? 5 : 1));
  const sample = await bench.sample(prepared, subject, { requests });
  errors += sample.errors;
  return sample.serverUs + sample.postgresUs;
}

/**
 * Returns the peer's processor time per request over the product's: the least of the rounds each, because what else the
 * machine does only ever adds to it.
 */
async function measureRatio(bench: Bench, prepared: PreparedCase): Promise<number> {
  const least = new Map<Subject, number>();
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const subject of prepared.doers) {
      const cost = await sampleCost(bench, prepared, subject);
      least.set(subject, Math.min(cost, least.get(subject) ?? Infinity));
    }
  }
  const [product, peer] = prepared.doers.map((subject) => least.get(subject)!);
  return peer! / product!;
}

async function warmUp(bench: Bench): Promise<void> {
  for (const prepared of bench.cases) {
    for (const subject of prepared.doers)
      for (let count = 0; count < WARM_UP_SAMPLES; count += 1) await sampleCost(bench, prepared, subject);
  }
}

async function compare(bench: Bench): Promise<void> {
  await warmUp(bench);
  const first: Record<string, number> = {};
  for (const prepared of bench.cases) first[prepared.one.name] = await measureRatio(bench, prepared);
  const records = JSON.parse(readFileSync(recordFile, 'utf8')) as Records;
  if (values.record) {
    const changed = { ...records, [machine]: first };
    writeFileSync(recordFile, `${JSON.stringify(changed, (_key, value: unknown) => rounded(value), 2)}\n`);
    console.log(`recorded ${JSON.stringify(first, (_key, value: unknown) => rounded(value))}`);
    return;
  }
  const standard = standardFor(machine, records);
  if (!(machine in records)) console.log(`nothing is recorded for ${machine}: compared with other machines`);
  const verdicts = await judge(standard, first, (name) =>
    measureRatio(
      bench,
      bench.cases.find(({ one }) => one.name === name)!,
    ),
  );
  for (const { name, recorded: before, measured, isSlower } of verdicts) {
    const now = measured.map((ratio) => ratio.toFixed(2)).join(', then ');
    console.log(`${isSlower ? 'failed' : 'ok'}: ${name}: ${now} x the speed of Fastify + pg (recorded ${before})`);
  }
  const slower = verdicts.filter(({ isSlower }) => isSlower).length;
  console.log(`${verdicts.length - slower} passed, ${slower} failed`);
  if (slower > 0) process.exitCode = 1;
}

function rounded(value: unknown): unknown {
  return typeof value === 'number' ? Number(value.toFixed(3)) : value;
}

try {
  const postgres = await openTestPostgres();
  const starters = (['architect', 'fastify'] as const).map((name) => () => startSubject(name, postgres));
  try {
    const bench = await openBench({ postgres, cases, starters, sendLoad: sendBySockets });
    try {
      await compare(bench);
    } finally {
      await bench.close();
    }
  } finally {
    await postgres.stop();
  }
} finally {
  await endAll();
}
if (errors > 0) {
  console.error(`failed: ${errors} requests failed`);
  process.exitCode = 1;
}
