import type { AppContext } from '../../app-context.ts';
import type { Module } from '../module.ts';
import { createSessionAuthenticator } from '../sessions/index.ts';
import { createApiKeyAuthenticator } from './api-key-authenticator.service.ts';
import { createApiKeysController } from './api-keys.controller.ts';
import { createApiKeyUsage } from './usage.service.ts';

export function createApiKeysModule({ database: { db }, pager, usage }: AppContext) {
  const apiKey = createApiKeyAuthenticator({ db });
  const session = createSessionAuthenticator({ db });
  return {
    v2: createApiKeysController({ pager, getUsage: createApiKeyUsage(usage) }),
    security: { bearerAuth: (credential) => (credential.token.startsWith('ak_') ? apiKey : session)(credential) },
  } satisfies Module;
}
