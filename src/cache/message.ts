/** What a process tells the others: the tags of values that are stale now, or that all values are. */
interface Message {
  /** The sender. Undefined for a message that an operator has sent, which no process takes for its own. */
  readonly from?: string | undefined;
  readonly tags: readonly string[] | 'all';
}

/** PostgreSQL takes payloads of less than 8000 bytes. */
const MESSAGE_BYTES_MAX = 7500;
/** More tags cost the receivers more than loading everything again. */
const TAGS_MAX = 2000;

/** Returns the texts that tell the tags, each small enough for every line. */
export function toTexts(from: string, tags: ReadonlySet<string> | 'all'): string[] {
  if (tags === 'all' || tags.size > TAGS_MAX) return [JSON.stringify({ from, tags: 'all' })];
  const overhead = Buffer.byteLength(JSON.stringify({ from, tags: [] }));
  const groups: string[][] = [];
  let bytes = Infinity;
  for (const tag of tags) {
    const tagBytes = Buffer.byteLength(JSON.stringify(tag)) + 1;
    if (overhead + tagBytes > MESSAGE_BYTES_MAX) return toTexts(from, 'all');
    if (bytes + tagBytes > MESSAGE_BYTES_MAX) {
      groups.push([]);
      bytes = overhead;
    }
    groups.at(-1)?.push(tag);
    bytes += tagBytes;
  }
  return groups.map((group) => JSON.stringify({ from, tags: group }));
}

/** Reads a text of a line. A text that cannot be read, such as one of a later release, makes everything stale. */
export function parseText(text: string): Message {
  try {
    const { from, tags } = JSON.parse(text) as { readonly from?: unknown; readonly tags?: unknown };
    const sender = typeof from === 'string' ? from : undefined;
    if (Array.isArray(tags) && tags.every((tag) => typeof tag === 'string')) return { from: sender, tags };
    return { from: sender, tags: 'all' };
  } catch {
    return { tags: 'all' };
  }
}
