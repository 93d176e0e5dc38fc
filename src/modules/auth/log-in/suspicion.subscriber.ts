import type { Subscriber } from '../../../outbox/delivery.ts';
import { findUser } from '../../users/index.ts';
import type { LinkSettings } from '../auth.types.ts';
import { isMailDue } from '../links/mail-quota.service.ts';
import { suspicionMail } from './suspicion.mail.ts';

/** Whoever has a suspicious session is told by mail; a few an hour, or whoever began it could anonymise the first. */
export function createSuspicionWarning(settings: LinkSettings): Subscriber<'session.suspicious'> {
  const { publicUrl, sendMail } = settings;
  return {
    name: 'auth.suspicion_warning',
    events: ['session.suspicious'],
    async handle(unit, { data: session }) {
      const user = await findUser(unit, session.user_id);
      // Deleted meanwhile.
      if (user === undefined) return;
      if (!(await isMailDue(unit, user.email, 'suspicious_session'))) return;
      await sendMail(unit, suspicionMail(user, publicUrl, session));
    },
  };
}
