import type { AppContext } from '../../app-context.ts';
import { HOUR_MS } from '../../platform/durations.ts';
import type { Module } from '../module.ts';
import { createSessionAuthenticator } from '../sessions/index.ts';
import { createApiKeyAuthenticator } from './api-key-authenticator.service.ts';
import { createApiKeysController } from './api-keys.controller.ts';
import { createApiKeyUsage } from './usage.service.ts';
import { keptApiKeys } from './api-keys.keeping.ts';

/** A credential is kept until its use must be stored, which is less than this. */
const KEPT_MS = HOUR_MS;

export function createApiKeysModule({ database: { db }, pager, usage, caches }: AppContext) {
  const apiKey = createApiKeyAuthenticator({ db, cache: caches.open({ name: 'api_keys', ttlMs: KEPT_MS }) });
  const session = createSessionAuthenticator({ db, cache: caches.open({ name: 'bearer_sessions', ttlMs: KEPT_MS }) });
  return {
    v2: createApiKeysController({ pager, getUsage: createApiKeyUsage(usage) }),
    kept: { v2: keptApiKeys },
    security: { bearerAuth: (credential) => (credential.token.startsWith('ak_') ? apiKey : session)(credential) },
  } satisfies Module;
}
