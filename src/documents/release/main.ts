import { execFile } from 'node:child_process';
import { cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { readRecordedRelease, sumFiles } from './recorded-release.ts';

// The command behind `make release-files`: writes what the workflow `release` publishes. It writes nothing if the contract
// has changes that `make release-contract` has not recorded. Exit codes: 0 written, 1 not released.

const usage = `Writes the files of the recorded release into .data/release: version, notes.md, files/, SHA256SUMS.

  <file> ...    further files to publish
  --help        print this text`;

const root = join(import.meta.dirname, '../../..');
const target = join(root, '.data/release');
/** The documents under the names that they are published with. */
const documents = {
  'architect.v1.json': 'openapi/released/v1.json',
  'architect.v2.json': 'openapi/released/v2.json',
  'architect.openapi-3.0.yaml': 'docs/openapi.yaml',
  'gate.mjs': 'generated/gate.mjs',
} as const;

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { help: { type: 'boolean', short: 'h', default: false } },
  });
  process.stdout.write(values.help ? `${usage}\n` : `${(await writeRelease(positionals)).join('\n')}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

/** @returns the names of the published files */
async function writeRelease(further: readonly string[]): Promise<readonly string[]> {
  const { version, notes } = await readRecordedRelease(root);
  await rm(target, { recursive: true, force: true });
  const folder = join(target, 'files');
  await mkdir(folder, { recursive: true });
  for (const [name, path] of Object.entries(documents)) await cp(join(root, path), join(folder, name));
  for (const path of further) await cp(path, join(folder, basename(path)));
  await promisify(execFile)(process.execPath, [join(root, 'src/documents/pack-client/main.ts'), '--to', folder]);
  await writeFile(join(target, 'SHA256SUMS'), await sumFiles(folder, 'files'));
  await writeFile(join(target, 'notes.md'), notes);
  await writeFile(join(target, 'version'), `${version}\n`);
  return (await readdir(folder)).sort();
}
