import { parseArgs } from 'node:util';
import { endAll } from '../../support/end.ts';
import { createCases, type SmokeCase } from '../smoke/cases.ts';
import { CONNECTIONS, median, sample, type Sample } from '../smoke/sample.ts';
import { startArchitect, type ArchitectSubject } from '../smoke/server.ts';

// What settings change in speed: each variant runs beside the default, in turns, and is printed as a ratio to it.
// docs/PERFORMANCE_TUNING.md says what the settings do.

interface Variant {
  readonly name: string;
  readonly options: Parameters<typeof startArchitect>[0];
}

const variants: readonly Variant[] = [
  { name: 'POOL_MAX=2', options: { settings: { POOL_MAX: '2' } } },
  { name: 'POOL_MAX=100', options: { settings: { POOL_MAX: '100' } } },
  { name: 'LOG_LEVEL=warn', options: { settings: { LOG_LEVEL: 'warn' } } },
  { name: 'serve --no-worker', options: { args: ['--no-worker'] } },
  { name: 'synchronous_commit=off', options: { database: { synchronous_commit: 'off' } } },
];
const caseNames = ['getTask', 'listProjectTasks, 20 of 2 states', 'createTask'];
const roundSeconds = 3;
/** V8 has compiled the hot paths by then. */
const warmUpSeconds = 3;

const { values } = parseArgs({
  args: process.argv.slice(3),
  options: { rounds: { type: 'string', default: '5' } },
});
const rounds = Number(values.rounds);
if (!Number.isInteger(rounds) || rounds < 1) throw new Error('--rounds is a whole number of 1 or more');

interface Runner {
  readonly subject: ArchitectSubject;
  readonly cases: readonly SmokeCase[];
}

async function startRunner(options: Variant['options']): Promise<Runner> {
  const subject = await startArchitect(options);
  const cases = (await createCases(subject, CONNECTIONS)).filter(({ name }) => caseNames.includes(name));
  for (const one of cases) await sample(subject, one, warmUpSeconds);
  return { subject, cases };
}

/** Ratios of the variant to the default: requests per second, and CPU of the server per request. */
async function compare(standard: Runner, { name, options }: Variant): Promise<void> {
  const runner = await startRunner(options);
  try {
    for (const [index, one] of runner.cases.entries()) {
      const pairs: { readonly usual: Sample; readonly changed: Sample }[] = [];
      for (let round = 0; round < rounds; round += 1) {
        pairs.push({
          usual: await sample(standard.subject, standard.cases[index], roundSeconds),
          changed: await sample(runner.subject, one, roundSeconds),
        });
      }
      const errors = pairs.reduce((sum, { usual, changed }) => sum + usual.errors + changed.errors, 0);
      const ratio = (read: (found: Sample) => number): string =>
        median(pairs.map(({ usual, changed }) => read(changed) / read(usual))).toFixed(2);
      const cells = [ratio(({ perSecond }) => perSecond), ratio(({ p99 }) => p99), ratio(({ cpuUs }) => cpuUs)];
      console.log(
        [name.padEnd(26), one.name.padEnd(34), ...[...cells, String(errors)].map((cell) => cell.padStart(8))].join(''),
      );
      if (errors > 0) process.exitCode = 1;
    }
  } finally {
    await runner.subject.stop();
  }
}

try {
  console.log(`ratios to the default, median of ${rounds} rounds of ${roundSeconds} s, ${CONNECTIONS} connections`);
  const head = ['req/s', 'p99', 'CPU', 'errors'].map((name) => name.padStart(8)).join('');
  console.log(`${'setting'.padEnd(26)}${'operation'.padEnd(34)}${head}`);
  const standard = await startRunner({});
  try {
    for (const variant of variants) await compare(standard, variant);
  } finally {
    await standard.subject.stop();
  }
} finally {
  await endAll();
}
