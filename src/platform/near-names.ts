/** Shorter names are near to too many others: PORT to PATH and SORT. */
const NEAR_LENGTH_MIN = 6;
const EDITS_MAX = 2;

/** The known name that a mistyped one is nearest to; undefined where none is near. Case and underscores do not count. */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  const plain = (text: string): string => text.toUpperCase().replaceAll('_', '');
  if (name.length < NEAR_LENGTH_MIN) return undefined;
  const near = known
    .filter((one) => one.length >= NEAR_LENGTH_MIN)
    .map((one) => ({ one, edits: editsBetween(plain(name), plain(one)) }))
    .filter(({ edits }) => edits <= EDITS_MAX)
    .sort((a, b) => a.edits - b.edits);
  return near[0]?.one;
}

/** How many letters must be added, removed, replaced or swapped with their neighbour (optimal string alignment). */
function editsBetween(from: string, to: string): number {
  const rows: number[][] = [Array.from({ length: to.length + 1 }, (_, column) => column)];
  const at = (row: number, column: number): number => rows[row]?.[column] ?? Infinity;
  for (let row = 1; row <= from.length; row++) {
    const line = [row];
    rows.push(line);
    for (let column = 1; column <= to.length; column++) {
      const isSame = from[row - 1] === to[column - 1];
      const isSwapped = row > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      line[column] = Math.min(
        at(row - 1, column) + 1,
        at(row, column - 1) + 1,
        at(row - 1, column - 1) + (isSame ? 0 : 1),
        isSwapped ? at(row - 2, column - 2) + 1 : Infinity,
      );
    }
  }
  return at(from.length, to.length);
}
