import { asJson, type Json } from '../reader/json.ts';
import { operationsOf } from '../reader/operations.ts';
import { readWaivers, requireDocuments } from './waivers.ts';
import { evaluateDocument, type Verdict } from './gate.ts';
import { readDocument, readSource } from './sources.ts';
import { versionTextOf } from './version.ts';

interface ClientOptions {
  readonly builtWith: string;
  readonly served: string;
  readonly excused: string | undefined;
  /** The operationIds that the client uses, separated by commas or white space. */
  readonly operations: string | undefined;
}

/**
 * Compares the document that a client was built with to the document that the server serves.
 * @throws Error for a source that cannot be read, a waiver for another document, or an unknown operation
 */
export async function evaluateForClient(options: ClientOptions, today: string): Promise<Verdict> {
  const [released, current] = [await readDocument(options.builtWith), await readDocument(options.served)];
  const name = `v${versionTextOf(released).split('.')[0] ?? ''}`;
  const waivers = options.excused === undefined ? [] : readWaivers(await readSource(options.excused));
  requireDocuments(waivers, [name, 'document', undefined]);
  const operations = parseOperations(options.operations, released);
  return evaluateDocument({ name, released, current, rule: 'client', operations }, waivers, today);
}

function parseOperations(list: string | undefined, released: Json): ReadonlySet<string> | undefined {
  const names = list?.split(/[\s,]+/).filter(Boolean) ?? [];
  if (names.length === 0) return undefined;
  const operations = operationsOf(released).map(({ operation }) => String(operation['operationId']));
  const known = new Set([...operations, ...Object.keys(asJson(released['webhooks']))]);
  const unknown = names.filter((name) => !known.has(name));
  if (unknown.length > 0)
    throw new Error(`the document that the client was built with has no operation ${unknown.join(', ')}`);
  return new Set(names);
}
