import type { JobTask } from '../../queue/job-context.ts';
import { deleteExpiredTokens, deleteForgottenMails } from './auth.repository.ts';
import { deleteExpiredChallenges } from './mfa/mfa.repository.ts';
import type { LinkSettings, TokenPurpose } from './auth.types.ts';
import { sendResetLink } from './passwords/password-reset.service.ts';
import { resendVerificationLink } from './registration/registration.service.ts';
import { deleteForgottenThrottles } from './throttle/throttle.repository.ts';
import { DAY_MS } from '../../platform/durations.ts';

declare module '../../queue/job-payloads.ts' {
  interface JobPayloads {
    'auth.sweep': Scheduled;
    'auth.send_link': {
      readonly email: string;
      readonly purpose: TokenPurpose;
      readonly request_id: string;
      /** The link expires a fixed time after this moment. */
      readonly requested_at: string;
    };
  }
}

/** Well beyond the hour after which failed log-ins and mails no longer count. */
const ATTEMPTS_KEPT_MS = DAY_MS;
/** How long the link of an expired registration can still be sent again. */
const REGISTRATIONS_KEPT_MS = 7 * DAY_MS;

/** Deletes used and expired tokens, and the counters of attempts and mails that are older than a day. */
export const sweepAuth: JobTask<'auth.sweep'> = async (_payload, { db, clock }) => {
  const now = clock.now();
  const ago = (ms: number): Date => new Date(now.getTime() - ms);
  await deleteExpiredTokens(db, now, ago(REGISTRATIONS_KEPT_MS));
  await deleteExpiredChallenges(db, now);
  await deleteForgottenMails(db, ago(ATTEMPTS_KEPT_MS));
  await deleteForgottenThrottles(db, ago(ATTEMPTS_KEPT_MS));
};

const linkSenders = { password_reset: sendResetLink, email_verification: resendVerificationLink };

/** Looks for an account at the address, and sends the link if there is one that the link is for. */
export function createLinkTask(settings: LinkSettings): JobTask<'auth.send_link'> {
  return ({ email, purpose, request_id, requested_at }, context) =>
    context.inUnit(undefined, (unit) =>
      linkSenders[purpose]({ ...unit, request_id, now: new Date(requested_at) }, email, settings),
    );
}
