/** Columns of a task, as exportProject names them. `Due On` and `due-on` mean `due_on`. */
const names = [
  ...['number', 'external_id', 'title', 'description', 'type', 'status', 'priority', 'labels', 'milestone', 'assignee'],
  ...['due_on', 'completed_at', 'author', 'created_at', 'updated_at', 'source', 'source_kind', 'source_state', 'url'],
] as const;
const known: ReadonlySet<string> = new Set(names);
/** Other names of some columns. They apply if the file has no column of the name itself. */
const aliases: ReadonlyMap<string, string> = new Map([
  ['state', 'status'],
  ['label', 'labels'],
  ['tags', 'labels'],
]);
const COLUMNS_MAX = 1000;

/** The columns of a file. */
export interface Columns {
  /** For each cell of a row, its column. Several cells may be labels. */
  readonly names: readonly string[];
  /** For each cell, its name in the header, in lower case. */
  readonly titles: readonly string[];
  /** Names in the header that are not recognised. */
  readonly unknown: readonly string[];
}

/** Returns the columns that the first row of a CSV file names, or the reason why they cannot be used. */
export function columnsOf(header: readonly (string | null)[]): Columns | { readonly fault: string } {
  if (header.length > COLUMNS_MAX) return { fault: `there are more than ${COLUMNS_MAX} columns` };
  const titles = header.map((cell) => (cell ?? '').trim().toLowerCase());
  const plain = titles.map((title) => title.replace(/[\s_-]+/g, '_'));
  const columns = plain.map((name) => {
    const meant = aliases.get(name);
    return meant === undefined || plain.includes(meant) ? name : meant;
  });
  const repeated = columns.find((name, at) => known.has(name) && name !== 'labels' && columns.indexOf(name) !== at);
  if (repeated !== undefined) return { fault: `the column ${repeated} occurs more than once` };
  const unknown = header.filter((_cell, at) => !known.has(columns[at] ?? '') && plain[at] !== '');
  return { names: columns, titles, unknown: [...new Set(unknown.map((cell) => cell?.trim() ?? ''))] };
}
