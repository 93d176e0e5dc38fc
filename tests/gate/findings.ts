/** The results of many exchanges. A plain object, so that workers can send it. */
export interface Findings {
  /** Operation key -> its results. */
  readonly operations: Record<string, { compared: number; differences: string[] }>;
  /** Name of a known difference -> number of exchanges. */
  readonly known: Record<string, number>;
  /** Rule -> number of exchanges that it skipped. */
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

/** Returns one message per failed operation or known difference. */
export function failuresOf(
  { operations, known }: Findings,
  { keys, knownNames }: { readonly keys: readonly string[]; readonly knownNames: readonly string[] },
  shownMax = 3,
): string[] {
  const unrecorded = keys.filter((key) => (operations[key]?.compared ?? 0) === 0);
  const unused = knownNames.filter((name) => (known[name] ?? 0) === 0);
  return [
    ...unrecorded.map((key) => `${key}: no exchange was recorded`),
    ...Object.entries(operations)
      .filter(([, { differences }]) => differences.length > 0)
      .map(([key, { differences }]) =>
        [
          `${key}: ${differences.length} exchanges with different results, such as`,
          ...differences.slice(0, shownMax),
        ].join('\n'),
      ),
    ...unused.map((name) => `known difference "${name}": no exchange shows it; remove it from known-differences.ts`),
  ];
}
