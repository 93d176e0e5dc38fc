import { parseArgs } from 'node:util';
import { loadConfig, type Config } from '../config.ts';
import type { MigrationProgress } from '../platform/run-migrations.ts';
import { ForeseenError } from '../problems/foreseen-error.ts';
import { inspectStore, migrateStore, pendingNames, readSchemaState, withDatabaseUrl } from '../schema.ts';
import { describePlan } from './migration-plan.ts';

const NOTHING_PENDING = 'no pending migrations\n';

/**
 * `migrate [--check | --plan]`: applies pending migrations, for deployments that migrate before the servers start. Standard
 * output names those that have run; standard error says what is running and what it waits for. With `--check` it only
 * names what is pending; with `--plan` it says in which order that would run and which tables it would lock.
 * @throws ForeseenError if `--check` finds any
 */
export async function migrateCommand(args: readonly string[]): Promise<void> {
  const flag = { type: 'boolean', default: false } as const;
  const { values } = parseArgs({ args: [...args], options: { check: flag, plan: flag } });
  const config = loadConfig();
  if (values.plan) await printPlan(config);
  if (values.check) await checkSchema(config);
  if (values.plan || values.check) return;
  const names = await migrateStore(config, print);
  if (names.length === 0) process.stdout.write(NOTHING_PENDING);
}

function print(progress: MigrationProgress): void {
  if (progress.step === 'done') process.stdout.write(linesOf('migrated', [progress.name]));
  else process.stderr.write(`${textOf(progress)}\n`);
}

function textOf(progress: Exclude<MigrationProgress, { readonly step: 'done' }>): string {
  if (progress.step === 'waiting') return 'waiting for another process that migrates the database';
  const { name } = progress;
  if (progress.step === 'running') return `${progress.place} of ${progress.count}: ${name}`;
  return `trying ${name} again: ${progress.reason}`;
}

async function printPlan(config: Config): Promise<void> {
  const plan = await withDatabaseUrl(
    config,
    async (url) => {
      const state = await readSchemaState(url);
      return pendingNames(state).length === 0 ? NOTHING_PENDING : describePlan(url, state);
    },
    { mayChangeSchema: false },
  );
  process.stdout.write(plan);
}

async function checkSchema(config: Config): Promise<void> {
  const state = await inspectStore(config);
  const names = pendingNames(state);
  process.stdout.write(
    linesOf('newer', state.newer) + (names.length === 0 ? NOTHING_PENDING : linesOf('pending', names)),
  );
  if (names.length > 0) throw new ForeseenError('migrations are pending: run `node src/main.ts migrate` to apply them');
}

function linesOf(verb: string, names: readonly string[]): string {
  return names.map((name) => `${verb} ${name}\n`).join('');
}
