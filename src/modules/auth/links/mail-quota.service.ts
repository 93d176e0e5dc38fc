import type { AnonymousUnit } from '../../../platform/unit.ts';
import { countMail } from '../auth.repository.ts';
import type { MailPurpose } from '../auth.types.ts';
import { HOUR_MS } from '../../../platform/durations.ts';

/** Without a quota anybody could flood an address through us, and hide the mails that its owner should read. */
const mailsPerHourMax: Readonly<Record<MailPurpose, number>> = {
  email_verification: 5,
  password_reset: 3,
  suspicious_session: 5,
};

/** Counts the mail, and returns whether the hourly quota of its kind for the address allows it. */
export async function isMailDue(unit: AnonymousUnit, email: string, purpose: MailPurpose): Promise<boolean> {
  const windowBegin = new Date(unit.now.getTime() - HOUR_MS);
  return (await countMail(unit.db, { email, purpose, windowBegin }, unit.now)) <= mailsPerHourMax[purpose];
}
