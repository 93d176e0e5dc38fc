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
  /** operationIds that the client uses, separated by commas or white space. */
  readonly operations: string | undefined;
}

/**
 * The document that a client was built with against the one that is served.
 * @throws Error for a source that cannot be read, an excuse of another document, an operation that does not exist
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
