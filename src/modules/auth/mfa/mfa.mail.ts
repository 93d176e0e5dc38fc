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
      'from now on, logging in takes a code of your authenticator. Keep the recovery codes where you find them without it.',
      'If it was not you, reset your password at once: POST /api/v2/auth/password-reset.',
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
      'from now on, your password alone logs in. If it was not you, reset your password at once:',
      'POST /api/v2/auth/password-reset.',
      '',
    ].join('\n'),
  };
}
