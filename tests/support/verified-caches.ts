import { setImmediate as nextTurn } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { Cache } from '../../src/cache/cache.ts';
import type { Caches } from '../../src/cache/caches.ts';
import type { Credential, EngineOptions, SecurityHandler } from '../../src/contract/options.ts';
import { createApiKeyAuthenticator } from '../../src/modules/api-keys/index.ts';
import { createSessionAuthenticator } from '../../src/modules/sessions/index.ts';

/** Compares what a server keeps with its database, at every use. */
export interface Verification {
  readonly alterCaches: (caches: Caches) => Caches;
  readonly alterEngine: (options: EngineOptions) => EngineOptions;
  /** Forgets everything. Called when a test changes the database itself. */
  readonly forget: () => void;
}

/**
 * A change is committed a moment before its tags are invalidated, and another process learns of them later still. So a
 * difference counts only if it lasts.
 */
const LASTS_MS = 3000;

/** Makes every response of a kept read, and every actor of a kept credential, be read again and compared. */
export function verifyCaches(): Verification {
  const state = { generation: 0 };
  return {
    forget: () => {
      state.generation += 1;
    },
    alterCaches: (caches) => ({ ...caches, open: (options) => verified(caches.open(options), options.name, state) }),
    alterEngine: (options) => ({ ...options, security: verifiedSecurity(options) }),
  };
}

interface State {
  readonly generation: number;
}

function verified<Value>(cache: Cache<Value>, name: string, state: State): Cache<Value> {
  const place = (key: string): string => `${state.generation} ${key}`;
  if (!name.endsWith('_responses')) {
    return { get: (key) => cache.get(place(key)), fetch: (key, load) => cache.fetch(place(key), load) };
  }
  return {
    // A caller who gets nothing fetches, which can wait for the comparison.
    get: () => undefined,
    fetch: async (key, load) => {
      const own = place(key);
      const kept = cache.get(own);
      if (kept === undefined) return cache.fetch(own, load);
      let fresh: unknown;
      for (const end = performance.now() + LASTS_MS; performance.now() < end;) {
        await nextTurn();
        fresh = await load().then(
          ({ value }) => value,
          (error: unknown) => error,
        );
        if (isDeepStrictEqual(kept, fresh)) return kept;
        if (cache.get(own) !== kept) return (await load()).value;
      }
      throw differenceOf(`${name}: ${key}`, kept, fresh);
    },
  };
}

function verifiedSecurity({ db, security }: EngineOptions): EngineOptions['security'] {
  const session = createSessionAuthenticator({ db });
  const apiKey = createApiKeyAuthenticator({ db });
  const bearer: SecurityHandler = (credential) => (credential.token.startsWith('ak_') ? apiKey : session)(credential);
  const readers: Readonly<Record<string, SecurityHandler>> = { bearerAuth: bearer, sessionCookie: session };
  const entries = Object.entries(security).map(([scheme, handler]) => {
    const read = readers[scheme];
    return [scheme, read === undefined ? handler : compared(handler, read)] as const;
  });
  return Object.fromEntries(entries);
}

function compared(handler: SecurityHandler, read: SecurityHandler): SecurityHandler {
  return async (credential: Credential) => {
    let [kept, fresh]: unknown[] = [];
    for (const end = performance.now() + LASTS_MS; performance.now() < end;) {
      await nextTurn();
      const actor = await handler(credential);
      [kept, fresh] = [actor, await read(credential)];
      if (isDeepStrictEqual(kept, fresh)) return actor;
    }
    throw differenceOf('a credential', kept, fresh);
  };
}

function differenceOf(what: string, kept: unknown, fresh: unknown): Error {
  return new Error(`${what} is kept although it changed: ${JSON.stringify({ kept, fresh })}`, { cause: fresh });
}
