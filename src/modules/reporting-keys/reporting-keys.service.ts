import { randomBytes } from 'node:crypto';
import { problems } from '../../../generated/problems.ts';
import type { ReportingKey, ReportingKeyCreate, ReportingKeyUpdate } from '../../../generated/v2/types.ts';
import { assertVersion, type VersionPrecondition } from '../../problems/precondition.ts';
import { record } from '../../outbox/record.ts';
import type { PageRequest, Slice } from '../../platform/cursor.ts';
import { constraintOf } from '../../platform/database-errors.ts';
import { trimName } from '../../platform/names.ts';
import { resourceIdOf, type Unit } from '../../platform/unit.ts';
import { accessTo, assertProjectRole, assertWritable, requireProject } from '../projects/index.ts';
import { dsnOf } from './reporting-keys.policy.ts';
import * as repository from './reporting-keys.repository.ts';
import type { FixedKey, StoredKey } from './reporting-keys.types.ts';

/** The address of the server is in every DSN. */
interface Address {
  readonly publicUrl: string;
}

/** Returns the key as responses and the audit log show it. */
export function toReportingKey({ publicUrl }: Address, key: StoredKey): ReportingKey {
  return { ...key, dsn: dsnOf(publicUrl, key) };
}

export async function listReportingKeys(unit: Unit, projectId: string, page: PageRequest): Promise<Slice<StoredKey>> {
  const { project, role } = await requireProject(unit, projectId);
  assertProjectRole(role, 'contributor');
  const { organization_id, id: project_id } = project;
  return repository.listReportingKeyRows(unit.db, { organization_id, project_id }, page);
}

export async function getReportingKey(unit: Unit, keyId: string): Promise<StoredKey> {
  const row = await repository.findReportingKey(unit.db, unit.actor, keyId);
  const { resource, role } = accessTo(unit.actor, row);
  assertProjectRole(role, 'contributor');
  return resource;
}

/** @param fixed the number and the public key of the demo; new ones if absent */
export async function createReportingKey(
  unit: Unit,
  { project_id, ...address }: Address & { readonly project_id: string },
  input: ReportingKeyCreate,
  fixed?: FixedKey,
): Promise<ReportingKey> {
  const { project, role } = await requireProject(unit, project_id);
  assertProjectRole(role, 'lead');
  assertWritable(project);
  const now = unit.now.toISOString();
  const facts = {
    id: resourceIdOf(unit),
    organization_id: project.organization_id,
    project_id: project.id,
    name: trimName(input.name),
    public_key: fixed?.public_key ?? randomBytes(16).toString('hex'),
    is_active: true,
    reports_per_minute: input.reports_per_minute ?? null,
    version: 1,
    created_at: now,
    updated_at: now,
  };
  const key = toReportingKey(address, await insert(unit, facts, fixed));
  await record(unit, {
    audit: 'reporting_key.create',
    resource: { type: 'reporting_key', id: key.id },
    project_id: key.project_id,
    after: key,
  });
  return key;
}

/** If the project is deleted between the read and the write, the response is 404, as it would be a moment later. */
async function insert(
  { db }: Unit,
  facts: Omit<StoredKey, 'project_number'>,
  fixed: FixedKey | undefined,
): Promise<StoredKey> {
  const project = { organization_id: facts.organization_id, id: facts.project_id };
  try {
    const project_number =
      fixed === undefined
        ? await repository.numberProject(db, project)
        : await repository.fixProjectNumber(db, project, fixed.project_number);
    const key = { ...facts, project_number };
    await repository.insertReportingKey(db, key);
    return key;
  } catch (error) {
    if (constraintOf(error)?.kind === 'foreign_key') throw problems.not_found({}, { cause: error });
    throw error;
  }
}

export async function updateReportingKey(
  unit: Unit,
  { id, ...address }: Address & { readonly id: string },
  change: ReportingKeyUpdate,
  precondition: VersionPrecondition,
): Promise<ReportingKey> {
  const before = await lockForWriting(unit, id, precondition);
  const after: StoredKey = {
    ...before,
    name: change.name === undefined ? before.name : trimName(change.name),
    is_active: change.is_active ?? before.is_active,
    reports_per_minute: change.reports_per_minute === undefined ? before.reports_per_minute : change.reports_per_minute,
    version: before.version + 1,
    updated_at: unit.now.toISOString(),
  };
  if (!(await repository.replaceReportingKey(unit.db, after))) throw problems.precondition_failed();
  const shown = toReportingKey(address, after);
  await record(unit, {
    audit: 'reporting_key.update',
    resource: { type: 'reporting_key', id: after.id },
    project_id: after.project_id,
    before: toReportingKey(address, before),
    after: shown,
  });
  return shown;
}

export async function deleteReportingKey(
  unit: Unit,
  { id, ...address }: Address & { readonly id: string },
  precondition: VersionPrecondition,
): Promise<void> {
  const key = await lockForWriting(unit, id, precondition);
  await repository.deleteReportingKeyRow(unit.db, key);
  await record(unit, {
    audit: 'reporting_key.delete',
    resource: { type: 'reporting_key', id: key.id },
    project_id: key.project_id,
    before: toReportingKey(address, key),
  });
}

async function lockForWriting(unit: Unit, keyId: string, precondition: VersionPrecondition): Promise<StoredKey> {
  const row = await repository.lockReportingKey(unit.db, unit.actor, keyId);
  const { resource: key, role, archived_at } = accessTo(unit.actor, row);
  assertProjectRole(role, 'lead');
  assertVersion(key, precondition);
  assertWritable({ archived_at });
  return key;
}
