import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Json } from '../reader/json.ts';
import { releaseNotesOf, type ReleaseNotes } from './release-notes.ts';
import { versionTextOf } from './version.ts';

// openapi/released/releases.json: what each release of the contract changed. A release replaces the released documents,
// so the notes are recorded with it. The changelog is made from them.

interface Release extends ReleaseNotes {
  /** v1 or v2. */
  readonly document: string;
  readonly version: string;
  /** yyyy-mm-dd */
  readonly released_on: string;
}

interface Recorded {
  readonly document: string;
  /** The release before, if there is one. */
  readonly before: Json | undefined;
  readonly after: Json;
}

/** Returns the recorded releases, the newest first. */
export async function readReleases(folder: string): Promise<readonly Release[]> {
  const text = await readFile(fileIn(folder), 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '[]';
    throw error;
  });
  return JSON.parse(text) as Release[];
}

/** Adds releases to the record. A version that is already there keeps its notes and its day. */
export async function recordReleases(folder: string, released: readonly Recorded[], today: string): Promise<void> {
  const known = await readReleases(folder);
  const added = released
    .map(({ document, before, after }) => ({
      ...{ document, version: versionTextOf(after), released_on: today },
      ...releaseNotesOf(before, after),
    }))
    .filter(({ document, version }) => !known.some((one) => one.document === document && one.version === version));
  await writeFile(fileIn(folder), `${JSON.stringify([...added, ...known], undefined, 2)}\n`);
}

function fileIn(folder: string): string {
  return join(folder, 'releases.json');
}
