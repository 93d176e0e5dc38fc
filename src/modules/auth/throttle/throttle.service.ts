import { createHash } from 'node:crypto';
import { problems } from '../../../../generated/problems.ts';
import { sourceOf } from '../../../platform/source-address.ts';
import type { AnonymousUnit } from '../../../platform/unit.ts';
import { normalizeEmail } from '../../../platform/email-address.ts';
import * as repository from './throttle.repository.ts';
import { afterAttempt, waitOf, type ThrottleKind } from './throttle.policy.ts';

/** Whom a guess is charged to. */
export interface Subject {
  readonly kind: ThrottleKind;
  readonly name: string;
}

/** The account of an address, whether or not it exists. */
export function accountSubject(email: string): Subject {
  return { kind: 'account', name: `account ${createHash('sha256').update(normalizeEmail(email)).digest('base64url')}` };
}

/** The account as tried from one address. Attempts from other addresses do not count against it. */
export function ownSubject(email: string, address: string): Subject {
  return { kind: 'account', name: `own-${accountSubject(email).name} ${sourceOf(address)}` };
}

/**
 * The current password of a user, tried by somebody who has their session. Attempts without a session do not count
 * against it.
 */
export function changeSubject(userId: string): Subject {
  return { kind: 'account', name: `change ${userId}` };
}

export function addressSubject(address: string): Subject {
  return { kind: 'address', name: `address ${sourceOf(address)}` };
}

/**
 * The second factor of a user, tried by somebody who has the password.
 * @param ownAddress an address known as the user's; attempts from other addresses do not count
 */
export function codeSubject(userId: string, ownAddress?: string): Subject {
  return { kind: 'code', name: `code ${userId}${ownAddress === undefined ? '' : ` ${sourceOf(ownAddress)}`}` };
}

/**
 * Counts an attempt before it is made, in a transaction of its own. Subjects are locked in one order, so that
 * concurrent attempts cannot deadlock.
 * @throws AppError `rate_limited` (429) while one of the subjects has to wait
 */
export async function chargeAttempt(unit: AnonymousUnit, subjects: readonly Subject[]): Promise<void> {
  await unit.db.transaction(async (db) => {
    for (const { kind, name } of subjects) {
      const throttle = await repository.lockThrottle(db, name);
      const wait = waitOf(throttle, unit.now);
      if (wait > 0) {
        const headers = { 'retry-after': String(wait) };
        throw problems.rate_limited({ class: 'auth', retry_after: wait }, { headers });
      }
      await repository.saveThrottle(db, name, afterAttempt(throttle, kind, unit.now));
    }
  });
}

/**
 * Resets the account's throttle after the owner has logged in, and refunds the charge of the address, from which others
 * may still be guessing.
 */
export async function refundCharges(unit: AnonymousUnit, subjects: readonly Subject[]): Promise<void> {
  for (const { kind, name } of subjects) {
    if (kind === 'address') await repository.refundThrottle(unit.db, name);
    else await repository.forgetThrottle(unit.db, name);
  }
}
