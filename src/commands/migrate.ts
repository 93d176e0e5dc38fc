import { parseArgs } from 'node:util';
import { loadConfig } from '../config.ts';
import { migrateStore } from '../store.ts';

/** Applies pending migrations, for deployments that migrate before the servers start. */
export async function migrateCommand(args: readonly string[]): Promise<void> {
  parseArgs({ args: [...args], options: {} });
  const names = await migrateStore(loadConfig());
  process.stdout.write(
    names.length === 0 ? 'no pending migrations\n' : names.map((name) => `migrated ${name}\n`).join(''),
  );
}
