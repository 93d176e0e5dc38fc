import { join } from 'node:path';
import { releaseNotesOf } from '../compare/release-notes.ts';
import { readReleases } from '../compare/releases.ts';
import type { Json } from '../reader/json.ts';
import type { Document } from './document.ts';
import { readIfThere } from './output.ts';

/**
 * Returns changelog.json: the recorded releases, the newest first, and before them what the current documents change.
 * A document whose version has no release yet has no `released_on`.
 * @param source the folder of the contract
 */
export async function changelogFile(
  source: string,
  documents: Readonly<Record<'v1' | 'v2', Document>>,
): Promise<string> {
  const folder = join(source, 'released');
  const releases = await readReleases(folder);
  const pending = await Promise.all(
    (['v2', 'v1'] as const).map(async (document) => {
      const current = { ...documents[document] } as Json;
      const { version } = documents[document].info;
      if (releases.some((release) => release.document === document && release.version === version)) return [];
      const released = await readIfThere(join(folder, `${document}.json`));
      const before = released === undefined ? undefined : (JSON.parse(released) as Json);
      return [{ document, version, released_on: null, ...releaseNotesOf(before, current) }];
    }),
  );
  return `${JSON.stringify([...pending.flat(), ...releases], undefined, 2)}\n`;
}
