import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DocumentedOperation } from './document.ts';

// Records which cells of the matrix operation x status x code the tests have reached. Each process writes one file when
// it ends; `make test` merges them.

/** The directory of the files; tests/run.ts empties it before a run. */
export const reachedDirectory = join(import.meta.dirname, '../../../coverage/reached');

const cells = new Set<string>();

process.on('exit', () => {
  if (cells.size === 0) return;
  mkdirSync(reachedDirectory, { recursive: true });
  writeFileSync(join(reachedDirectory, `${process.pid}-${Date.now()}.txt`), [...cells].sort().join('\n') + '\n');
});

/** Notes one response. `code` is the problem's, for errors. */
export function noteReached(operation: DocumentedOperation, status: number, code: string | undefined): void {
  cells.add([operation.version, operation.id, status, code ?? '-'].join(' '));
}
