import { parseArgs } from 'node:util';
import { CONNECTIONS, openBench, type Bench } from '../whole/bench.ts';
import { startBenchPostgres, type BenchPostgres } from '../whole/data.ts';
import { sendByWrk } from '../whole/load/wrk.ts';
import type { Sample } from '../whole/sample.ts';
import { medianOf } from '../whole/statistics.ts';
import { startArchitect } from '../whole/subjects/start-architect.ts';
import type { Subject } from '../whole/subjects/subject.ts';

// What settings change in speed: each variant runs beside the default, in turns, and is printed as a ratio to it.
// docs/PERFORMANCE_TUNING.md says what the settings do.

interface Variant {
  readonly name: string;
  readonly settings?: Readonly<Record<string, string>>;
  /** Arguments of `serve`. */
  readonly args?: readonly string[];
  /** Parameters of PostgreSQL for every connection. */
  readonly database?: Readonly<Record<string, string>>;
}

const variants: readonly Variant[] = [
  { name: 'WORKERS=2', settings: { WORKERS: '2' } },
  { name: 'POOL_MAX=2', settings: { POOL_MAX: '2' } },
  { name: 'POOL_MAX=100', settings: { POOL_MAX: '100' } },
  { name: 'LOG_LEVEL=warn', settings: { LOG_LEVEL: 'warn' } },
  { name: 'CACHE_ENABLED=false', settings: { CACHE_ENABLED: 'false' } },
  { name: 'serve --no-worker', args: ['--no-worker'] },
  { name: 'synchronous_commit=off', database: { synchronous_commit: 'off' } },
];
const cases = ['getTask-cold', 'createTask', 'mix'];
const roundSeconds = 3;
/** V8 has compiled the hot paths by then, in each process. */
const warmUpSeconds = 5;

const { values } = parseArgs({
  args: process.argv.slice(3),
  options: { rounds: { type: 'string', default: '5' } },
});
const rounds = Number(values.rounds);
if (!Number.isInteger(rounds) || rounds < 1) throw new Error('--rounds is a whole number of 1 or more');

async function startVariant(variant: Variant, postgres: BenchPostgres, index: number): Promise<Subject> {
  const { name, settings = {}, args = [], database = {} } = variant;
  const url = new URL(await postgres.copy(`variant_${index}`));
  const parameters = Object.entries(database).map(([parameter, value]) => `-c ${parameter}=${value}`);
  if (parameters.length > 0) url.searchParams.set('options', parameters.join(' '));
  return startArchitect({ name, settings, args, databaseUrl: url.href });
}

/** Prints the ratios of each variant to the default: requests per second, and processor time per request. */
async function compare(bench: Bench): Promise<void> {
  for (const one of bench.cases)
    for (const subject of one.doers) await bench.sample(one, subject, { seconds: warmUpSeconds });
  for (const one of bench.cases) {
    const [usual, ...changed] = one.doers;
    const found = new Map<Subject, Sample[]>(one.doers.map((subject) => [subject, []]));
    for (let round = 0; round < rounds; round += 1) {
      // Another one begins each round, because what one leaves to the disk delays the next.
      for (const subject of [...one.doers.slice(round), ...one.doers.slice(0, round)])
        found.get(subject)!.push(await bench.sample(one, subject, { seconds: roundSeconds }));
    }
    for (const subject of changed) {
      const pairs = found.get(subject)!.map((own, round) => [own, found.get(usual!)![round]!] as const);
      const ratio = (read: (one: Sample) => number): string =>
        medianOf(pairs.map(([own, other]) => read(own) / read(other))).toFixed(2);
      const errors = pairs.reduce((sum, [own]) => sum + own.errors, 0);
      const cells = [ratio(({ perSecond }) => perSecond), ratio(({ serverUs }) => serverUs)];
      const figures = [...cells, ratio(({ postgresUs }) => postgresUs), String(errors)];
      console.log([subject.name.padEnd(26), one.one.name.padEnd(14), ...figures.map(toCell)].join(''));
      if (errors > 0) process.exitCode = 1;
    }
  }
}

function toCell(text: string): string {
  return text.padStart(12);
}

console.log(`ratios to the default, median of ${rounds} rounds of ${roundSeconds} s, ${CONNECTIONS} connections`);
const head = ['req/s', 'CPU server', 'CPU database', 'errors'].map(toCell).join('');
console.log(`${'setting'.padEnd(26)}${'operation'.padEnd(14)}${head}`);
const postgres = await startBenchPostgres();
const standard: Variant = { name: 'default' };
const starters = [standard, ...variants].map((one, index) => () => startVariant(one, postgres, index));
try {
  const bench = await openBench({ postgres, cases, starters, sendLoad: sendByWrk });
  try {
    await compare(bench);
  } finally {
    await bench.close();
  }
} finally {
  await postgres.stop();
}
