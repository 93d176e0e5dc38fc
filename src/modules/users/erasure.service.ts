import { problems } from '../../../generated/problems.ts';
import type { User } from '../../../generated/v2/types.ts';
import { assertVersion, type VersionPrecondition } from '../../problems/precondition.ts';
import { record } from '../../outbox/record.ts';
import type { AnonymousUnit, Unit } from '../../platform/unit.ts';
import { endApiKeys } from '../api-keys/index.ts';
import { leaveOrganizations, lockOrganizationsOf } from '../organizations/index.ts';
import { endOtherSessions } from '../sessions/index.ts';
import { forgetUsage } from '../usage/index.ts';
import { deleteUserRows, lockNeverVerified, scrubEvents } from './erasure.repository.ts';
import { lockUser, lockUserForChange } from './users.repository.ts';
import { ANY_USER, DELETED_USER } from './user-tags.policy.ts';

export interface ErasureCollaborators {
  /**
   * Unassigns a former member from some of their open tasks, and returns true while there may be more. Tasks rank above
   * users, so modules.ts passes it in.
   */
  readonly unassignSome: (unit: Unit, userId: string) => Promise<boolean>;
  /** The same of their errors. */
  readonly unassignSomeErrors: (unit: Unit, userId: string) => Promise<boolean>;
  /** Removes the user, and what may name them, from reported events about them. */
  readonly forgetReportedEvents: (unit: Unit, userId: string) => Promise<void>;
  /** Removes the user from what programs have reported. */
  readonly forgetPerson: (unit: Unit, user: Pick<User, 'id' | 'email'>) => Promise<void>;
}

/**
 * Returns false if there is no such user.
 * @throws AppError `last_owner` (409), `precondition_failed` (412)
 */
export type EraseUser = (unit: Unit, userId: string, precondition: VersionPrecondition) => Promise<boolean>;

/**
 * Deletes an account, for its owner or an operator. Personal data is deleted: name, address, credentials, known
 * addresses, and organizations without another member. The user's work stays, attributed to a "deleted user".
 */
export function createUserErasure(collaborators: ErasureCollaborators): EraseUser {
  const { unassignSome, unassignSomeErrors, forgetReportedEvents, forgetPerson } = collaborators;
  return async (unit, userId, precondition) => {
    // Before the user is locked: a change of members locks the organization first, and the other order would deadlock.
    await lockOrganizationsOf(unit, userId);
    const user = await lockUserForChange(unit.db, userId);
    if (user === undefined) return false;
    assertVersion(user, precondition);
    await endOtherSessions(unit, userId, null);
    await endApiKeys(unit, userId);
    for (const organization_id of await leaveOrganizations(unit, userId)) {
      const there = { ...unit, actor: { ...unit.actor, organization_id } };
      while (await unassignSome(there, userId));
      while (await unassignSomeErrors(there, userId));
    }
    await forgetReportedEvents(unit, userId);
    await forgetPerson(unit, user);
    // Read again, because leaving organizations has changed the row.
    await anonymise(unit, (await lockUser(unit.db, userId)) ?? user, user);
    return true;
  };
}

export type DeleteUser = (unit: Unit, userId: string, precondition: VersionPrecondition) => Promise<void>;

/**
 * For operators.
 * @throws AppError `not_found` (404), `last_owner` (409), `precondition_failed` (412)
 */
export function createUserDeletion(eraseUser: EraseUser): DeleteUser {
  return async (unit, userId, precondition) => {
    if (!(await eraseUser(unit, userId, precondition))) throw problems.not_found();
  };
}

/** Deletes an account that was never opened, unless it has been opened meanwhile. */
export async function eraseNeverVerified(unit: AnonymousUnit, userId: string, before: Date): Promise<void> {
  const user = await lockNeverVerified(unit.db, userId, before);
  if (user !== undefined) await anonymise(unit, user, user);
}

/** The last step. The user has no credentials and organizations any more, and their row is locked. */
async function anonymise(unit: AnonymousUnit, locked: User, before: User): Promise<void> {
  const tombstone = anonymised(unit, locked);
  await scrubEvents(unit.db, tombstone, locked.email);
  await forgetUsage(unit, locked.id);
  await deleteUserRows(unit.db, locked.id, locked.email);
  await record(unit, {
    audit: 'user.delete',
    event: 'user.deleted',
    resource: { type: 'user', id: locked.id },
    // The home organization may have been deleted with the account.
    organization_id: null,
    touches: [ANY_USER, DELETED_USER],
    is_system: true,
    before,
    data: tombstone,
  });
}

/** The fields of a deleted user that may still be shown. */
function anonymised(unit: AnonymousUnit, user: User): User {
  return {
    ...user,
    name: 'deleted user',
    email: 'deleted-user@architect.invalid',
    is_operator: false,
    email_verified_at: null,
    home_organization_id: null,
    version: user.version + 1,
    updated_at: unit.now.toISOString(),
  };
}
