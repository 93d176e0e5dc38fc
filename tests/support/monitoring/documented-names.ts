import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const text = readFileSync(join(import.meta.dirname, '../../../docs/MONITORING.md'), 'utf8');

/** Returns the names in backquotes in one column of the first table of a section of docs/MONITORING.md. */
export function documentedNames(section: 'Traces' | 'Logs', column: number): readonly string[] {
  const [content = ''] = new RegExp(`^## ${section}$.*?(?=^## |$(?![^]))`, 'ms').exec(text) ?? [];
  const [table = ''] = /^\|.*(?:\n\|.*)*/m.exec(content) ?? [];
  const cells = table
    .split('\n')
    .slice(2)
    .map((row) => row.split('|')[column + 1] ?? '');
  return cells.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name!));
}
