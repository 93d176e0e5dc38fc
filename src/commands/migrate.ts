import { parseArgs } from 'node:util';
import { loadConfig, type Config } from '../config.ts';
import { ForeseenError } from '../problems/foreseen-error.ts';
import { inspectStore, migrateStore, pendingNames } from '../schema.ts';

const NOTHING_PENDING = 'no pending migrations\n';

/**
 * `migrate [--check]`: applies pending migrations, for deployments that migrate before the servers start. With
 * `--check` it only names them.
 * @throws ForeseenError if `--check` finds any
 */
export async function migrateCommand(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { check: { type: 'boolean', default: false } } });
  const config = loadConfig();
  if (values.check) return checkSchema(config);
  const names = await migrateStore(config);
  process.stdout.write(names.length === 0 ? NOTHING_PENDING : linesOf('migrated', names));
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
