import { accessSync, constants, globSync } from 'node:fs';
import { join } from 'node:path';

// The programs of an operator's machine that tests/production runs. npm does not have them; `make production-tools`
// installs them.

/** Debian installs server programs in /usr/sbin, which is not on every user's PATH. */
const folders = [...(process.env['PATH'] ?? '').split(':'), '/usr/sbin', '/usr/local/sbin'];

/**
 * @returns the path of a program such as `prometheus` or `nginx`
 * @throws Error with the remedy if it is not installed
 */
export function programPath(name: string): string {
  const found = folders.map((folder) => join(folder, name)).find(isExecutable);
  if (found === undefined) throw new Error(`${name} is missing: run \`make production-tools\`, or install it`);
  return found;
}

/**
 * PostgreSQL's programs lie in a folder per version on Debian and Ubuntu, off the PATH.
 * @returns the path of a program such as `initdb`, of the newest version that is installed
 */
export function postgresProgramPath(name: string): string {
  const versionOf = (path: string): number => Number(/postgresql\/(\d+)/.exec(path)?.[1]);
  const [newest] = globSync(`/usr/lib/postgresql/*/bin/${name}`).sort((a, b) => versionOf(b) - versionOf(a));
  return newest ?? programPath(name);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
