import { toMailName } from '../../../platform/mail-text.ts';
import type { Mail } from '../../../platform/mailer.ts';

interface VerificationLink {
  readonly token: string;
  /** Whether the account opens without a password, because several registrations of the address wait. */
  readonly isWithoutPassword: boolean;
}

const passwordHint = [
  'The address was registered several times, or an administrator has made an account for it, so none of the passwords',
  'holds. Once the account is open, set one by mail: POST /api/v2/auth/password-reset.',
  '',
];

/**
 * Asks the owner of an address whether the registration is theirs. It greets nobody by name: whoever registered chose it,
 * and may be a stranger. The token stands behind the #, which no log sees.
 */
export function verificationMail(email: string, publicUrl: string, link: VerificationLink): Mail {
  const { token, isWithoutPassword } = link;
  return {
    to: email,
    subject: 'Verify your address for Architect',
    text: [
      'Hello,',
      '',
      'somebody registered this address for an account. If it was you, follow this link within 24 hours to open the',
      'account:',
      '',
      `  ${publicUrl}/api/verify-email#token=${token}`,
      '',
      'A program sends the token to POST /api/v2/auth/email-verification:',
      '',
      `  ${token}`,
      '',
      ...(isWithoutPassword ? passwordHint : []),
      'If it was not you, ignore this mail: without the link there is no account.',
      '',
    ].join('\n'),
  };
}

/** Tells the owner of an account that somebody tried to register its address again. */
export function accountExistsMail(to: { readonly email: string; readonly name: string }, publicUrl: string): Mail {
  return {
    to: to.email,
    subject: 'You have an Architect account already',
    text: [
      `Hello ${toMailName(to.name)},`,
      '',
      'somebody, perhaps you, tried to register this address for an account. It has one already; nothing was changed.',
      'Log in with your password at:',
      '',
      `  ${publicUrl}/api/docs`,
      '',
      'If it was not you, you do not have to do anything.',
      '',
    ].join('\n'),
  };
}
