import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { checkReleasedMigrations, recordReleasedMigrations } from './record.ts';

// The second half of `make release-contract`: records the migrations of the release in src/migrations/released.json.
// Exit codes: 0 recorded or current, 1 a released migration was edited, or a release is not recorded.

const usage = `Records the migrations of the released version in src/migrations/released.json.

  --check   write nothing, and fail if a released migration was edited or a release is not recorded
  --help    print this text`;

const root = join(import.meta.dirname, '../../../..');
const directory = join(root, 'src/migrations');
const options = {
  check: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

try {
  const { values } = parseArgs({ options });
  if (values.help) process.stdout.write(`${usage}\n`);
  else if (values.check) await checkReleasedMigrations(directory, await readVersion());
  else await record(await readVersion());
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

async function record(version: string): Promise<void> {
  const names = await recordReleasedMigrations(directory, version);
  process.stdout.write(names.map((name) => `released ${name} with ${version}\n`).join(''));
}

/** The version that `make release-contract` has just recorded, or that was released before. */
async function readVersion(): Promise<string> {
  const text = await readFile(join(root, 'openapi/released/v2.json'), 'utf8');
  return (JSON.parse(text) as { readonly info: { readonly version: string } }).info.version;
}
