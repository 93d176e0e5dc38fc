import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { reachedDirectory } from './support/contract/reached.ts';
import { exchangesDirectory } from './support/contract/recorded.ts';
import { holdServer } from './support/database.ts';
import { endAll } from './support/end.ts';
import { coverageStage } from './support/runner/coverage-stage.ts';
import { matrixStage } from './support/runner/matrix-stage.ts';
import { mochaStage } from './support/runner/mocha-stage.ts';
import { scaleDatabase } from './support/scale/database.ts';
import { runStages, type Finished } from './support/runner/schedule.ts';
import { commandStage, countingStage, type Stage } from './support/runner/stage.ts';

// `make test`: runs every stage, two at a time, and prints a summary. `node tests/run.ts api unit` runs only the named
// stages and those they depend on. `production` needs programs of the operating system, so it runs only by name.

const root = join(import.meta.dirname, '..');
const v8Directory = join(root, 'coverage/v8');
/** What failed in the last run. `.ci/run` prints it again at its end. */
const failuresFile = join(root, '.cache/failures.txt');

interface SpecsOptions {
  readonly isCovered?: boolean;
  readonly hasDatabase?: boolean;
}

function specs(folder: string, { isCovered = true, hasDatabase = true }: SpecsOptions = {}): Stage {
  return mochaStage(folder, {
    specs: `tests/${folder}/**/*.spec.ts`,
    after: hasDatabase ? [postgres.title] : [],
    ...(isCovered ? { coverageDirectory: v8Directory } : {}),
  });
}

/** Keeps PostgreSQL running during all stages, so that each stage need not start and stop it. */
const postgres: Stage = {
  title: 'postgres',
  isAlone: true,
  run: async () => {
    await holdServer();
    return { passed: 1, failures: [] };
  },
};

/** Creates the database at scale if it is missing, while other stages run. */
const seed: Stage = {
  title: 'seed',
  after: [postgres.title],
  run: async () => {
    await scaleDatabase();
    return { passed: 1, failures: [] };
  },
};

/** The stages whose coverage counts. */
const counted = ['unit', 'database', 'api', 'contract', 'security', 'system'];
/** The stages that call a server over HTTP. */
const recorded = ['api', 'contract', 'security', 'system'];

/** The longest stages come first, so that both lanes end at about the same time. */
const stages: readonly Stage[] = [
  postgres,
  seed,
  countingStage('fuzz', ['node', 'tests/fuzz/run.ts'], [postgres.title]),
  countingStage('sdk', ['node', 'tests/sdk/run.ts', '--quick'], [postgres.title]),
  commandStage('check', ['make', 'check']),
  commandStage('released', ['make', 'contract']),
  specs('architecture', { hasDatabase: false }),
  ...counted.map((folder) => specs(folder, { hasDatabase: folder !== 'unit' })),
  mochaStage('foreign', { specs: 'tests/foreign/**/*.spec.ts', figures: /: validators \d+ KB/ }),
  specs('mock', { isCovered: false }),
  specs('gate', { isCovered: false }),
  specs('browser', { isCovered: false }),
  specs('client'),
  mochaStage('scale', {
    ...{ specs: 'tests/scale/**/*.spec.ts', figures: /: (?:first|1,000th) page in / },
    // Measures time, so nothing else may run.
    ...{ after: ['seed'], isAlone: true },
  }),
  // Measures processor time beside a peer, so nothing else may run.
  { ...countingStage('performance', ['make', '--no-print-directory', 'bench-smoke'], [seed.title]), isAlone: true },
  specs('guides', { isCovered: false }),
  specs('samples', { isCovered: false }),
  countingStage('prod-check', ['make', '--no-print-directory', 'prod-check']),
  specs('deploy', { isCovered: false, hasDatabase: false }),
  // The command that packs the client is run by the client's tests only.
  coverageStage('coverage', v8Directory, [...counted, 'client']),
  matrixStage('matrix', counted),
  countingStage('exchanges', ['node', 'tests/gate/run.ts'], [...recorded, 'mock']),
  countingStage('replay', ['node', 'tests/mock/run.ts'], recorded),
];

/** Runs servers, replicas and proxies as an operator does. Its tests measure how long an outage lasts. */
const production: Stage = {
  ...mochaStage('production', { specs: 'tests/production/**/*.spec.ts', figures: /^figure: / }),
  isAlone: true,
};

function choose(names: readonly string[]): readonly Stage[] {
  const known = [...stages, production];
  const unknown = names.filter((name) => !known.some(({ title }) => title === name));
  if (unknown.length > 0)
    throw new Error(
      `unknown stage ${unknown.join(', ')}: the stages are ${known.map(({ title }) => title).join(', ')}`,
    );
  if (names.length === 0) return stages;
  const wanted = new Set(names);
  for (const title of wanted) known.find((stage) => stage.title === title)?.after?.forEach((one) => wanted.add(one));
  return known.filter(({ title }) => wanted.has(title));
}

function printSummary(finished: readonly Finished[], seconds: number): number {
  const failed = finished.reduce((sum, { failures }) => sum + failures.length, 0);
  const passed = finished.reduce((sum, stage) => sum + stage.passed, 0);
  console.log('\nstage            passed  failed     time');
  for (const stage of finished) {
    const cells = [String(stage.passed).padStart(6), String(stage.failures.length).padStart(6)];
    console.log(`${stage.title.padEnd(16)} ${cells.join('  ')} ${stage.seconds.toFixed(1).padStart(7)} s`);
  }
  console.log(`${'all'.padEnd(32)} ${seconds.toFixed(1).padStart(7)} s\n`);
  // The lines that were printed when the stages ended are far above.
  const failures = finished.flatMap(({ title, failures }) => failures.map((failure) => `--- ${title}: ${failure}\n`));
  for (const failure of failures) console.log(failure);
  mkdirSync(dirname(failuresFile), { recursive: true });
  writeFileSync(failuresFile, failures.join('\n'));
  console.log(`${passed} passed, ${failed} failed`);
  return failed;
}

process.chdir(root);
process.env['PATH'] = `${join(root, 'node_modules/.bin')}:${process.env['PATH'] ?? ''}`;
const chosen = choose(process.argv.slice(2));
process.env['RECORD_EXCHANGES'] = 'true';
for (const directory of [v8Directory, reachedDirectory, exchangesDirectory]) {
  if (existsSync(directory)) rmSync(directory, { recursive: true });
  mkdirSync(directory, { recursive: true });
}
const startedAt = performance.now();
const finished = await runStages(chosen, 2, (line) => {
  console.log(line);
});
await endAll();
process.exitCode = printSummary(finished, (performance.now() - startedAt) / 1000) === 0 ? 0 : 1;
