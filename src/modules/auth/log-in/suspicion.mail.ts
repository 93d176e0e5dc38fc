import type { SessionFacts } from '../../../../generated/v2/types.ts';
import type { Mail } from '../auth.types.ts';

interface Addressee {
  readonly email: string;
  readonly name: string;
}

const reasons: Readonly<Record<NonNullable<SessionFacts['suspicion']>, string>> = {
  new_place: 'It was begun with a program, and from a network, that you have not used before.',
  two_networks: 'It was used from two networks within a minute.',
  many_networks: 'You appeared in more than ten networks within an hour.',
};

/** Tells the owner of a session what is unusual about it, and how to end it. */
export function suspicionMail(to: Addressee, publicUrl: string, session: SessionFacts): Mail {
  return {
    to: to.email,
    subject: 'Unusual activity in your Architect account',
    text: [
      `Hello ${to.name},`,
      '',
      `a session of your account is not like you. ${session.suspicion === null ? '' : reasons[session.suspicion]}`,
      '',
      `  begun:   ${session.created_at}`,
      `  address: ${session.address}`,
      `  program: ${session.user_agent ?? 'unknown'}`,
      '',
      'If it was you, you need not do anything. If it was not, end the session:',
      '',
      `  DELETE ${publicUrl}/api/v2/me/sessions/${session.id}`,
      '',
      'and ask for a new password, which ends all others, too: POST /api/v2/auth/password-reset.',
      '',
    ].join('\n'),
  };
}
