import { toMailName } from '../../../platform/mail-text.ts';
import type { Mail } from '../../../platform/mailer.ts';

interface InvitationMail {
  readonly to: string;
  readonly organization: string;
  /** The name of the inviter; undefined if their account was deleted. */
  readonly inviter: string | undefined;
  readonly token: string;
  readonly publicUrl: string;
}

/** Invites somebody to an organization. The token is in the fragment (#), which no server logs. */
export function invitationMail({ to, inviter, token, publicUrl, ...rest }: InvitationMail): Mail {
  const organization = toMailName(rest.organization);
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
      'You accept with the account of this address. If you have no account yet, register with this address first:',
      '',
      `  ${publicUrl}/api/docs`,
      '',
      'If you use a program, send this token to POST /api/v2/invitations/acceptance:',
      '',
      `  ${token}`,
      '',
      'If you do not want to join, ignore this mail.',
      '',
    ].join('\n'),
  };
}
