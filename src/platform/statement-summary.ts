const commandPattern = /^\W*(\w+)/;
const tablePattern = /\b(?:from|into|update|join)\s+"?(\w+(?:"?\."?\w+)?)/i;

/**
 * Returns the command and the first table of an SQL text (`SELECT tasks`), as a name without values. Texts that a
 * library sends, such as `BEGIN;`, have no table.
 */
export function summaryOf(sql: string): string {
  const command = commandPattern.exec(sql)?.[1]?.toUpperCase() ?? 'SQL';
  const table = tablePattern.exec(sql)?.[1]?.replaceAll('"', '');
  return table === undefined ? command : `${command} ${table}`;
}
