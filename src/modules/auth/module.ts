import type { AppContext } from '../../app-context.ts';
import type { Module } from '../module.ts';
import { createCsrfTokens, createSessionCookie } from '../sessions/index.ts';
import { createAuthController } from './auth.controller.ts';
import { createLinkTask, sweepAuth } from './auth.jobs.ts';
import type { OpenWorkspace } from './auth.types.ts';
import { createAuthV1Controller } from './auth.v1.controller.ts';
import { createLogInService } from './log-in/log-in.service.ts';
import { createSessionResponse } from './log-in/session-response.service.ts';
import { createSuspicionWarning } from './log-in/suspicion.subscriber.ts';
import { createMfaLogIn } from './mfa/mfa-log-in.service.ts';
import { createSecondFactor } from './mfa/second-factor.service.ts';
import { createPasswordChange } from './passwords/password-change.service.ts';
import { createPasswordResetService } from './passwords/password-reset.service.ts';
import { createRegistrationService } from './registration/registration.service.ts';

export function createAuthModule(
  { config, keyring, links }: AppContext,
  { openWorkspace }: { readonly openWorkspace: OpenWorkspace },
) {
  const { publicUrl } = config;
  const isThrottled = config.rateLimits.enabled;
  const csrf = createCsrfTokens(keyring, publicUrl);
  const cookie = createSessionCookie(publicUrl);
  const response = createSessionResponse({ csrf, cookie });
  const logIn = createLogInService({ response, csrf, cookie, isThrottled });
  const registration = createRegistrationService({ ...links, openWorkspace });
  return {
    v2: createAuthController({
      logIn,
      registration,
      passwordReset: createPasswordResetService({ ...links, openWorkspace }),
      changePassword: createPasswordChange({ ...links, response, isThrottled }),
      completeMfaLogIn: createMfaLogIn({ response, secondFactor: createSecondFactor(keyring), isThrottled }),
    }),
    v1: createAuthV1Controller({ logIn, registration }),
    jobs: { 'auth.sweep': sweepAuth, 'auth.send_link': createLinkTask(links) },
    schedules: [{ job: 'auth.sweep', cron: '25 * * * *' }],
    subscribers: [createSuspicionWarning(links)],
  } satisfies Module;
}
