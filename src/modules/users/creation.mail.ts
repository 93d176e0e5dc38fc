import type { Mail } from '../../platform/mailer.ts';
import { toMailName } from '../../platform/mail-text.ts';

/** Invites somebody to an account that an operator created. The token is in the fragment (#), which no server logs. */
export function accountMadeMail(
  to: { readonly email: string; readonly name: string },
  publicUrl: string,
  token: string,
): Mail {
  return {
    to: to.email,
    subject: 'Your Architect account',
    text: [
      `Hello ${toMailName(to.name)},`,
      '',
      'An administrator created an Architect account for you. To open it, follow this link within seven days and choose a',
      'password:',
      '',
      `  ${publicUrl}/api/reset-password#token=${token}`,
      '',
      'If you use a program, send this token and the password to POST /api/v2/auth/password-reset/confirmation:',
      '',
      `  ${token}`,
      '',
      'If you did not expect an account, ignore this mail. The account cannot be used without the link.',
      '',
    ].join('\n'),
  };
}
