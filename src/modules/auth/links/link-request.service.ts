import { enqueue } from '../../../queue/enqueue.ts';
import type { AnonymousUnit } from '../../../platform/unit.ts';
import { normalizeEmail } from '../../../platform/email-address.ts';
import type { TokenPurpose } from '../auth.types.ts';
import { isMailDue } from './mail-quota.service.ts';

/**
 * Requests a link for an address. A job looks for the account and sends the link, so that the response takes equally
 * long for known and unknown addresses.
 */
export async function requestLink(unit: AnonymousUnit, address: string, purpose: TokenPurpose): Promise<void> {
  const email = normalizeEmail(address);
  if (!(await isMailDue(unit, email, purpose))) return;
  const { request_id, now } = unit;
  await enqueue(unit, 'auth.send_link', { email, purpose, request_id, requested_at: now.toISOString() });
}
