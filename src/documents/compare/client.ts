import { asJson, type Json } from '../reader/json.ts';
import { operationsOf } from '../reader/operations.ts';
import { readCodeUse } from './client-code.ts';
import { readWaivers, waiversFor } from './waivers.ts';
import { evaluateDocument, type Verdict } from './gate.ts';
import { readDocument, readSource } from './sources.ts';
import { versionTextOf } from './version.ts';

interface ClientOptions {
  readonly builtWith: string;
  readonly served: string;
  readonly excused: string | undefined;
  /** The operationIds that the client uses, separated by commas or white space. */
  readonly operations: string | undefined;
  /** Files and folders of the client's code, from which the operations are read. */
  readonly usedIn: readonly string[];
}

/**
 * Compares the document that a client was built with to the document that the server serves.
 * @throws Error for a source that cannot be read, a waiver that names no version, or an unknown operation
 */
export async function evaluateForClient(options: ClientOptions, today: string): Promise<Verdict> {
  const [released, current] = [await readDocument(options.builtWith), await readDocument(options.served)];
  const name = `v${versionTextOf(released).split('.')[0] ?? ''}`;
  const all = options.excused === undefined ? [] : readWaivers(await readSource(options.excused));
  const waivers = waiversFor(name, all);
  const { operations, notes } = await usedOperations(options, released);
  const verdict = evaluateDocument({ name, released, current, rule: 'client', operations }, waivers, today);
  const others = all.length - waivers.length;
  const unapplied = others === 0 ? [] : [`${others} ${others === 1 ? 'waiver is' : 'waivers are'} for another version`];
  return { ...verdict, notes: [...notes, ...unapplied] };
}

interface UsedOperations {
  readonly operations: ReadonlySet<string> | undefined;
  readonly notes: readonly string[];
}

async function usedOperations({ operations: list, usedIn }: ClientOptions, released: Json): Promise<UsedOperations> {
  const named = parseOperations(list, released);
  if (usedIn.length === 0) return { operations: named.length === 0 ? undefined : new Set(named), notes: [] };
  const { operations, generated, unread } = await readCodeUse(usedIn, released);
  const notes = [
    `uses ${operations.length} ${operations.length === 1 ? 'operation' : 'operations'}: ${operations.join(', ')}`,
    ...generated.map((file) => `not considered, because it names every operation: ${file}`),
    ...unread.map((file) => `not read: ${file}`),
  ];
  return { operations: new Set([...named, ...operations]), notes };
}

function parseOperations(list: string | undefined, released: Json): readonly string[] {
  const names = list?.split(/[\s,]+/).filter(Boolean) ?? [];
  const operations = operationsOf(released).map(({ operation }) => String(operation['operationId']));
  const known = new Set([...operations, ...Object.keys(asJson(released['webhooks']))]);
  const unknown = names.filter((name) => !known.has(name));
  if (unknown.length > 0)
    throw new Error(`the document that the client was built with has no operation ${unknown.join(', ')}`);
  return names;
}
