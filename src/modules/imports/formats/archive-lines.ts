// An archive in its stored form: the repository, then one record per line. Reading or writing it as a single text would
// block the event loop for a second; line by line, other requests are served in between.
import { setImmediate as nextTurn } from 'node:timers/promises';
import { indexRecords, type IndexedRecord } from '../../../platform/line-index.ts';
import type { Upload } from '../imports.types.ts';
import { ArchiveOutline, type ArchiveEntry } from './github-archive.ts';
import { isFields, type Fields } from './record-fields.ts';

const lists = ['labels', 'issues', 'pulls'] as const;
/** More records than the contract allows in an archive. */
const LINES_MAX = 1_000_000;
/** How much is read before other work gets its turn. */
const SLICE_CHARS = 256 * 1024;

export async function openArchive(content: Buffer): Promise<Upload> {
  const [first, ...lines] = await indexRecords(content, { recordsMax: LINES_MAX });
  const head = first === undefined ? {} : (parsed(content, first) as Fields);
  // The form in which archives were stored before lines.
  const entryAt = Array.isArray(head['issues']) ? entriesOf(head) : lines.map((line) => () => entryIn(content, line));
  const outline = new ArchiveOutline(head['repo']);
  let chars = 0;
  for (const [place, entry] of entryAt.entries()) {
    outline.add(entry());
    chars += lines[place] === undefined ? 0 : lines[place].end - lines[place].begin;
    if (chars < SLICE_CHARS) continue;
    chars = 0;
    await nextTurn();
  }
  const places = outline.places();
  return {
    total: places.length,
    notes: [],
    at: (index) => {
      const entry = entryAt[places[index] ?? -1];
      if (entry === undefined) throw new RangeError(`the archive has no record ${index}`);
      return outline.read(entry());
    },
  };
}

function entryIn(content: Buffer, line: IndexedRecord): ArchiveEntry {
  const [list, index, value] = parsed(content, line) as [ArchiveEntry['list'], number, unknown];
  return { list, index, value };
}

function entriesOf(archive: Fields): (() => ArchiveEntry)[] {
  return lists.flatMap((list) => {
    const values: readonly unknown[] = Array.isArray(archive[list]) ? archive[list] : [];
    return values.map((value, index) => () => ({ list, index, value }));
  });
}

function parsed(content: Buffer, { begin, end }: IndexedRecord): unknown {
  const value: unknown = JSON.parse(content.toString('utf8', begin, end));
  return isFields(value) || Array.isArray(value) ? value : {};
}
