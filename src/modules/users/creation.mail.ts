import type { Mail } from '../../platform/mailer.ts';
import { toMailName } from '../../platform/mail-text.ts';

/** Invites somebody to the account that an operator has made. The token stands behind the #, which no log sees. */
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
      'an administrator made an account for you. To open it, follow this link within seven days and choose a password:',
      '',
      `  ${publicUrl}/api/reset-password#token=${token}`,
      '',
      'A program sends the token and the password to POST /api/v2/auth/password-reset/confirmation:',
      '',
      `  ${token}`,
      '',
      'If you expected no account, ignore this mail: nobody can use the account without the link.',
      '',
    ].join('\n'),
  };
}
