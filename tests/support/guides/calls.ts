import { findOperation, type DocumentedOperation } from '../contract/document.ts';
import type { Guide } from './guide.ts';

/** A request that a guide shows. */
interface Call {
  readonly method: string;
  /** Variables replaced by something that stands for an id. */
  readonly path: string;
}

const curl = /\bcurl\b(?:'[^']*'|"[^"]*"|\\\n|[^'"|;&)\n])*/g;
const url = /"\$BASE(?<path>\/[^"?]*)/;

/** Reads the calls of curl out of shell commands: the method, and the path below $BASE. */
export function readCalls(commands: string): Call[] {
  return (commands.match(curl) ?? []).flatMap((command) => {
    const path = url.exec(command)?.groups?.['path'];
    if (path === undefined) return [];
    const sends = /\s(?:-d|--data-binary|--data-urlencode)\s/.test(command) && !/\s(?:-G|--get)\s/.test(command);
    const method = /\s-X\s+(?<method>[A-Z]+)/.exec(command)?.groups?.['method'] ?? (sends ? 'POST' : 'GET');
    return [{ method, path: path.replaceAll(/\$\{?\w+\}?/g, 'x') }];
  });
}

/** What a guide calls. Paths without a version are v2's, as the server takes them. */
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
