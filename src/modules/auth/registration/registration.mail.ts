import { toMailName } from '../../../platform/mail-text.ts';
import type { Mail } from '../../../platform/mailer.ts';

interface VerificationLink {
  readonly token: string;
  /** Whether the account opens without a password, because several registrations of the address are pending. */
  readonly isWithoutPassword: boolean;
}

const passwordHint = [
  'This address was registered several times, or an administrator created an account for it. None of the passwords',
  'given then is valid. After you have opened the account, request a password by mail: POST /api/v2/auth/password-reset.',
  '',
];

/**
 * Asks the owner of an address to confirm a registration. It does not contain the name, because whoever registered
 * chose it and may be a stranger. The token is in the fragment (#), which no server logs.
 */
export function verificationMail(email: string, publicUrl: string, link: VerificationLink): Mail {
  const { token, isWithoutPassword } = link;
  return {
    to: email,
    subject: 'Verify your address for Architect',
    text: [
      'Hello,',
      '',
      'This address was used to register an Architect account. If you registered it, follow this link within 24 hours to',
      'verify the address and open the account:',
      '',
      `  ${publicUrl}/api/verify-email#token=${token}`,
      '',
      'If you use a program, send this token to POST /api/v2/auth/email-verification:',
      '',
      `  ${token}`,
      '',
      ...(isWithoutPassword ? passwordHint : []),
      'If you did not register, ignore this mail. The account is not opened without the link.',
      '',
    ].join('\n'),
  };
}

/** Informs the owner of an account that somebody tried to register its address again. */
export function accountExistsMail(to: { readonly email: string; readonly name: string }, publicUrl: string): Mail {
  return {
    to: to.email,
    subject: 'You already have an Architect account',
    text: [
      `Hello ${toMailName(to.name)},`,
      '',
      'Somebody tried to register an Architect account with this address. The address already has an account, and nothing',
      'was changed. If this was you, log in with your password at:',
      '',
      `  ${publicUrl}/api/docs`,
      '',
      'If this was not you, you do not need to do anything.',
      '',
    ].join('\n'),
  };
}
