import type { AppContext } from '../../app-context.ts';
import { HOUR_MS } from '../../platform/durations.ts';
import type { Module } from '../module.ts';
import { createCsrfTokens } from './credentials/csrf.service.ts';
import { createSessionAuthenticator } from './credentials/session-authenticator.service.ts';
import { createSessionsController } from './sessions.controller.ts';
import { sweepSessions } from './sessions.jobs.ts';
import { createSessionsV1Controller } from './sessions.v1.controller.ts';

/** A session is kept until its activity must be stored, which is less than this. */
const KEPT_MS = HOUR_MS;

export function createSessionsModule({ config, keyring, database: { db }, pager, caches }: AppContext) {
  const csrf = createCsrfTokens(keyring, config.publicUrl);
  return {
    v2: createSessionsController({ pager }),
    v1: createSessionsV1Controller(),
    security: {
      sessionCookie: createSessionAuthenticator({
        db,
        cache: caches.open({ name: 'cookie_sessions', ttlMs: KEPT_MS }),
      }),
      csrfToken: (credential) => csrf.check(credential),
    },
    jobs: { 'sessions.sweep': sweepSessions },
    schedules: [{ job: 'sessions.sweep', cron: '15 * * * *' }],
  } satisfies Module;
}
