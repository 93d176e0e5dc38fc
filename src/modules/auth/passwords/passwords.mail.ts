import type { Mail } from '../auth.types.ts';

interface Addressee {
  readonly email: string;
  readonly name: string;
}

/** Lets the owner of an account set a new password. The token stands behind the #, which no log sees. */
export function passwordResetMail(to: Addressee, publicUrl: string, token: string): Mail {
  return {
    to: to.email,
    subject: 'Reset your Architect password',
    text: [
      `Hello ${to.name},`,
      '',
      'somebody, we hope you, asked for a new password for your account. To set one, follow this link within an hour:',
      '',
      `  ${publicUrl}/api/reset-password#token=${token}`,
      '',
      'A program sends the token and the password to POST /api/v2/auth/password-reset/confirmation:',
      '',
      `  ${token}`,
      '',
      'If it was not you, do nothing: your password holds.',
      '',
    ].join('\n'),
  };
}

/** So that nobody's password changes behind their back. */
export function passwordChangedMail(to: Addressee): Mail {
  return {
    to: to.email,
    subject: 'Your Architect password was changed',
    text: [
      `Hello ${to.name},`,
      '',
      'your password was changed, and your other sessions have ended. If it was you, you need not do anything.',
      'If it was not you, ask for a new password at once: POST /api/v2/auth/password-reset.',
      '',
    ].join('\n'),
  };
}
