import { toMailName } from '../../../platform/mail-text.ts';
import type { Mail } from '../../../platform/mailer.ts';

interface InvitationMail {
  readonly to: string;
  readonly organization: string;
  /** Who invites; undefined where they are gone. */
  readonly inviter: string | undefined;
  readonly token: string;
  readonly publicUrl: string;
}

/** Asks somebody into an organization. The token stands behind the #, which no log sees. */
export function invitationMail({ to, inviter, token, publicUrl, ...letter }: InvitationMail): Mail {
  const organization = toMailName(letter.organization);
  const who = inviter === undefined ? 'Somebody' : toMailName(inviter);
  return {
    to,
    subject: `Invitation to ${organization}`,
    text: [
      'Hello,',
      '',
      `${who} invites you to the organization "${organization}" on Architect. To accept, follow this link`,
      'within seven days:',
      '',
      `  ${publicUrl}/api/accept-invitation#token=${token}`,
      '',
      'It works for the account of this address. Without an account, register with this address first:',
      '',
      `  ${publicUrl}/api/docs`,
      '',
      'A program sends the token to POST /api/v2/invitations/acceptance:',
      '',
      `  ${token}`,
      '',
      'If you do not want to join, ignore this mail.',
      '',
    ].join('\n'),
  };
}
