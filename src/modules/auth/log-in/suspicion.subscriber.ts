import type { Subscriber } from '../../../outbox/delivery.ts';
import { findUser } from '../../users/index.ts';
import type { LinkSettings } from '../auth.types.ts';
import { isMailDue } from '../links/mail-quota.service.ts';
import { suspicionMail } from './suspicion.mail.ts';

/**
 * Mails the owner of a suspicious session. The mail quota applies: otherwise whoever started the session could hide the
 * first mail among many.
 */
export function createSuspicionWarning(settings: LinkSettings): Subscriber<'session.suspicious'> {
  const { publicUrl, sendMail } = settings;
  return {
    name: 'auth.suspicion_warning',
    events: ['session.suspicious'],
    async handle(unit, { data: session }) {
      const user = await findUser(unit, session.user_id);
      // The user has been deleted since.
      if (user === undefined) return;
      if (!(await isMailDue(unit, user.email, 'suspicious_session'))) return;
      await sendMail(unit, suspicionMail(user, publicUrl, session));
    },
  };
}
