import type { SessionFacts } from '../../../../generated/v2/types.ts';
import { paths } from '../../../../generated/v2/paths.ts';
import { toMailName, toMailProgram } from '../../../platform/mail-text.ts';
import type { Mail } from '../../../platform/mailer.ts';

interface Addressee {
  readonly email: string;
  readonly name: string;
}

const reasons: Readonly<Record<NonNullable<SessionFacts['suspicion']>, string>> = {
  new_place: 'A session was started with a program and from a network that you have not used before.',
  two_networks: 'A session was used from two networks within a minute.',
  many_networks: 'Your account was used from more than ten networks within an hour.',
};

/** Describes an unusual session to its owner, and how to end it. */
export function suspicionMail(to: Addressee, publicUrl: string, session: SessionFacts): Mail {
  return {
    to: to.email,
    subject: 'Unusual activity in your Architect account',
    text: [
      `Hello ${toMailName(to.name)},`,
      '',
      'We noticed unusual activity in your Architect account.',
      ...(session.suspicion === null ? [] : [reasons[session.suspicion]]),
      '',
      `  started: ${session.created_at}`,
      `  address: ${session.address}`,
      `  program: ${toMailProgram(session.user_agent)}`,
      '',
      'If this was you, you do not need to do anything. If it was not, end the session:',
      '',
      `  DELETE ${publicUrl}${paths.revokeMySession({ session_id: session.id })}`,
      '',
      'Then reset your password, which ends all other sessions: POST /api/v2/auth/password-reset.',
      '',
    ].join('\n'),
  };
}
