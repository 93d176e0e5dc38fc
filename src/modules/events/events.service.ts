import { problems } from '../../../generated/problems.ts';
import type { Event } from '../../../generated/v2/types.ts';
import { record } from '../../outbox/record.ts';
import { readBoundedSnapshot } from '../../platform/bounded-read.ts';
import { inParts } from '../../platform/snapshot.ts';
import type { PageRequest, Slice } from '../../platform/cursor.ts';
import type { Unit } from '../../platform/unit.ts';
import { accessTo, assertProjectRole, assertWritable, isLeadEverywhere, visibleProjects } from '../projects/index.ts';
import * as repository from './events.repository.ts';
import type { EventFilters, EventRow } from './events.types.ts';
import { countEvents } from './figures/figures.service.ts';
import { listVisibleIds } from './visibility.service.ts';

export async function listEvents(unit: Unit, filters: EventFilters, page: PageRequest): Promise<Slice<Event>> {
  return repository.listEventRows(unit.db, scopeOf(unit, filters), page);
}

/** By offset, as v1 lists them. The total comes from the counts: an organization can have millions of events. */
export async function listEventsByOffset(
  unit: Unit,
  filters: Pick<EventFilters, 'project_id' | 'type'>,
  range: { readonly limit: number; readonly offset: number },
): Promise<{ readonly rows: Event[]; readonly total: number }> {
  const rows = await repository.listEventRowsByOffset(unit.db, scopeOf(unit, filters), range);
  return { rows, total: await countEvents(unit, filters) };
}

/** Yields the events of listEvents in the order of recording. Reading starts with the first one that is requested. */
export async function exportEvents(unit: Unit, filters: EventFilters): Promise<AsyncIterable<Event>> {
  const project_ids = await listVisibleIds(unit);
  const scope = { organization_id: unit.actor.organization_id, project_ids, filters };
  return readBoundedSnapshot(unit, (db) => inParts(db, scope, repository.nextEvents));
}

export async function getEvent(unit: Unit, eventId: string): Promise<Event> {
  return eventFor(unit, await repository.findEvent(unit.db, unit.actor, eventId)).event;
}

export async function deleteEvent(unit: Unit, eventId: string): Promise<void> {
  const { event, assertMayDelete } = eventFor(unit, await repository.lockEvent(unit.db, unit.actor, eventId));
  assertMayDelete();
  await repository.deleteEventRow(unit.db, event);
  // The audit log cannot be changed, so it must not hold what an event says about people.
  const {
    data: _data,
    data_base64: _base64,
    extensions: _extensions,
    subject: _subject,
    user_id: _user,
    ...before
  } = event;
  const { id, project_id } = event;
  await record(unit, {
    audit: 'event.delete',
    resource: { type: 'event', id },
    project_id: project_id ?? undefined,
    before,
  });
}

function scopeOf({ db, actor }: Unit, filters: EventFilters): repository.EventScope {
  const projects = visibleProjects(db, actor).select('projects.id');
  return { organization_id: actor.organization_id, projects, filters };
}

/** @throws AppError `not_found` */
function eventFor({ actor }: Unit, row: EventRow | undefined) {
  if (row === undefined) throw problems.not_found();
  const { has_project, ...rest } = row;
  if (rest.project_id === null) {
    const { project_archived_at: _at, project_visibility: _visibility, member_role: _role, ...event } = rest;
    const assertMayDelete = (): void => {
      if (!isLeadEverywhere(actor)) throw problems.forbidden({ role: 'admin' });
    };
    return { event, assertMayDelete };
  }
  const { resource: event, role, archived_at } = accessTo(actor, has_project ? rest : undefined);
  const assertMayDelete = (): void => {
    assertProjectRole(role, 'lead');
    assertWritable({ archived_at });
  };
  return { event, assertMayDelete };
}
