import type { Knex } from 'knex';
import type { Event } from '../../../generated/v2/types.ts';
import { fetchSlice, type PageRequest, type Slice, type SortKey } from '../../platform/cursor.ts';
import type { Db, Statement } from '../../platform/database.ts';
import type { Part } from '../../platform/snapshot.ts';
import type { Actor } from '../../platform/unit.ts';
import { eventColumns, type EventFilters, type EventRow } from './events.types.ts';

const findStatement: Statement = {
  name: 'reported_events.find',
  text: `SELECT e.id, e.organization_id, e.project_id, e.user_id, e.external_id, e.source, e.type, e.subject, e.time,
                e.datacontenttype, e.dataschema, e.data, e.data_base64, e.extensions, e.recorded_at,
                p.id IS NOT NULL AS has_project, p.archived_at AS project_archived_at,
                p.visibility AS project_visibility, m.role AS member_role
           FROM reported_events e
           LEFT JOIN projects p ON p.organization_id = e.organization_id AND p.id = e.project_id
           LEFT JOIN project_members m ON m.project_id = e.project_id AND m.user_id = $3
          WHERE e.organization_id = $1 AND e.id = $2`,
};

const lockStatement: Statement = {
  name: 'reported_events.lock',
  text: `SELECT e.id, e.organization_id, e.project_id, e.user_id, e.external_id, e.source, e.type, e.subject, e.time,
                e.datacontenttype, e.dataschema, e.data, e.data_base64, e.extensions, e.recorded_at,
                p.id IS NOT NULL AS has_project, p.archived_at AS project_archived_at,
                p.visibility AS project_visibility, m.role AS member_role
           FROM reported_events e
           LEFT JOIN projects p ON p.organization_id = e.organization_id AND p.id = e.project_id
           LEFT JOIN project_members m ON m.project_id = e.project_id AND m.user_id = $3
          WHERE e.organization_id = $1 AND e.id = $2
            FOR UPDATE OF e`,
};

const deleteStatement: Statement = {
  name: 'reported_events.delete',
  text: `
    WITH gone AS (
      DELETE FROM reported_events WHERE organization_id = $1 AND id = $2 AND recorded_at = $3
      RETURNING organization_id, project_id, type, source, time, recorded_at
    ), counted AS (
      INSERT INTO event_counts (organization_id, project_id, type, source, bucket, recorded_month, count, is_delta)
      SELECT organization_id, project_id, type, source, date_bin('15 minutes', time, '2000-01-01 00:00:00+00'),
             date_trunc('month', recorded_at AT TIME ZONE 'UTC')::date, -1, true
        FROM gone
    )
    SELECT 1 FROM gone`,
};

/** Which events are meant: those of the organization that belong to no project, or to one of the projects. */
export interface EventScope {
  readonly organization_id: string;
  /** Selects the ids of the projects that the caller sees. */
  readonly projects: Knex.QueryBuilder;
  readonly filters: EventFilters;
}

export async function findEvent(db: Db, actor: Actor, eventId: string): Promise<EventRow | undefined> {
  const [row] = await db.query<EventRow>(findStatement, [actor.organization_id, eventId, actor.user_id]);
  return row;
}

/** As findEvent, and locks the row until the end of the transaction. */
export async function lockEvent(db: Db, actor: Actor, eventId: string): Promise<EventRow | undefined> {
  const [row] = await db.query<EventRow>(lockStatement, [actor.organization_id, eventId, actor.user_id]);
  return row;
}

export async function deleteEventRow(db: Db, { organization_id, id, recorded_at }: Event): Promise<void> {
  await db.query(deleteStatement, [organization_id, id, recorded_at]);
}

const sortKeys = {
  time: { column: 'time', type: 'timestamptz', valueOf: (row) => row.time },
  recorded_at: { column: 'recorded_at', type: 'timestamptz', valueOf: (row) => row.recorded_at },
} satisfies Record<string, SortKey<Event>>;

export async function listEventRows(db: Db, scope: EventScope, page: PageRequest): Promise<Slice<Event>> {
  const isByType = page.sort === 'time' && !page.include_total && (scope.filters.type?.length ?? 0) > 1;
  const query = isByType ? firstOfEachType(db, scope, page) : eventsIn(db, scope);
  return fetchSlice<Event>(query.select(eventColumns), page, sortKeys[page.sort as keyof typeof sortKeys]);
}

/**
 * Selects, of each type, as many events as the page needs. In the order of time, which several types do not share in the
 * index, a month that has none of them would be read to its end.
 */
function firstOfEachType(db: Db, { filters, ...scope }: EventScope, page: PageRequest): Knex.QueryBuilder {
  const { type, ...others } = filters;
  const direction = page.descending ? 'desc' : 'asc';
  const part = eventsIn(db, { ...scope, filters: others })
    .select(eventColumns)
    .whereRaw('type = wanted.wanted_type');
  if (page.after !== undefined) {
    const isAfter = page.descending
      ? '(time, id) < (?::timestamptz, ?::uuid)'
      : '(time, id) > (?::timestamptz, ?::uuid)';
    void part.whereRaw(isAfter, [page.after.value, page.after.id]);
  }
  void part
    .orderBy([
      { column: 'time', order: direction },
      { column: 'id', order: direction },
    ])
    .limit(page.limit + 1);
  const types = [...new Set(type)];
  return db.knex.from(
    db.knex.raw('unnest(?::text[]) AS wanted (wanted_type) CROSS JOIN LATERAL ? AS found', [types, part]),
  );
}

/** By offset, as v1 pages: those that happened last first. */
export async function listEventRowsByOffset(
  db: Db,
  scope: EventScope,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<Event[]> {
  const order = ['time', 'id'].map((column) => ({ column, order: 'desc' }));
  return eventsIn(db, scope).select<Event[]>(eventColumns).orderBy(order).limit(limit).offset(offset);
}

interface ExportScope extends Pick<EventScope, 'organization_id' | 'filters'> {
  /** The projects that the caller sees. */
  readonly project_ids: readonly string[];
}

/** Returns the next batch of events, those recorded first first. */
export async function nextEvents(
  db: Db,
  { project_ids, ...scope }: ExportScope,
  { last, limit }: Part<Event>,
): Promise<Event[]> {
  const projects = db.knex('projects').select('id').whereIn('id', project_ids);
  const query = eventsIn(db, { ...scope, projects });
  if (last !== undefined) void query.whereRaw('(recorded_at, id) > (?, ?)', [last.recorded_at, last.id]);
  return query.orderBy(['recorded_at', 'id']).limit(limit).select<Event[]>(eventColumns);
}

const equalities = ['project_id', 'source', 'subject', 'user_id'] as const;

function eventsIn(db: Db, { organization_id, projects, filters }: EventScope): Knex.QueryBuilder {
  const query = db.knex('reported_events').where({ organization_id });
  void query.where((visible) => {
    void visible.whereNull('project_id').orWhereIn('project_id', projects);
  });
  for (const name of equalities) {
    const value = filters[name];
    if (value !== undefined) void query.where(name, value);
  }
  const { type, occurred_after, occurred_before, recorded_after, recorded_before } = filters;
  if (type !== undefined) void query.whereIn('type', type);
  if (occurred_after !== undefined) void query.where('time', '>=', occurred_after);
  if (occurred_before !== undefined) void query.where('time', '<', occurred_before);
  if (recorded_after !== undefined) void query.where('recorded_at', '>=', recorded_after);
  if (recorded_before !== undefined) void query.where('recorded_at', '<', recorded_before);
  return query;
}
