import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

// The program of the last release, as git has it.

const root = join(import.meta.dirname, '../../..');
const RELEASED = 'openapi/released/v2.json';
const run = promisify(execFile);

interface Release {
  /** Its version of the contract, such as 2.0.0. */
  readonly version: string;
  /** A checkout that can be started. */
  readonly directory: string;
  remove(): Promise<void>;
}

/**
 * Checks the last release out into a temporary folder. It uses the packages of this checkout.
 * @throws Error with the remedy if git or the release's commit is missing
 */
export async function checkOutLastRelease(): Promise<Release> {
  const commit = await findCommit();
  const directory = await mkdtemp(join(tmpdir(), 'architect-release-'));
  const archive = join(directory, 'release.tar');
  await git('archive', '--output', archive, commit);
  await run('tar', ['-xf', archive, '-C', directory]);
  await rm(archive);
  await symlink(join(root, 'node_modules'), join(directory, 'node_modules'));
  await generateValidators(directory);
  const { info } = JSON.parse(await readFile(join(directory, RELEASED), 'utf8')) as { info: { version: string } };
  return { version: info.version, directory, remove: () => rm(directory, { recursive: true, force: true }) };
}

/** A version can be released again as long as nobody uses it. Its last commit counts, as in the changelog. */
async function findCommit(): Promise<string> {
  const commit = (await git('log', '-1', '--format=%H', '--', RELEASED)).trim();
  if ((await git('rev-parse', '--is-shallow-repository')).trim() === 'true')
    throw new Error('git has no commit of the last release, because the clone is shallow: run `git fetch --unshallow`');
  return commit;
}

async function git(...args: readonly string[]): Promise<string> {
  const { stdout } = await run('git', args, { cwd: root }).catch((error: unknown) => {
    throw new Error('the last release is needed: install git, and run this in a clone of the repository', {
      cause: error,
    });
  });
  return stdout;
}

/** Runs what the release's own Makefile runs, without its `make install`. */
async function generateValidators(directory: string): Promise<void> {
  const makefile = await readFile(join(directory, 'Makefile'), 'utf8');
  const [, script] = /^validators:.*\n\t@node (\S+) --validators-if-stale$/m.exec(makefile) ?? [];
  if (script === undefined) throw new Error('the Makefile of the last release has no target validators');
  await run(process.execPath, [script, '--validators-if-stale'], { cwd: directory });
}
