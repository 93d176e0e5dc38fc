import type { Subscriber } from '../../events/delivery.ts';
import { findUser } from '../users/index.ts';
import { countMail } from './auth.repository.ts';
import type { LinkSettings } from './auth.types.ts';
import { suspicionMail } from './suspicion-mail.service.ts';

const HOUR_MS = 60 * 60 * 1000;
const MAILS_PER_HOUR_MAX = 5;

/** Whoever has a suspicious session is told by mail; a few an hour, or whoever began it could bury the first. */
export function createSuspicionWarning(settings: LinkSettings): Subscriber<'session.suspicious'> {
  const { publicUrl, sendMail } = settings;
  return {
    name: 'auth.suspicion_warning',
    events: ['session.suspicious'],
    async handle(unit, { data: session }) {
      const user = await findUser(unit, session.user_id);
      // Deleted meanwhile.
      if (user === undefined) return;
      const windowBegin = new Date(unit.now.getTime() - HOUR_MS);
      const mail = { email: user.email, purpose: 'suspicious_session', windowBegin } as const;
      if ((await countMail(unit.db, mail, unit.now)) > MAILS_PER_HOUR_MAX) return;
      await sendMail(unit, suspicionMail(user, publicUrl, session));
    },
  };
}
