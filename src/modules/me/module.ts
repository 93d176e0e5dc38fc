import type { AppContext } from '../../app-context.ts';
import { createMfaService, createSecondFactor, createSessionResponse } from '../auth/index.ts';
import type { Module } from '../module.ts';
import { createCsrfTokens, createSessionCookie } from '../sessions/index.ts';
import { createUserErasure, type ErasureCollaborators } from '../users/index.ts';
import { createMeController } from './me.controller.ts';
import { createDeletion } from './me.service.ts';
import { keptMe } from './me.keeping.ts';

export function createMeModule({ config, keyring, links, pager }: AppContext, upward: ErasureCollaborators) {
  const { publicUrl } = config;
  const mfa = createMfaService({
    response: createSessionResponse({
      csrf: createCsrfTokens(keyring, publicUrl),
      cookie: createSessionCookie(publicUrl),
    }),
    secondFactor: createSecondFactor(keyring),
    sendMail: links.sendMail,
    isThrottled: config.rateLimits.enabled,
  });
  const deleteMe = createDeletion({ eraseUser: createUserErasure(upward) });
  return { v2: createMeController({ pager, mfa, deleteMe }), kept: { v2: keptMe } } satisfies Module;
}
