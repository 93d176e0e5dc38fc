import { randomBytes } from 'node:crypto';
import { problems } from '../../../generated/problems.ts';
import type { Organization, OrganizationCreate, OrganizationUpdate } from '../../../generated/v2/types.ts';
import { assertVersion, type VersionPrecondition } from '../../problems/precondition.ts';
import { record } from '../../outbox/record.ts';
import type { PageRequest, Slice } from '../../platform/cursor.ts';
import { constraintOf } from '../../platform/database-errors.ts';
import { resourceIdOf, type AnonymousUnit, type Unit } from '../../platform/unit.ts';
import { assertOrganizationRole } from './members/members.policy.ts';
import { insertMember, recordMember } from './members/members.service.ts';
import { slugOf } from './organizations.policy.ts';
import * as repository from './organizations.repository.ts';
import type { Founding } from './organizations.types.ts';

/** An API key belongs to one organization and sees no other. */
export async function listOrganizations(unit: Unit, page: PageRequest): Promise<Slice<Organization>> {
  const { user_id, credential_type, organization_id } = unit.actor;
  const only = credential_type === 'api_key' ? organization_id : undefined;
  return repository.listOrganizationRows(unit.db, user_id, only, page);
}

/** The organization that the request acts in. */
export async function getOrganization(unit: Unit): Promise<Organization> {
  const organization = await repository.findOrganization(unit.db, unit.actor.organization_id);
  if (organization === undefined) throw problems.not_found();
  return organization;
}

export async function createOrganization(unit: Unit, input: OrganizationCreate): Promise<Organization> {
  if (unit.actor.credential_type === 'api_key') throw problems.session_required();
  return foundOrganization(unit, { ...input, owner_id: unit.actor.user_id });
}

/**
 * Creates an organization and its owner.
 * @throws AppError `organization_slug_taken` (409) if a slug was requested
 */
export async function foundOrganization(unit: AnonymousUnit, founding: Founding): Promise<Organization> {
  const { name, slug, owner_id } = founding;
  const organization = slug === undefined ? await insertUnderFreeSlug(unit, name) : await insert(unit, name, slug);
  if (organization === undefined) throw problems.organization_slug_taken({ slug: slug ?? slugOf(name) });
  const { id } = organization;
  // The owner is inserted before the event is recorded, so that subscribers find a member in the organization.
  const owner = { organization_id: id, user_id: owner_id, role: 'owner' } as const;
  await insertMember(unit, owner);
  await record(unit, {
    audit: 'organization.create',
    event: 'organization.created',
    resource: { type: 'organization', id },
    organization_id: id,
    user_id: owner_id,
    after: organization,
    data: organization,
  });
  await recordMember(unit, owner);
  return organization;
}

export async function updateOrganization(
  unit: Unit,
  change: OrganizationUpdate,
  precondition: VersionPrecondition,
): Promise<Organization> {
  const before = await lockOwn(unit);
  assertOrganizationRole(unit.actor.role, 'admin');
  assertVersion(before, precondition);
  const { name = before.name, slug = before.slug } = change;
  const after = { ...before, name, slug, version: before.version + 1, updated_at: unit.now.toISOString() };
  try {
    if (!(await repository.replaceOrganization(unit.db, after))) throw problems.precondition_failed();
  } catch (error) {
    if (constraintOf(error)?.name === 'organizations_slug_key')
      throw problems.organization_slug_taken({ slug }, { cause: error });
    throw error;
  }
  await record(unit, {
    audit: 'organization.update',
    event: 'organization.updated',
    resource: { type: 'organization', id: after.id },
    before,
    after,
    data: after,
  });
  return after;
}

/** Locks the actor's organization until the end of the transaction. */
export async function lockOwn(unit: Unit): Promise<Organization> {
  const organization = await repository.lockOrganization(unit.db, unit.actor.organization_id);
  if (organization === undefined) throw problems.not_found();
  return organization;
}

const SLUG_ATTEMPTS_MAX = 5;

/** Inserts the organization with the slug of its name, or if that is taken with random digits after it. */
async function insertUnderFreeSlug(unit: AnonymousUnit, name: string): Promise<Organization | undefined> {
  const stem = slugOf(name);
  let organization = await insert(unit, name, stem);
  for (let attempt = 1; organization === undefined && attempt < SLUG_ATTEMPTS_MAX; attempt++) {
    organization = await insert(unit, name, `${stem}-${randomBytes(1 + attempt).toString('hex')}`);
  }
  return organization;
}

async function insert(unit: AnonymousUnit, name: string, slug: string): Promise<Organization | undefined> {
  const now = unit.now.toISOString();
  const organization: Organization = {
    id: resourceIdOf(unit),
    name,
    slug,
    version: 1,
    created_at: now,
    updated_at: now,
  };
  return (await repository.insertOrganization(unit.db, organization)) ? organization : undefined;
}
