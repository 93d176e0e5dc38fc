import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { changelogOf, type Release } from './changelog.ts';

// The command behind `make changelog`. With --check it writes nothing, and fails if CHANGELOG.md does not match the
// releases and the commits. Exit codes: 0 current, 1 not current.

const root = join(import.meta.dirname, '../../..');
const file = join(root, 'CHANGELOG.md');
const released = 'openapi/released/v2.json';
const record = 'openapi/released/releases.json';

const usage = `Generates CHANGELOG.md from the releases of the contract and the commits.

  --check   write nothing, and fail if CHANGELOG.md is not current
  --help    print this text`;
const options = {
  help: { type: 'boolean', short: 'h', default: false },
  check: { type: 'boolean', default: false },
} as const;

const current = versionOf(await readFile(join(root, released), 'utf8'));

try {
  const { values } = parseArgs({ options });
  if (values.help) process.stdout.write(`${usage}\n`);
  else if (!values.check) await writeFile(file, changelogOf(await readReleases()));
  else if (!(await isCurrent()))
    throw new Error(`CHANGELOG.md is not current with the release ${current}: run make changelog`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

/** In a shallow clone only the newest release can be compared. */
async function isCurrent(): Promise<boolean> {
  const text = await readFile(file, 'utf8').catch(() => '');
  const isShallow = await git('rev-parse', '--is-shallow-repository').catch(() => 'true');
  if (isShallow.trim() === 'true') return /^## (\S+)/m.exec(text)?.[1] === current;
  return text === changelogOf(await readReleases());
}

/** The releases, the newest first, with the days of the record. One that is not committed yet ends at the last commit. */
async function readReleases(): Promise<Release[]> {
  const days = await recordedDays();
  const log = await git('log', '--reverse', '--format=%H', '--', released);
  // A version can be released twice. Its last commit counts.
  const ends = new Map<string, string>();
  for (const commit of log.split('\n').filter((text) => text !== ''))
    ends.set(versionOf(await git('show', `${commit}:${released}`)), commit);
  if (!ends.has(current)) ends.set(current, '');
  const releases: Release[] = [];
  let before = '';
  for (const [version, commit] of ends) {
    const date = days.get(version);
    if (date === undefined) throw new Error(`${record} has no release ${version} of v2`);
    // The commit of a release records the release. It is not a part of its content.
    const range = `${before === '' ? '' : `${before}..`}${commit === '' ? 'HEAD' : `${commit}~1`}`;
    const subjects = (await git('log', '--format=%s', range)).split('\n').filter((subject) => subject !== '');
    releases.unshift({ version, date, subjects });
    before = commit;
  }
  return releases;
}

/** Returns the day of each release of v2. */
async function recordedDays(): Promise<ReadonlyMap<string, string>> {
  const releases = JSON.parse(await readFile(join(root, record), 'utf8')) as readonly {
    readonly document: string;
    readonly version: string;
    readonly released_on: string;
  }[];
  const own = releases.filter(({ document }) => document === 'v2');
  return new Map(own.map(({ version, released_on }) => [version, released_on]));
}

function versionOf(document: string): string {
  return (JSON.parse(document) as { readonly info: { readonly version: string } }).info.version;
}

async function git(...args: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)('git', args, { cwd: root, maxBuffer: 100 * 1024 * 1024 });
  return stdout;
}
