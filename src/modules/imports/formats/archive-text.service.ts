import { setImmediate as nextTurn } from 'node:timers/promises';
import type { GithubArchive } from '../../../../generated/v2/types.ts';

const lists = ['labels', 'issues', 'pulls'] as const;
/** How much is written before other work gets its turn. */
const SLICE_CHARS = 256 * 1024;

/** Writes an archive in its stored form: the repository, then one record per line with its list and index. */
export async function writeArchive(archive: GithubArchive): Promise<Buffer> {
  const parts: Buffer[] = [];
  let text = `${JSON.stringify({ repo: archive.repo })}\n`;
  for (const list of lists) {
    for (const [index, value] of archive[list].entries()) {
      text += `${JSON.stringify([list, index, value])}\n`;
      if (text.length < SLICE_CHARS) continue;
      parts.push(Buffer.from(text));
      text = '';
      await nextTurn();
    }
  }
  return Buffer.concat([...parts, Buffer.from(text)]);
}
