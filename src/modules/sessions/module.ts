import type { AppContext } from '../../app-context.ts';
import type { Module } from '../module.ts';
import { createCsrfTokens } from './credentials/csrf.service.ts';
import { createSessionAuthenticator } from './credentials/session-authenticator.service.ts';
import { createSessionsController } from './sessions.controller.ts';
import { sweepSessions } from './sessions.jobs.ts';
import { createSessionsV1Controller } from './sessions.v1.controller.ts';

export function createSessionsModule({ config, keyring, database, pager }: AppContext) {
  const csrf = createCsrfTokens(keyring, config.publicUrl);
  return {
    v2: createSessionsController({ pager }),
    v1: createSessionsV1Controller(),
    security: {
      sessionCookie: createSessionAuthenticator({ db: database.db }),
      csrfToken: (credential) => csrf.check(credential),
    },
    jobs: { 'sessions.sweep': sweepSessions },
    schedules: [{ job: 'sessions.sweep', cron: '15 * * * *' }],
  } satisfies Module;
}
