import { findOperation, type DocumentedOperation } from '../contract/document.ts';
import type { Guide } from './guide.ts';

/** A request in a guide. */
interface Call {
  readonly method: string;
  /** With variables replaced by a sample id. */
  readonly path: string;
}

const curl = /\bcurl\b(?:'[^']*'|"[^"]*"|\\\n|[^'"|;&)\n])*/g;
const url = /"\$(?:BASE|ARCHITECT_URL)(?<path>\/[^"?]*)/;

/** Returns the method and the path below $BASE or $ARCHITECT_URL of each call of curl in shell commands. */
export function readCalls(commands: string): Call[] {
  return (commands.match(curl) ?? []).flatMap((command) => {
    const path = url.exec(command)?.groups?.['path'];
    if (path === undefined) return [];
    const sends = /\s(?:-d|--data-binary|--data-urlencode)\s/.test(command) && !/\s(?:-G|--get)\s/.test(command);
    const method = /\s-X\s+(?<method>[A-Z]+)/.exec(command)?.groups?.['method'] ?? (sends ? 'POST' : 'GET');
    return [{ method, path: path.replaceAll(/\$\{?\w+\}?/g, 'x') }];
  });
}

/** Returns the operations that a guide calls. A path without a version belongs to v2, as in the server. */
export function operationsOf(guide: Guide): { readonly known: DocumentedOperation[]; readonly unknown: Call[] } {
  const known: DocumentedOperation[] = [];
  const unknown: Call[] = [];
  for (const call of guide.steps.flatMap(({ commands }) => readCalls(commands))) {
    const operation = findOperation(call.method, call.path);
    if (operation === undefined) unknown.push(call);
    else known.push(operation);
  }
  return { known, unknown };
}
