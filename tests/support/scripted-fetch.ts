/** What a scripted fetch does with a request: responds, or fails as a connection does. */
export type ScriptedOutcome = Response | Error | ((request: Request) => Response | Promise<Response>);

export interface ScriptedFetch {
  readonly fetch: (request: Request) => Promise<Response>;
  /** The requests so far, with their bodies. */
  readonly sent: { readonly request: Request; readonly body: string }[];
}

/**
 * Returns a fetch that treats the first request as the first outcome says, and so on.
 * @throws Error for a request beyond the last outcome
 */
export function scriptedFetch(...outcomes: readonly ScriptedOutcome[]): ScriptedFetch {
  const sent: ScriptedFetch['sent'] = [];
  return {
    sent,
    fetch: async (request) => {
      const outcome = outcomes[sent.length];
      sent.push({ request, body: await request.clone().text() });
      request.signal.throwIfAborted();
      if (outcome === undefined) throw new Error(`request ${sent.length} is not in the script`);
      if (outcome instanceof Error) throw outcome;
      return outcome instanceof Response ? outcome : await outcome(request);
    },
  };
}

export function jsonResponse(body: unknown, init: ResponseInit = {}): Response {
  return new Response(JSON.stringify(body), {
    ...init,
    headers: { 'content-type': 'application/json', ...(init.headers as Record<string, string> | undefined) },
  });
}

/** Returns a problem document as the server sends it. */
export function problemResponse(status: number, code: string, headers: Record<string, string> = {}): Response {
  const body = {
    type: `/api/problems/${code}`,
    title: 'Title',
    status,
    detail: 'Detail.',
    instance: '/',
    code,
    request_id: 'r1',
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/problem+json', ...headers },
  });
}

/** What fetch throws if the connection fails. */
export function connectionFailure(): Error {
  return new TypeError('fetch failed', { cause: new Error('ECONNRESET') });
}
