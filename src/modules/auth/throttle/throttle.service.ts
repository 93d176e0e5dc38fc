import { createHash } from 'node:crypto';
import { problems } from '../../../../generated/problems.ts';
import { sourceOf } from '../../../platform/source-address.ts';
import type { AnonymousUnit } from '../../../platform/unit.ts';
import { normalizeEmail } from '../../../platform/names.ts';
import * as repository from './throttle.repository.ts';
import { afterAttempt, waitOf, type ThrottleKind } from './throttle.policy.ts';

/** Whom an attempt to guess is charged to. */
export interface Subject {
  readonly kind: ThrottleKind;
  readonly name: string;
}

/** The account of an address, whether or not there is one. */
export function accountSubject(email: string): Subject {
  return { kind: 'account', name: `account ${createHash('sha256').update(normalizeEmail(email)).digest('base64url')}` };
}

/** The account as it is tried from one address: its owner's, where strangers' attempts elsewhere do not count. */
export function ownSubject(email: string, address: string): Subject {
  return { kind: 'account', name: `own-${accountSubject(email).name} ${sourceOf(address)}` };
}

/** The current password of a user, guessed at by somebody who has their session: strangers have no part in it. */
export function changeSubject(userId: string): Subject {
  return { kind: 'account', name: `change ${userId}` };
}

export function addressSubject(address: string): Subject {
  return { kind: 'address', name: `address ${sourceOf(address)}` };
}

/**
 * The second factor of a user, guessed at by somebody who has the password.
 * @param ownAddress where its owner is known, so that attempts elsewhere do not count
 */
export function codeSubject(userId: string, ownAddress?: string): Subject {
  return { kind: 'code', name: `code ${userId}${ownAddress === undefined ? '' : ` ${sourceOf(ownAddress)}`}` };
}

/**
 * Counts an attempt before it is made, in a transaction of its own. Subjects come always in the same order, so that
 * attempts wait for each other and never in a circle.
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

/** The owner has come in: the account starts afresh. Others may still be guessing from the same address. */
export async function takeBackCharge(unit: AnonymousUnit, subjects: readonly Subject[]): Promise<void> {
  for (const { kind, name } of subjects) {
    if (kind === 'address') await repository.refundThrottle(unit.db, name);
    else await repository.forgetThrottle(unit.db, name);
  }
}
