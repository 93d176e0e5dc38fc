import { enqueue } from '../../../queue/enqueue.ts';
import type { AnonymousUnit } from '../../../platform/unit.ts';
import { normalizeEmail } from '../../../platform/names.ts';
import type { TokenPurpose } from '../auth.types.ts';
import { isMailDue } from './mail-quota.service.ts';

/**
 * Has a link sent to an address, if it has an account that one is for. A job looks: the time that the request takes is
 * the same for every address, known or not.
 */
export async function requestLink(unit: AnonymousUnit, address: string, purpose: TokenPurpose): Promise<void> {
  const email = normalizeEmail(address);
  if (!(await isMailDue(unit, email, purpose))) return;
  const { request_id, now } = unit;
  await enqueue(unit, 'auth.send_link', { email, purpose, request_id, requested_at: now.toISOString() });
}
