import { enqueue } from '../../jobs/enqueue.ts';
import type { AnonymousUnit } from '../../platform/unit.ts';
import { countMail } from './auth.repository.ts';
import type { TokenPurpose } from './auth.types.ts';

const HOUR_MS = 60 * 60 * 1000;
/** Or anybody could flood an address through us. */
const mailsPerHourMax: Readonly<Record<TokenPurpose, number>> = { email_verification: 5, password_reset: 3 };

/**
 * Has a link sent to an address, if it has an account that one is for. A job looks: the time that the request takes is
 * the same for every address, known or not.
 */
export async function requestLink(unit: AnonymousUnit, address: string, purpose: TokenPurpose): Promise<void> {
  const email = address.toLowerCase();
  if (!(await isMailDue(unit, email, purpose))) return;
  const { request_id, now } = unit;
  await enqueue(unit, 'auth.send_link', { email, purpose, request_id, requested_at: now.toISOString() });
}

/** Counts the mail; at most a few of a kind go to one address in an hour. */
export async function isMailDue(unit: AnonymousUnit, email: string, purpose: TokenPurpose): Promise<boolean> {
  const windowBegin = new Date(unit.now.getTime() - HOUR_MS);
  return (await countMail(unit.db, { email, purpose, windowBegin }, unit.now)) <= mailsPerHourMax[purpose];
}
