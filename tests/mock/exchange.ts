import type { DocumentedOperation } from '../support/contract/document.ts';
import { readCells, readLines } from '../support/contract/records.ts';
import { send, type Sample, type Variation } from '../support/sample-request.ts';

/** As much of a response as mock and server must have in common. */
interface Seen {
  readonly status: number;
  readonly type: string | undefined;
  readonly body: unknown;
}

async function see(response: Response): Promise<Seen> {
  const text = await response.text();
  const type = response.headers.get('content-type')?.split(';')[0];
  return { status: response.status, type, body: text === '' ? undefined : parsed(text, type) };
}

/** Records one by one, so that what no request determines can be masked in each. */
function parsed(text: string, type: string | undefined): unknown {
  if (type === 'application/x-ndjson') return readLines(text);
  return type === 'text/csv' ? namedCells(text) : JSON.parse(text);
}

/** Rows as objects; cells that hold JSON are read, too. */
function namedCells(text: string): Record<string, unknown>[] {
  const [header = [], ...rows] = readCells(text);
  const valueOf = (cell: string | null | undefined): unknown =>
    cell?.startsWith('{') === true ? JSON.parse(cell) : cell;
  return rows.map((cells) => Object.fromEntries(header.map((name, index) => [name ?? '', valueOf(cells[index])])));
}

/** Sends to the server; the response is held against the document, too. */
export async function askServer(server: { readonly url: string }, sample: Sample, variation: Variation): Promise<Seen> {
  return see(await send(server, sample, variation));
}

/** Sends to Prism, which says no more of a document than it can. */
export async function askMock(
  mock: { readonly url: string },
  { method, target, body, headers }: Sample,
  variation: Variation = {},
): Promise<Seen> {
  const merged = Object.entries({ ...headers, ...variation.headers }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  const query = variation.query === undefined ? '' : `${target.includes('?') ? '&' : '?'}${variation.query}`;
  const sent = variation.body ?? body;
  return see(
    await fetch(`${mock.url}${target}${query}`, {
      method,
      headers: merged,
      // Bytes, because fetch gives text a content type of its own.
      ...(sent === undefined ? {} : { body: Buffer.from(sent) }),
    }),
  );
}

/** An example, and what Accept must say to get it. */
interface NamedExample {
  readonly name: string;
  readonly accept: string;
}

/** The status of an operation's success, and its examples in every media type. */
export function successOf({ responses }: DocumentedOperation): {
  readonly status: number;
  readonly examples: readonly NamedExample[];
} {
  const [status, { content = {} }] = Object.entries(responses).find(([code]) => code.startsWith('2'))!;
  const examples = Object.entries(content).flatMap(([accept, media]) =>
    Object.keys(media.examples ?? {}).map((name) => ({ name, accept })),
  );
  return { status: Number(status), examples };
}
