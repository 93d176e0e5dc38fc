const depthMax = 64;

/**
 * The place of the first item of an array of JSON that is equal to an earlier one (JSON Schema, `uniqueItems`); -1 where
 * none is. Takes time in proportion to the array's size, and asks no value for methods: names such as `toString` are
 * members like any other. What is nested deeper than 64 levels counts as equal. Compiled validators require this file.
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

/** Equal values have the same text, other values another: members stand in the order of their names. */
function textOf(value: unknown, depth: number): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (depth === depthMax) return '…';
  if (Array.isArray(value)) return `[${value.map((item) => textOf(item, depth + 1)).join()}]`;
  const members = Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${textOf(member, depth + 1)}`).join()}}`;
}
