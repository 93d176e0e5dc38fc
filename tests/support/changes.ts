import type { Change, FullChange } from '../../src/outbox/record.ts';
import type { Db } from '../../src/platform/database.ts';
import { newId } from '../../src/platform/ids.ts';
import type { AnonymousUnit } from '../../src/platform/unit.ts';

/** A unit without an actor, for tests of layers below the services. */
export function unitOn(db: Db): AnonymousUnit {
  return { db, actor: undefined, request_id: 'test', now: new Date() };
}

/** A change with an audit row and an event. */
export function projectCreated(organization_id: string = newId(), name = 'Core'): FullChange<'project.created'> {
  const project = projectNamed(name, organization_id);
  return {
    audit: 'project.create',
    event: 'project.created',
    resource: { type: 'project', id: project.id },
    organization_id,
    project_id: project.id,
    data: project,
    after: project,
  };
}

/** A change with an event only. */
export function projectDeleted(): Change<'project.deleted'> {
  const project = projectNamed('Core');
  const { id, organization_id } = project;
  return { event: 'project.deleted', resource: { type: 'project', id }, organization_id, data: project };
}

/** A project in the representation of the contract. */
export function projectNamed(name: string, organization_id: string = newId()) {
  const now = new Date().toISOString();
  return {
    id: newId(),
    organization_id,
    key: 'CORE',
    name,
    description: null,
    visibility: 'organization' as const,
    archived_at: null,
    created_by_id: null,
    version: 1,
    created_at: now,
    updated_at: now,
  };
}
