import type { DocumentedOperation } from '../support/contract/document.ts';
import { send, type Sample, type Variation } from '../support/sample-request.ts';

/** As much of a reply as mock and server must have in common. */
export interface Seen {
  readonly status: number;
  readonly type: string | undefined;
  readonly body: unknown;
}

export async function see(reply: Response): Promise<Seen> {
  const text = await reply.text();
  const type = reply.headers.get('content-type')?.split(';')[0];
  return { status: reply.status, type, body: text === '' ? undefined : JSON.parse(text) };
}

/** Sends to the server; the reply is held against the document, too. */
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

/** The status of an operation's success, and the names of its examples. */
export function successOf({ replies }: DocumentedOperation): { readonly status: number; readonly examples: string[] } {
  const [status, { content = {} }] = Object.entries(replies).find(([code]) => code.startsWith('2'))!;
  return { status: Number(status), examples: Object.keys(Object.values(content)[0]?.examples ?? {}) };
}
