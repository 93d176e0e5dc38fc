import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { declaredCodes, isReachable } from '../contract/declared-codes.ts';
import { documentedOperations, type DocumentedOperation } from '../contract/document.ts';
import { reachedDirectory } from '../contract/reached.ts';
import type { Outcome, Stage } from './stage.ts';

type Cells = ReadonlyMap<string, ReadonlySet<string>>;

/** `v2 getTask 404` -> the returned codes. */
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

/** Returns declared statuses and codes that no test has reached. */
export function findHoles(operation: DocumentedOperation, cells: Cells): string[] {
  const key = `${operation.version} ${operation.id}`;
  const codes = new Set([...cells].filter(([cell]) => cell.startsWith(`${key} `)).flatMap(([, seen]) => [...seen]));
  const statuses = Object.keys(operation.responses).filter((status) => !cells.has(`${key} ${status}`));
  const declared = declaredCodes(operation).filter((code) => isReachable(operation, code));
  return [...statuses, ...declared.filter((code) => !codes.has(code))];
}

/** Returns codes that the operation returned without declaring them. */
export function findStrangers(operation: DocumentedOperation, cells: Cells): string[] {
  const declared = new Set([...declaredCodes(operation), '-']);
  const key = `${operation.version} ${operation.id} `;
  const seen = [...cells].flatMap(([cell, codes]) => (cell.startsWith(key) ? [...codes] : []));
  return [...new Set(seen)].filter((code) => !declared.has(code)).sort();
}

/** One row per operation, one column per status: `x` reached, `-` declared but not reached, blank if not declared. */
export function drawMatrix(operations: readonly DocumentedOperation[], cells: Cells): string {
  const statuses = [...new Set(operations.flatMap(({ responses }) => Object.keys(responses)))].sort();
  const width = Math.max(...operations.map(({ id }) => id.length)) + 3;
  const rows = operations.map(({ version, id, responses }) => {
    const marks = statuses.map((status) => {
      if (responses[status] === undefined) return '   ';
      return cells.has(`${version} ${id} ${status}`) ? ' x ' : ' - ';
    });
    return `${`${version} ${id}`.padEnd(width)} ${marks.join(' ')}`.trimEnd();
  });
  return [`${''.padEnd(width)} ${statuses.join(' ')}`, ...rows].join('\n');
}

/** One check per operation: the earlier stages reached every declared status and code, and no other code. */
export function matrixStage(title: string, after: readonly string[]): Stage {
  return {
    title,
    after,
    run: async (say): Promise<Outcome> => {
      const cells = readReached();
      for (const line of drawMatrix(documentedOperations, cells).split('\n')) say(line);
      const faults = documentedOperations.map((operation) => {
        const missing = findHoles(operation, cells);
        const strange = findStrangers(operation, cells);
        return [
          ...(missing.length > 0 ? [`not reached: ${missing.join(', ')}`] : []),
          ...(strange.length > 0 ? [`returned, not declared: ${strange.join(', ')}`] : []),
        ].map((fault) => `${operation.version} ${operation.id}: ${fault}`);
      });
      return { passed: faults.filter(({ length }) => length === 0).length, failures: faults.flat() };
    },
  };
}
