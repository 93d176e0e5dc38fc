import type { Incident } from '../../../generated/v2/types.ts';
import { fetchSlice, type PageRequest, type Slice, type SortKey } from '../../platform/cursor.ts';
import type { Db, Statement } from '../../platform/database.ts';
import { incidentColumns, type IncidentFilters } from './incidents.types.ts';

const findStatement: Statement = {
  name: 'incidents.find',
  text: `SELECT id, kind, service, title, message, status, occurrence_count, error_id, opened_at, last_seen_at, closed_at,
                escalation_count, escalated_at, version, created_at, updated_at
           FROM incidents WHERE id = $1`,
};

const countOpenStatement: Statement = {
  name: 'incidents.count_open',
  text: `SELECT kind, count(*) AS count FROM incidents WHERE status = 'open' GROUP BY kind`,
};

const findLatestOpenStatement: Statement = {
  name: 'incidents.find_latest_open',
  text: `SELECT title FROM incidents WHERE status = 'open' ORDER BY opened_at DESC, id DESC LIMIT 1`,
};

const deleteClosedStatement: Statement = {
  name: 'incidents.delete_closed',
  text: `DELETE FROM incidents WHERE status = 'closed' AND closed_at < $1`,
};

const sortKeys = {
  opened_at: { column: 'opened_at', type: 'timestamptz', valueOf: (row) => row.opened_at },
  last_seen_at: { column: 'last_seen_at', type: 'timestamptz', valueOf: (row) => row.last_seen_at },
} satisfies Readonly<Record<string, SortKey<Incident>>>;

export async function listIncidentRows(
  db: Db,
  { status, kind, service }: IncidentFilters,
  page: PageRequest,
): Promise<Slice<Incident>> {
  const query = db.knex('incidents').select(incidentColumns);
  if (status !== undefined) void query.where({ status });
  if (kind !== undefined && kind.length > 0) void query.whereIn('kind', kind);
  if (service !== undefined) void query.where({ service });
  return fetchSlice<Incident>(query, page, sortKeys[page.sort as keyof typeof sortKeys]);
}

export async function findIncident(db: Db, incidentId: string): Promise<Incident | undefined> {
  const [incident] = await db.query<Incident>(findStatement, [incidentId]);
  return incident;
}

/** Counts open incidents by kind. Kinds without one are absent. */
export async function countOpenIncidents(
  db: Db,
): Promise<readonly { readonly kind: Incident['kind']; readonly count: number }[]> {
  return db.query(countOpenStatement, []);
}

/** Returns the title of the incident that opened last, of those that are open. */
export async function findLatestOpenTitle(db: Db): Promise<string | undefined> {
  const [incident] = await db.query<Pick<Incident, 'title'>>(findLatestOpenStatement, []);
  return incident?.title;
}

export async function deleteClosedBefore(db: Db, time: Date): Promise<void> {
  await db.query(deleteClosedStatement, [time]);
}
