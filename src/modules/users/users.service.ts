import { problems } from '../../../generated/problems.ts';
import type { User } from '../../../generated/v2/types.ts';
import { bearerChallenge } from '../../problems/bearer-challenge.ts';
import { record } from '../../outbox/record.ts';
import { resourceIdOf, type AnonymousUnit, type Unit } from '../../platform/unit.ts';
import { normalizeEmail } from '../../platform/email-address.ts';
import * as repository from './users.repository.ts';
import type { Account, Opening, ProfileChange } from './users.types.ts';
import { ANY_USER } from './user-tags.policy.ts';

export async function findUser(unit: AnonymousUnit, userId: string): Promise<User | undefined> {
  return repository.findUser(unit.db, userId);
}

/**
 * Returns the acting user.
 * @throws AppError `unauthenticated` if they were deleted during the request
 */
export async function requireUser(unit: Unit): Promise<User> {
  const user = await repository.findUser(unit.db, unit.actor.user_id);
  if (user === undefined) throw problems.unauthenticated({}, bearerChallenge);
  return user;
}

/**
 * As requireUser, and locks the row until the end of the transaction.
 * @throws AppError `unauthenticated`
 */
export async function lockOwnUser(unit: Unit): Promise<User> {
  const user = await repository.lockUserForChange(unit.db, unit.actor.user_id);
  if (user === undefined) throw problems.unauthenticated({}, bearerChallenge);
  return user;
}

/** Returns the user of an address, whatever its case, with the password hash. */
export async function findAccount(unit: AnonymousUnit, email: string): Promise<Account | undefined> {
  return accountOf(await repository.findUserByEmail(unit.db, normalizeEmail(email)));
}

export async function findAccountOf(unit: AnonymousUnit, userId: string): Promise<Account | undefined> {
  return accountOf(await repository.findUserWithPassword(unit.db, userId));
}

/**
 * As requireUser, with the password hash.
 * @throws AppError `unauthenticated`
 */
export async function requireAccount(unit: Unit): Promise<Account> {
  const account = await findAccountOf(unit, unit.actor.user_id);
  if (account === undefined) throw problems.unauthenticated({}, bearerChallenge);
  return account;
}

/**
 * Keeps an account open and its password unchanged until the end of the transaction. A log-in therefore commits its
 * session before a new password ends all sessions, or it fails.
 * @returns false if the password was replaced or the account closed since it was read
 */
export async function lockOpenAccountForShare(unit: AnonymousUnit, { user, password_hash }: Account): Promise<boolean> {
  return repository.lockPasswordForShare(unit.db, user.id, password_hash);
}

/** Returns false if the account's password has been replaced since it was read. */
export async function replacePassword(unit: AnonymousUnit, account: Account, passwordHash: string): Promise<boolean> {
  return repository.replacePasswordHash(unit.db, account.user.id, account.password_hash, passwordHash);
}

function accountOf(row: (User & { readonly password_hash: string | null }) | undefined): Account | undefined {
  if (row === undefined) return undefined;
  const { password_hash, ...user } = row;
  return { user, password_hash };
}

/** Returns whether the address is verified and no operator has deactivated the account. */
export function isOpen({ email_verified_at, deactivated_at }: User): boolean {
  return email_verified_at !== null && deactivated_at === null;
}

/** Returns the user of that address, and whether they were created now because there was none. */
export async function registerUser(
  unit: AnonymousUnit,
  input: { readonly email: string; readonly name: string },
): Promise<{ readonly user: User; readonly isNew: boolean }> {
  const now = unit.now.toISOString();
  const user: User = {
    id: resourceIdOf(unit),
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
    // Deleted between the two statements, so the address is free again.
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

/** Locks the user until the end of the transaction, so that an account is opened once. */
export async function lockUser(unit: AnonymousUnit, userId: string): Promise<User | undefined> {
  return repository.lockUser(unit.db, userId);
}

/** Marks the address as verified and sets the account's name, password and home organization. */
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
    touches: [ANY_USER],
    before: user,
    after,
    data: after,
  });
  return after;
}

/**
 * Changes the acting user's profile. The caller has locked the row, and checked that the user is a member of the home
 * organization.
 */
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
    // A move concerns two organizations, and neither may learn of the other.
    organization_id: after.home_organization_id === before.home_organization_id ? after.home_organization_id : null,
    touches: [ANY_USER],
    before,
    after,
  });
  return after;
}
