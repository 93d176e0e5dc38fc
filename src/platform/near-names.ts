/** Shorter names resemble too many others: PORT resembles PATH and SORT. */
const NEAR_LENGTH_MIN = 6;
const EDITS_MAX = 2;

/**
 * Returns the known name that is most similar to a mistyped one; undefined if none is similar. Ignores case and
 * underscores.
 */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  if (name.length < NEAR_LENGTH_MIN) return undefined;
  const plainName = plain(name);
  const near = known
    .filter((candidate) => candidate.length >= NEAR_LENGTH_MIN)
    .map((candidate) => ({ candidate, text: plain(candidate) }))
    // Texts whose lengths differ by more than that need as many insertions. Most names differ in length.
    .filter(({ text }) => Math.abs(text.length - plainName.length) <= EDITS_MAX)
    .map(({ candidate, text }) => ({ candidate, edits: editsBetween(plainName, text) }))
    .filter(({ edits }) => edits <= EDITS_MAX)
    .sort((a, b) => a.edits - b.edits);
  return near[0]?.candidate;
}

function plain(text: string): string {
  return text.toUpperCase().replaceAll('_', '');
}

/**
 * Edit distance: the number of insertions, deletions, substitutions and transpositions (optimal string alignment).
 * Infinity once it exceeds EDITS_MAX, because most pairs of names do so after a few letters.
 */
function editsBetween(from: string, to: string): number {
  const rows: number[][] = [Array.from({ length: to.length + 1 }, (_, column) => column)];
  const at = (row: number, column: number): number => rows[row]?.[column] ?? Infinity;
  // A row is made from the two before it, so that no later one can be below the least of both.
  let leastBefore = 0;
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
    const least = Math.min(...line);
    if (Math.min(least, leastBefore) > EDITS_MAX) return Infinity;
    leastBefore = least;
  }
  return at(from.length, to.length);
}
