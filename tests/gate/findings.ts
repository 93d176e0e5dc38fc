/** What the judge found, over many exchanges; a plain object, so that workers can send it. */
export interface Findings {
  /** By the key of an operation. */
  readonly operations: Record<string, { compared: number; differences: string[] }>;
  /** By the name of the known difference. */
  readonly known: Record<string, number>;
  /** By the rule that skipped them. */
  readonly skipped: Record<string, number>;
}

export function emptyFindings(): Findings {
  return { operations: {}, known: {}, skipped: {} };
}

function add(counts: Record<string, number>, more: Readonly<Record<string, number>>): void {
  for (const [name, count] of Object.entries(more)) counts[name] = (counts[name] ?? 0) + count;
}

export function mergeFindings(parts: readonly Findings[]): Findings {
  const sum = emptyFindings();
  for (const { operations, known, skipped } of parts) {
    add(sum.known, known);
    add(sum.skipped, skipped);
    for (const [key, { compared, differences }] of Object.entries(operations)) {
      const entry = (sum.operations[key] ??= { compared: 0, differences: [] });
      entry.compared += compared;
      entry.differences.push(...differences);
    }
  }
  return sum;
}

/** One line per thing that is wrong; what is not in it is right. */
export function failuresOf(
  { operations, known }: Findings,
  { keys, knownNames }: { readonly keys: readonly string[]; readonly knownNames: readonly string[] },
  shownMax = 3,
): string[] {
  const silent = keys.filter((key) => (operations[key]?.compared ?? 0) === 0);
  const gone = knownNames.filter((name) => (known[name] ?? 0) === 0);
  return [
    ...silent.map((key) => `${key}: no exchange of it was recorded`),
    ...Object.entries(operations)
      .filter(([, { differences }]) => differences.length > 0)
      .map(([key, { differences }]) =>
        [
          `${key}: ${differences.length} exchanges are judged otherwise, such as`,
          ...differences.slice(0, shownMax),
        ].join('\n'),
      ),
    ...gone.map((name) => `known difference "${name}": no exchange shows it any more; take it off the table`),
  ];
}
