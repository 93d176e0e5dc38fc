import { parseArgs } from 'node:util';
import { loadConfig } from '../config.ts';
import { migrateStore } from '../store.ts';

/** Brings the database up to the migrations, for deployments that do so before the servers start. */
export async function migrateCommand(args: readonly string[]): Promise<void> {
  parseArgs({ args: [...args], options: {} });
  const names = await migrateStore(loadConfig());
  process.stdout.write(
    names.length === 0 ? 'nothing to migrate\n' : names.map((name) => `migrated ${name}\n`).join(''),
  );
}
