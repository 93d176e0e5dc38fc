import { asJson, type Json } from '../reader/json.ts';
import { operationsOf } from '../reader/operations.ts';
import { readExcuses, requireDocuments } from './excuses.ts';
import { judgeDocument, type Verdict } from './gate.ts';
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
export async function judgeForClient(options: ClientOptions, today: string): Promise<Verdict> {
  const [released, current] = [await readDocument(options.builtWith), await readDocument(options.served)];
  const name = `v${versionTextOf(released).split('.')[0] ?? ''}`;
  const excuses = options.excused === undefined ? [] : readExcuses(await readSource(options.excused));
  requireDocuments(excuses, [name, 'document', undefined]);
  const operations = chosen(options.operations, released);
  return judgeDocument({ name, released, current, rule: 'client', operations }, excuses, today);
}

function chosen(list: string | undefined, released: Json): ReadonlySet<string> | undefined {
  const names = list?.split(/[\s,]+/).filter(Boolean) ?? [];
  if (names.length === 0) return undefined;
  const operations = operationsOf(released).map(({ operation }) => String(operation['operationId']));
  const known = new Set([...operations, ...Object.keys(asJson(released['webhooks']))]);
  const strangers = names.filter((name) => !known.has(name));
  if (strangers.length > 0) throw new Error(`the client was built with no operation ${strangers.join(', ')}`);
  return new Set(names);
}
