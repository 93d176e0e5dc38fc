import type { AnyRequest, SecurityHandler } from '../../../src/contract/options.ts';
import {
  bearerAuth,
  noteRow,
  security,
  serveEngine,
  workingHandlers,
  type GivenResponse,
  type ServedEngine,
} from './served-engine.ts';

export const authorization = 'Bearer admin';
export const notePath = `/api/v2/notes/${noteRow.id}`;

/** An engine for the tests of a file, whose handlers record the requests that reach them. */
interface SeeingEngine extends Pick<ServedEngine, 'url' | 'db' | 'request'> {
  /** The last request that reached a handler in this test; undefined if none did. */
  readonly seen: AnyRequest | undefined;
  /** The number of authenticated callers. Authentication comes before reading the body. */
  readonly identified: number;
  get(path: string): Promise<GivenResponse>;
  /** Sends a body to createNote. */
  post(body: string | Uint8Array<ArrayBuffer>, headers?: Record<string, string>): Promise<GivenResponse>;
}

export function useSeeingEngine(): SeeingEngine {
  let served: ServedEngine;
  let seen: AnyRequest | undefined;
  let identified = 0;
  const identify: SecurityHandler = (credential) => {
    identified += 1;
    return bearerAuth(credential);
  };
  const see =
    <GivenResponse>(response: GivenResponse) =>
    async (request: AnyRequest): Promise<GivenResponse> => {
      seen = request;
      return response;
    };

  before(async () => {
    const handlers = {
      ...workingHandlers,
      createNote: see({ status: 201, body: noteRow, headers: { etag: '"3"', location: '/api/v2/notes/1' } }),
      listNotes: see({ status: 200, body: { data: [] } }),
      importNotes: see({ status: 202, body: undefined }),
    };
    served = await serveEngine(handlers, { security: { ...security, bearerAuth: identify } });
  });
  beforeEach(() => {
    seen = undefined;
  });
  after(() => served.close());

  return {
    get url() {
      return served.url;
    },
    get db() {
      return served.db;
    },
    get identified() {
      return identified;
    },
    get seen() {
      return seen;
    },
    request: (method, path, init) => served.request(method, path, init),
    get: (path) => served.request('GET', path, { headers: { authorization } }),
    post: (body, headers = { 'content-type': 'application/json' }) =>
      served.request('POST', '/api/v2/notes', { headers: { authorization, ...headers }, body }),
  };
}

/** Returns the violations of a response as `in pointer code`. */
export function places({ violations }: GivenResponse): string[] {
  return violations.map((it) => `${it['in'] ?? ''} ${it['pointer'] ?? it['parameter'] ?? ''} ${it['code'] ?? ''}`);
}
