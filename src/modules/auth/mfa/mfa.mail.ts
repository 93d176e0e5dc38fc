import { toMailName } from '../../../platform/mail-text.ts';
import type { Mail } from '../../../platform/mailer.ts';

interface Addressee {
  readonly email: string;
  readonly name: string;
}

export function factorOnMail(to: Addressee): Mail {
  return {
    to: to.email,
    subject: 'Your Architect account has a second factor',
    text: [
      `Hello ${toMailName(to.name)},`,
      '',
      'A second factor was turned on for your Architect account. From now on you need a code from your authenticator app',
      'to log in. Keep the recovery codes in a place that you can reach without the app.',
      '',
      'If this was not you, reset your password now: POST /api/v2/auth/password-reset.',
      '',
    ].join('\n'),
  };
}

/** Sent to the owner, because somebody else may have removed it. */
export function factorRemovedMail(to: Addressee): Mail {
  return {
    to: to.email,
    subject: 'The second factor of your Architect account was removed',
    text: [
      `Hello ${toMailName(to.name)},`,
      '',
      'The second factor of your Architect account was removed. From now on you need only your password to log in.',
      '',
      'If this was not you, reset your password now: POST /api/v2/auth/password-reset.',
      '',
    ].join('\n'),
  };
}
