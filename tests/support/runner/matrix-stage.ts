import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { documentedOperations, type DocumentedOperation } from '../contract/document.ts';
import { reachedDirectory } from '../contract/reached.ts';
import type { Outcome, Stage } from './stage.ts';

type Cells = ReadonlyMap<string, ReadonlySet<string>>;

/** `v2 getTask 404` -> the codes that were seen there. */
function readReached(): Cells {
  const cells = new Map<string, Set<string>>();
  for (const file of globSync(join(reachedDirectory, '*.txt'))) {
    for (const line of readFileSync(file, 'utf8').trim().split('\n')) {
      const [version, id, status, code] = line.split(' ') as [string, string, string, string];
      const key = `${version} ${id} ${status}`;
      cells.set(key, (cells.get(key) ?? new Set()).add(code));
    }
  }
  return cells;
}

/** Declared statuses that no test reached, and codes of `x-problems` that no test saw. */
export function findHoles(operation: DocumentedOperation, cells: Cells): string[] {
  const key = `${operation.version} ${operation.id}`;
  const codes = new Set([...cells].filter(([cell]) => cell.startsWith(`${key} `)).flatMap(([, seen]) => [...seen]));
  const statuses = Object.keys(operation.replies).filter((status) => !cells.has(`${key} ${status}`));
  return [...statuses, ...(operation.written['x-problems'] ?? []).filter((code) => !codes.has(code))];
}

/** One row per operation, one column per status: `x` reached, `-` declared but not reached, blank not declared. */
export function drawMatrix(operations: readonly DocumentedOperation[], cells: Cells): string {
  const statuses = [...new Set(operations.flatMap(({ replies }) => Object.keys(replies)))].sort();
  const width = Math.max(...operations.map(({ id }) => id.length)) + 3;
  const rows = operations.map(({ version, id, replies }) => {
    const marks = statuses.map((status) => {
      if (replies[status] === undefined) return '   ';
      return cells.has(`${version} ${id} ${status}`) ? ' x ' : ' - ';
    });
    return `${`${version} ${id}`.padEnd(width)} ${marks.join(' ')}`.trimEnd();
  });
  return [`${''.padEnd(width)} ${statuses.join(' ')}`, ...rows].join('\n');
}

/** One test per operation: every status it declares was reached in the stages before. */
export function matrixStage(title: string, after: readonly string[]): Stage {
  return {
    title,
    after,
    run: async (say): Promise<Outcome> => {
      const cells = readReached();
      for (const line of drawMatrix(documentedOperations, cells).split('\n')) say(line);
      const holes = documentedOperations.map((operation) => ({ operation, missing: findHoles(operation, cells) }));
      return {
        passed: holes.filter(({ missing }) => missing.length === 0).length,
        failures: holes
          .filter(({ missing }) => missing.length > 0)
          .map(({ operation, missing }) => `${operation.version} ${operation.id}: not reached: ${missing.join(', ')}`),
      };
    },
  };
}
