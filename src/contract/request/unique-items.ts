const depthMax = 64;

/**
 * Returns the index of the first item of a JSON array that equals an earlier item (JSON Schema, `uniqueItems`), or -1.
 * The time is proportional to the size of the array. Members named like methods (`toString`) are compared like any
 * other. Values deeper than 64 levels count as equal. The compiled validators require this file.
 */
export function repeatedItem(items: readonly unknown[]): number {
  const seen = new Set<unknown>();
  for (const [index, item] of items.entries()) {
    const key = typeof item === 'number' ? item : textOf(item, 0);
    if (seen.has(key)) return index;
    seen.add(key);
  }
  return -1;
}

/** Returns a text that is the same for equal values only: members are sorted by name. */
function textOf(value: unknown, depth: number): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (depth === depthMax) return '…';
  if (Array.isArray(value)) return `[${value.map((item) => textOf(item, depth + 1)).join()}]`;
  const members = Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${textOf(member, depth + 1)}`).join()}}`;
}
