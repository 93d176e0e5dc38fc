import { execFile } from 'node:child_process';
import { access, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Json } from '../reader/json.ts';
import { readWaivers, requireDocuments } from './waivers.ts';
import { evaluateDocument, type Verdict } from './gate.ts';
import { recordReleases } from './releases.ts';
import { readDocument, readSource } from './sources.ts';
import { versionTextOf } from './version.ts';

// Compares this repository's own documents to their last release, or to those of another commit.

const root = join(import.meta.dirname, '../../..');
const folder = join(root, 'openapi/released');
const excusedFile = join(folder, 'excused.yaml');
const names = ['v1', 'v2'];
const emptyList = `# Waivers: breaking changes that the contract gate permits for a limited time. Each entry has the document, the kind and
# the pointer as \`make contract\` prints them, the reason, and the last day on which it is valid. The gate fails for an
# entry that has expired or that matches no change.
#   - { document: v2, kind: parameter-removed, pointer: '#/paths/…', reason: …, until: 2027-01-31 }
[]
`;

/** Compares the bundles to the last release. */
export async function evaluateOwn(today: string): Promise<Verdict[]> {
  const waivers = readWaivers(await readSource(excusedFile));
  requireDocuments(waivers, names);
  return Promise.all(
    names.map(async (name) => {
      const released = await readDocument(releaseOf(name));
      const current = await readDocument(bundleOf(name));
      const own = waivers.filter(({ document }) => document === name);
      return evaluateDocument({ name, released, current, rule: 'release' }, own, today);
    }),
  );
}

/**
 * Compares the bundles to those of a commit.
 * @throws Error if git does not have the commit
 */
export async function evaluateSince(commit: string, today: string): Promise<Verdict[]> {
  return Promise.all(
    names.map(async (name) => {
      const released = await bundleAt(commit, name);
      const current = await readDocument(bundleOf(name));
      return evaluateDocument({ name, released, current, rule: 'client' }, [], today);
    }),
  );
}

function releaseOf(name: string): string {
  return join(folder, `${name}.json`);
}

function bundleOf(name: string): string {
  return join(root, 'generated', name, 'openapi.json');
}

async function bundleAt(commit: string, name: string): Promise<Json> {
  const file = `generated/${name}/openapi.json`;
  const options = { cwd: root, maxBuffer: 100 * 1024 * 1024 };
  const { stdout } = await promisify(execFile)('git', ['show', `${commit}:${file}`], options).catch(
    (error: unknown) => {
      throw new Error(`git has no ${file} at ${commit}: name a commit that contains it`, { cause: error });
    },
  );
  return JSON.parse(stdout) as Json;
}

/** Records the bundles as released, if nothing breaks and their versions match the changes. */
export async function release(today: string): Promise<{ readonly verdicts: Verdict[]; readonly released: string[] }> {
  const isFirst = await isFirstRelease();
  const verdicts = isFirst ? [] : await evaluateOwn(today);
  if (!verdicts.every(({ isPassed }) => isPassed)) return { verdicts, released: [] };
  const compared = names.map(async (document) => ({
    document,
    before: isFirst ? undefined : await readDocument(releaseOf(document)),
    after: await readDocument(bundleOf(document)),
  }));
  await recordReleases(folder, await Promise.all(compared), today);
  const released = await Promise.all(
    names.map(async (name) => {
      const text = await readFile(bundleOf(name), 'utf8');
      await writeFile(releaseOf(name), text);
      return `${name} ${versionTextOf(JSON.parse(text) as Json)}`;
    }),
  );
  // The new release is the next baseline, so no waiver is needed any more.
  await writeFile(excusedFile, emptyList);
  return { verdicts, released };
}

async function isFirstRelease(): Promise<boolean> {
  const there = await Promise.all(
    names.map((name) =>
      access(releaseOf(name)).then(
        () => true,
        () => false,
      ),
    ),
  );
  return !there.includes(true);
}
