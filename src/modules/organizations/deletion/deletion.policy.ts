interface Table {
  readonly name: string;
  /** The tables whose foreign keys lead here. */
  readonly referenced_by: readonly string[];
}

/** Most rows hang on tasks, by foreign keys that have an index; with them gone, little is left to look for. */
const first: readonly string[] = ['tasks', 'projects'];

/**
 * The order in which the rows of an organization are removed: a table after those that refer to it, so that no foreign
 * key without a cascade stands in the way; but tasks and projects first, because most of the rest goes with them.
 */
export function erasureOrder(tables: readonly Table[]): string[] {
  const byName = new Map(tables.map((table) => [table.name, table]));
  const order = new Set(first.filter((name) => byName.has(name)));
  const place = (table: Table, above: readonly string[]): void => {
    if (order.has(table.name)) return;
    for (const name of table.referenced_by) {
      const child = byName.get(name);
      if (child !== undefined && !above.includes(name)) place(child, [...above, table.name]);
    }
    order.add(table.name);
  };
  for (const table of tables) place(table, []);
  return [...order];
}
