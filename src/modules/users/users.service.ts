import { problems } from '../../../generated/problems.ts';
import type { User } from '../../../generated/v2/types.ts';
import { bearerChallenge } from '../../problems/bearer-challenge.ts';
import { record } from '../../outbox/record.ts';
import { newId } from '../../platform/ids.ts';
import type { AnonymousUnit, Unit } from '../../platform/unit.ts';
import { normalizeEmail } from '../../platform/names.ts';
import * as repository from './users.repository.ts';
import type { Account, Opening, ProfileChange } from './users.types.ts';

export async function findUser(unit: AnonymousUnit, userId: string): Promise<User | undefined> {
  return repository.findUser(unit.db, userId);
}

/** The acting user. @throws AppError `unauthenticated` where they were deleted while the request was under way */
export async function requireUser(unit: Unit): Promise<User> {
  const user = await repository.findUser(unit.db, unit.actor.user_id);
  if (user === undefined) throw problems.unauthenticated({}, bearerChallenge);
  return user;
}

/** As requireUser, and holds the row until the end of the transaction. @throws AppError `unauthenticated` */
export async function lockOwnUser(unit: Unit): Promise<User> {
  const user = await repository.lockUserForChange(unit.db, unit.actor.user_id);
  if (user === undefined) throw problems.unauthenticated({}, bearerChallenge);
  return user;
}

/** The user of an address, whatever its case, and what opens the account. */
export async function findAccount(unit: AnonymousUnit, email: string): Promise<Account | undefined> {
  return accountOf(await repository.findUserByEmail(unit.db, normalizeEmail(email)));
}

export async function findAccountOf(unit: AnonymousUnit, userId: string): Promise<Account | undefined> {
  return accountOf(await repository.findUserWithPassword(unit.db, userId));
}

/** As requireUser, with what opens the account. @throws AppError `unauthenticated` */
export async function requireAccount(unit: Unit): Promise<Account> {
  const account = await findAccountOf(unit, unit.actor.user_id);
  if (account === undefined) throw problems.unauthenticated({}, bearerChallenge);
  return account;
}

/**
 * Keeps an account open, and its password as it was read, until the end of the transaction: what a log-in begins is
 * either there when a new password ends all sessions, or does not begin.
 * @returns false where the password was replaced, or the account closed, since it was read
 */
export async function lockOpenAccountForShare(unit: AnonymousUnit, { user, password_hash }: Account): Promise<boolean> {
  return repository.lockPasswordForShare(unit.db, user.id, password_hash);
}

/** False where the account's password is no longer the one that was read. */
export async function replacePassword(unit: AnonymousUnit, account: Account, passwordHash: string): Promise<boolean> {
  return repository.replacePasswordHash(unit.db, account.user.id, account.password_hash, passwordHash);
}

function accountOf(row: (User & { readonly password_hash: string | null }) | undefined): Account | undefined {
  if (row === undefined) return undefined;
  const { password_hash, ...user } = row;
  return { user, password_hash };
}

/** The address is known to be the user's, and no operator has closed the account. */
export function isOpen({ email_verified_at, deactivated_at }: User): boolean {
  return email_verified_at !== null && deactivated_at === null;
}

/** The user of that address, and whether they are made now because there was none yet. */
export async function registerUser(
  unit: AnonymousUnit,
  input: { readonly email: string; readonly name: string },
): Promise<{ readonly user: User; readonly isNew: boolean }> {
  const now = unit.now.toISOString();
  const user: User = {
    id: newId(),
    email: normalizeEmail(input.email),
    name: input.name,
    is_operator: false,
    email_verified_at: null,
    deactivated_at: null,
    home_organization_id: null,
    version: 1,
    created_at: now,
    updated_at: now,
  };
  if (!(await repository.insertUser(unit.db, user))) {
    const account = await findAccount(unit, user.email);
    if (account !== undefined) return { user: account.user, isNew: false };
    // Deleted between the two statements: the address is free again.
    return registerUser(unit, input);
  }
  await record(unit, {
    audit: 'user.register',
    event: 'user.registered',
    resource: { type: 'user', id: user.id },
    organization_id: null,
    user_id: user.id,
    after: user,
    data: user,
  });
  return { user, isNew: true };
}

/** The user, held until the end of the transaction, so that an account is opened once. */
export async function lockUser(unit: AnonymousUnit, userId: string): Promise<User | undefined> {
  return repository.lockUser(unit.db, userId);
}

/** Marks the address as verified and gives the account its name, password and home. */
export async function openAccount(unit: AnonymousUnit, user: User, opening: Opening): Promise<User> {
  const now = unit.now.toISOString();
  const after: User = {
    ...user,
    name: opening.name,
    email_verified_at: now,
    home_organization_id: opening.home_organization_id,
    version: user.version + 1,
    updated_at: now,
  };
  await repository.replaceUser(unit.db, after, opening.password_hash);
  await record(unit, {
    audit: 'user.verify',
    event: 'user.verified',
    resource: { type: 'user', id: user.id },
    organization_id: opening.home_organization_id,
    user_id: user.id,
    before: user,
    after,
    data: after,
  });
  return after;
}

/** Changes what the acting user may change of themselves. The caller holds the row, and has checked that the home is one of theirs. */
export async function updateProfile(unit: Unit, before: User, change: ProfileChange): Promise<User> {
  const after: User = {
    ...before,
    name: change.name ?? before.name,
    home_organization_id: change.home_organization_id ?? before.home_organization_id,
    version: before.version + 1,
    updated_at: unit.now.toISOString(),
  };
  await repository.replaceProfile(unit.db, after);
  await record(unit, {
    audit: 'user.update',
    resource: { type: 'user', id: after.id },
    // A move is about two organizations, and neither learns of the other.
    organization_id: after.home_organization_id === before.home_organization_id ? after.home_organization_id : null,
    before,
    after,
  });
  return after;
}
