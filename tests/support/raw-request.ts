import { request } from 'node:http';
import { checkResponse, type WireResponse } from './contract/checked-fetch.ts';
import { noteExchange } from './contract/recorded.ts';

export interface RawRequest {
  readonly method: string;
  readonly url: string;
  /** Path and query exactly as they are sent, for those that a URL cannot contain. */
  readonly target?: string;
  /** Sent unchanged, including repeated names and values that fetch would reject. */
  readonly headers?: Readonly<Record<string, string | string[]>>;
  /** If absent, nothing is sent after the headers, regardless of Content-Length. */
  readonly body?: string | Buffer;
}

/** Returns the response header names that are not written like `Content-Type`. */
function namesInAnotherCase(rawHeaders: readonly string[]): string[] {
  const names = rawHeaders.filter((_text, index) => index % 2 === 0);
  return names.filter((name) => !/^(?:[A-Z][A-Za-z]*)(?:-[A-Z][A-Za-z]*)*$/.test(name));
}

/** Sends a request that fetch cannot send, and checks its response against the document. */
export async function rawRequest({ method, url, target, headers = {}, body }: RawRequest): Promise<WireResponse> {
  const response = await new Promise<WireResponse>((resolve, reject) => {
    const outgoing = request(
      url,
      { method, headers, agent: false, ...(target !== undefined && { path: target }) },
      (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
        incoming.on('error', reject);
        incoming.on('end', () => {
          const others = namesInAnotherCase(incoming.rawHeaders);
          if (others.length > 0) reject(new Error(`header names in another case: ${others.join(', ')}`));
          resolve({
            status: incoming.statusCode ?? 0,
            headers: new Headers(
              Object.entries(incoming.headersDistinct).flatMap(([name, values = []]) =>
                values.map((value) => [name, value] as [string, string]),
              ),
            ),
            text: Buffer.concat(chunks).toString(),
          });
          outgoing.destroy();
        });
      },
    );
    outgoing.on('error', reject);
    // Without a body, Node would not send the headers.
    outgoing.flushHeaders();
    if (body !== undefined || headers['content-length'] === undefined) outgoing.end(body);
  });
  checkResponse(method, url, response);
  const named = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  noteExchange({ method, url, headers: named, body: body === undefined ? undefined : Buffer.from(body) }, response);
  return response;
}
