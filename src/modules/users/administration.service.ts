import { problems } from '../../../generated/problems.ts';
import type { User, UserUpdate } from '../../../generated/v2/types.ts';
import { assertVersion, type VersionPrecondition } from '../../problems/precondition.ts';
import { record } from '../../outbox/record.ts';
import type { PageRequest, Slice } from '../../platform/cursor.ts';
import { constraintOf } from '../../platform/database-errors.ts';
import type { AnonymousUnit, Unit } from '../../platform/unit.ts';
import { normalizeEmail } from '../../platform/email-address.ts';
import { endApiKeys } from '../api-keys/index.ts';
import { assertOwnersRemain, lockOrganizationsOf, setInstallationMember } from '../organizations/index.ts';
import { endOtherSessions } from '../sessions/index.ts';
import * as repository from './users.repository.ts';
import type { UserFilters } from './users.types.ts';
import { ANY_USER } from './user-tags.policy.ts';

// Operators manage the accounts of the whole installation, so nothing here filters by organization.

export async function listUsers(unit: Unit, filters: UserFilters, page: PageRequest): Promise<Slice<User>> {
  return repository.listUserRows(unit.db, stored(filters), page);
}

export async function listUsersByOffset(
  unit: Unit,
  filters: UserFilters,
  range: { readonly limit: number; readonly offset: number },
): Promise<{ readonly rows: User[]; readonly total: number }> {
  return repository.listUserRowsByOffset(unit.db, stored(filters), range);
}

/** Returns the filters with the address normalised as it is stored. */
function stored(filters: UserFilters): UserFilters {
  return filters.email === undefined ? filters : { ...filters, email: normalizeEmail(filters.email) };
}

export async function getUser(unit: Unit, userId: string): Promise<User> {
  const user = await repository.findUser(unit.db, userId);
  if (user === undefined) throw problems.not_found();
  return user;
}

/** @throws AppError `not_found` (404), `email_taken`, `last_owner`, `user_not_verified` (409), `precondition_failed` (412) */
export async function updateUser(
  unit: Unit,
  userId: string,
  change: UserUpdate,
  precondition: VersionPrecondition,
): Promise<User> {
  if (change.deactivated === true) await lockOrganizationsOf(unit, userId);
  const before = await repository.lockUser(unit.db, userId);
  if (before === undefined) throw problems.not_found();
  assertVersion(before, precondition);
  const after = applyChange(unit, before, change);
  if (!before.is_operator && after.is_operator) assertVerified(before);
  if (before.deactivated_at === null && after.deactivated_at !== null) await assertOwnersRemain(unit, userId);
  await replace(unit, after);
  if (before.is_operator !== after.is_operator) await setInstallationMember(unit, userId, after.is_operator);
  // Links that were sent to the old address must not open the account of the new one.
  if (after.email !== before.email) await repository.endLinks(unit.db, userId);
  if (before.deactivated_at !== null || after.deactivated_at === null) {
    await record(unit, { audit: 'user.update', ...placeOf(after), before, after });
    return after;
  }
  await endOtherSessions(unit, userId, null);
  await endApiKeys(unit, userId);
  const event = { event: 'user.deactivated', data: after } as const;
  await record(unit, { audit: 'user.update', ...event, ...placeOf(after), before, after });
  return after;
}

/**
 * Grants or revokes operator rights for the user of an address. The command line uses it to appoint the first operator.
 * @returns false if nobody has the address
 * @throws AppError `user_not_verified` (409)
 */
export async function setOperator(unit: AnonymousUnit, email: string, isOperator: boolean): Promise<boolean> {
  const account = await repository.findUserByEmail(unit.db, normalizeEmail(email));
  const before = account && (await repository.lockUser(unit.db, account.id));
  if (before === undefined) return false;
  if (before.is_operator === isOperator) return true;
  if (isOperator) assertVerified(before);
  const version = before.version + 1;
  const after = { ...before, is_operator: isOperator, version, updated_at: unit.now.toISOString() };
  await repository.replaceAdministered(unit.db, after);
  await setInstallationMember(unit, before.id, isOperator);
  await record(unit, { audit: 'user.update', is_system: true, ...placeOf(after), before, after });
  return true;
}

/**
 * Guards against a mistyped address: its owner must not get control of the installation.
 * @throws AppError `user_not_verified` (409)
 */
function assertVerified({ email, email_verified_at }: User): void {
  if (email_verified_at === null) throw problems.user_not_verified({ email });
}

function applyChange(unit: Unit, before: User, change: UserUpdate): User {
  const now = unit.now.toISOString();
  const deactivatedAt = change.deactivated === true ? (before.deactivated_at ?? now) : null;
  return {
    ...before,
    email: change.email === undefined ? before.email : normalizeEmail(change.email),
    name: change.name ?? before.name,
    is_operator: change.is_operator ?? before.is_operator,
    deactivated_at: change.deactivated === undefined ? before.deactivated_at : deactivatedAt,
    version: before.version + 1,
    updated_at: now,
  };
}

async function replace(unit: Unit, after: User): Promise<void> {
  try {
    await repository.replaceAdministered(unit.db, after);
  } catch (error) {
    if (constraintOf(error)?.name === 'users_email_key')
      throw problems.email_taken({ email: after.email }, { cause: error });
    throw error;
  }
}

/**
 * Audit rows go to the chain of the user's home organization, whose administrators may see changes of their members'
 * accounts.
 */
function placeOf(user: User) {
  const resource = { type: 'user', id: user.id };
  return { resource, organization_id: user.home_organization_id, touches: [ANY_USER] };
}
