import type { Mail } from '../auth.types.ts';

interface Addressee {
  readonly email: string;
  readonly name: string;
}

interface VerificationLink {
  readonly token: string;
  /** Whether the account opens without a password, because several registrations of the address wait. */
  readonly isWithoutPassword: boolean;
}

const passwordHint = [
  'The address was registered several times, with different passwords, of which none will hold. Once the account is',
  'open, ask for a mail that lets you set one: POST /api/v2/auth/password-reset.',
  '',
];

/** Asks the owner of an address whether the registration is theirs. The token stands behind the #, which no log sees. */
export function verificationMail(to: Addressee, publicUrl: string, link: VerificationLink): Mail {
  const { token, isWithoutPassword } = link;
  return {
    to: to.email,
    subject: 'Verify your address for Architect',
    text: [
      `Hello ${to.name},`,
      '',
      'somebody, we hope you, registered this address for an account. To open the account, follow this link',
      'within 24 hours:',
      '',
      `  ${publicUrl}/api/verify-email#token=${token}`,
      '',
      'A program sends the token to POST /api/v2/auth/email-verification:',
      '',
      `  ${token}`,
      '',
      ...(isWithoutPassword ? passwordHint : []),
      'If it was not you, do nothing: without the link there is no account.',
      '',
    ].join('\n'),
  };
}

/** Tells the owner of an account that somebody tried to register its address again. */
export function accountExistsMail(to: Addressee, publicUrl: string): Mail {
  return {
    to: to.email,
    subject: 'You have an Architect account already',
    text: [
      `Hello ${to.name},`,
      '',
      'somebody, perhaps you, tried to register this address for an account. It has one already; nothing was changed.',
      'Log in with your password at:',
      '',
      `  ${publicUrl}/api/docs`,
      '',
      'If it was not you, you need not do anything.',
      '',
    ].join('\n'),
  };
}
