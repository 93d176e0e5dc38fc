import { isJson } from '../reader/json.ts';
import { isRef, resolve } from '../reader/reference.ts';
import { operationsOf, parametersOf, type Document, type PathOperation, type Schema } from './document.ts';
import { notice } from './output.ts';
import { render } from './source-text.ts';

/** What the client package must know about an operation at run time. Its types come from types.ts. */
interface ClientRow {
  readonly method: string;
  readonly path: string;
  /** Declared request headers, in lower case. */
  readonly headers: readonly string[];
  /** Media types of the request body; the first is the default. */
  readonly request: readonly string[];
  /** Media types of the successful response; the first is the default. */
  readonly response: readonly string[];
  readonly isPage: boolean;
}

/**
 * Returns client.ts: the operations of a document as the client package needs them. It imports only types, because the
 * package must not contain code of the server.
 */
export function clientTableFile(document: Document): string {
  const places = operationsOf(document);
  const rows = places.map((place) => [place.operation.operationId, rowOf(document, place)] as const);
  return `// ${notice}

import type { components } from './v2/types.ts';

/** The \`info.version\` of the document that the client is made from. */
export const contractVersion = ${render(document.info.version)};

/** operationId -> what the client must know to call the operation. */
export const clientOperations = ${render(Object.fromEntries(rows))} as const;

/** A PATCH -> the GET of the same path, whose ETag the PATCH accepts in If-Match. */
export const readsOfUpdates = ${render(readsOfUpdates(rows))} as const;

/** An operation that streams records as NDJSON -> one record. */
export interface StreamedRecords {
${recordTypes(document, places).join('')}}
`;
}

export function rowOf(document: Document, place: PathOperation): ClientRow {
  const { path, method, operation } = place;
  const headers = parametersOf(document, place)
    .filter((parameter) => parameter.in === 'header')
    .map(({ name }) => name.toLowerCase());
  const body = operation.requestBody === undefined ? undefined : resolve(document, operation.requestBody);
  const content = successContents(document, operation);
  return {
    method: method.toUpperCase(),
    path,
    headers,
    request: Object.keys(body?.content ?? {}),
    response: [...new Set(content.flatMap(Object.keys))],
    isPage: content.some((types) => isPage(document, types['application/json']?.schema)),
  };
}

function successContents(document: Document, operation: PathOperation['operation']) {
  return Object.entries(operation.responses)
    .filter(([status]) => status.startsWith('2'))
    .map(([, response]) => resolve(document, response).content ?? {});
}

/** A page has its rows in `data` and the cursor of the next page in `page.next_cursor`. */
function isPage(document: Document, written: Schema | undefined): boolean {
  const properties = propertiesOf(document, written);
  return 'data' in properties && 'next_cursor' in propertiesOf(document, properties['page']);
}

function propertiesOf(document: Document, written: unknown): Readonly<Record<string, unknown>> {
  if (!isJson(written)) return {};
  const { properties } = resolve<Schema>(document, written);
  return isJson(properties) ? properties : {};
}

function readsOfUpdates(rows: readonly (readonly [string, ClientRow])[]): Record<string, string> {
  const updates = rows.filter(([, { method, headers }]) => method === 'PATCH' && headers.includes('if-match'));
  return Object.fromEntries(
    updates.flatMap(([id, { path }]) => {
      const read = rows.find(([, row]) => row.method === 'GET' && row.path === path);
      return read === undefined ? [] : [[id, read[0]]];
    }),
  );
}

function recordTypes(document: Document, places: readonly PathOperation[]): string[] {
  return places.flatMap(({ operation }) =>
    successContents(document, operation).flatMap((content) => {
      const record = content['application/x-ndjson']?.schema?.['contentSchema'];
      const name = isRef(record) ? record.$ref.split('/').at(-1) : undefined;
      return name === undefined ? [] : [`  ${operation.operationId}: components['schemas']['${name}'];\n`];
    }),
  );
}
