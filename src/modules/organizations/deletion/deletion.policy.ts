interface Table {
  readonly name: string;
  /** The tables whose foreign keys refer to this table. */
  readonly referenced_by: readonly string[];
}

/**
 * Most rows refer to tasks by indexed foreign keys and are deleted by cascade, so little is left for the other tables.
 */
const first: readonly string[] = ['tasks', 'projects'];

/**
 * Returns the order in which an organization's rows are deleted: a table comes after the tables that refer to it, so
 * that no foreign key without a cascade is violated. Tasks and projects come first, because most other rows are deleted
 * with them.
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
