import type { Knex } from 'knex';
import type { ErrorGroup, ErrorOccurrence } from '../../../generated/v2/types.ts';
import { fetchSlice, type PageRequest, type Slice, type SortKey } from '../../platform/cursor.ts';
import type { Db, Statement } from '../../platform/database.ts';
import type { Actor } from '../../platform/unit.ts';
import {
  countColumns,
  errorColumns,
  occurrenceColumns,
  type CountedError,
  type ErrorCounts,
  type ErrorFilters,
  type ErrorRow,
  type OccurrenceFilters,
} from './errors.types.ts';
import { tagFacet } from './taking/tally.policy.ts';

type Query = Knex.QueryBuilder;

/** Whose errors are listed, and in which projects: `projects` selects ids; undefined means all of the organization. */
export interface ErrorScope {
  readonly actor: Actor;
  readonly projects?: Query | undefined;
}

const findStatement: Statement = {
  name: 'errors.find',
  text: `SELECT e.id, e.organization_id, e.project_id, e.fingerprint, e.type, e.title, e.message, e.culprit, e.level,
                e.platform, e.status, e.assignee_id, e.task_id, e.first_release, e.resolved_at, e.resolved_in_release,
                e.version, e.created_at, e.updated_at, p.archived_at AS project_archived_at,
                p.visibility AS project_visibility, m.role AS member_role
           FROM error_groups e
           JOIN projects p ON p.organization_id = e.organization_id AND p.id = e.project_id
           LEFT JOIN project_members m ON m.project_id = e.project_id AND m.user_id = $3
          WHERE e.organization_id = $1 AND e.id = $2`,
};

const countsStatement: Statement = {
  name: 'errors.find_counts',
  text: `SELECT occurrence_count, user_count, first_seen_at, last_seen_at, last_release FROM error_groups
          WHERE organization_id = $1 AND id = $2`,
};

export async function findError(db: Db, actor: Actor, errorId: string): Promise<ErrorRow | undefined> {
  const [row] = await db.query<ErrorRow>(findStatement, [actor.organization_id, errorId, actor.user_id]);
  return row;
}

/** Returns what the occurrences of an existing error have changed so far. */
export async function findCounts(db: Db, { organization_id, id }: ErrorGroup): Promise<ErrorCounts> {
  const [row] = await db.query<ErrorCounts>(countsStatement, [organization_id, id]);
  if (row === undefined) throw new Error(`the error ${id} has no counts`);
  return row;
}

const sortKeys = {
  last_seen_at: { column: 'error_groups.last_seen_at', type: 'timestamptz', valueOf: (row) => row.last_seen_at },
  first_seen_at: { column: 'error_groups.first_seen_at', type: 'timestamptz', valueOf: (row) => row.first_seen_at },
  occurrence_count: { column: 'error_groups.occurrence_count', type: 'bigint', valueOf: (row) => row.occurrence_count },
  created_at: { column: 'error_groups.created_at', type: 'timestamptz', valueOf: (row) => row.created_at },
} satisfies Record<string, SortKey<CountedError>>;

export async function listErrorRows(
  db: Db,
  scope: ErrorScope,
  filters: ErrorFilters,
  page: PageRequest,
): Promise<Slice<CountedError>> {
  const query = filteredErrors(db, scope, filters).select(
    [...errorColumns, ...countColumns].map((column) => `error_groups.${column}`),
  );
  return fetchSlice<CountedError>(query, page, sortKeys[page.sort as keyof typeof sortKeys], 'error_groups.id');
}

/** By offset, as v1 pages: newest first. */
export async function listErrorRowsByOffset(
  db: Db,
  scope: ErrorScope,
  filters: ErrorFilters,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<{ readonly rows: CountedError[]; readonly total: number }> {
  const query = filteredErrors(db, scope, filters);
  const counted = (await query.clone().count({ total: '*' }).first()) as { total: number } | undefined;
  const rows: unknown = await query
    .select([...errorColumns, ...countColumns].map((column) => `error_groups.${column}`))
    .orderBy([
      { column: 'error_groups.created_at', order: 'desc' },
      { column: 'error_groups.id', order: 'desc' },
    ])
    .limit(limit)
    .offset(offset);
  return { rows: rows as CountedError[], total: counted?.total ?? 0 };
}

const occurrenceSortKey: SortKey<ErrorOccurrence> = {
  column: 'occurred_at',
  type: 'timestamptz',
  valueOf: (row) => row.occurred_at,
};

export async function listOccurrenceRows(
  db: Db,
  { organization_id, id: error_id }: ErrorGroup,
  filters: OccurrenceFilters,
  page: PageRequest,
): Promise<Slice<ErrorOccurrence>> {
  const query = db.knex('error_occurrences').select([...occurrenceColumns, 'person as user']);
  void query.where({ organization_id, error_id });
  for (const name of ['release', 'environment'] as const) {
    const value = filters[name];
    if (value !== undefined) void query.where(name, value);
  }
  return fetchSlice<ErrorOccurrence>(query, page, occurrenceSortKey);
}

function filteredErrors(db: Db, { actor, projects }: ErrorScope, filters: ErrorFilters): Query {
  const query: Query = db.knex('error_groups').where('error_groups.organization_id', actor.organization_id);
  if (projects !== undefined) void query.whereIn('error_groups.project_id', projects);
  for (const name of ['project_id', 'status', 'level'] as const) {
    const values = filters[name];
    const [only, ...others] = values ?? [];
    if (values === undefined) continue;
    if (others.length === 0) void query.where(`error_groups.${name}`, only);
    else void query.whereIn(`error_groups.${name}`, values);
  }
  if (filters.type !== undefined) void query.where('error_groups.type', filters.type);
  if (filters.assignee_id !== undefined) filterByAssignees(query, filters.assignee_id);
  for (const [name, value] of facetsIn(filters)) {
    const seen = db
      .knex('error_facets as f')
      .select('f.error_id')
      .where({ 'f.organization_id': actor.organization_id, 'f.name': name, 'f.value': value });
    void query.whereIn('error_groups.id', seen);
  }
  for (const [name, column, operator] of bounds) {
    const bound = filters[name];
    if (bound !== undefined) void query.where(column, operator, bound);
  }
  if (filters.q !== undefined) void query.whereRaw('error_groups.search @@ search_query(?)', [filters.q]);
  return query;
}

const bounds = [
  ['first_seen_after', 'error_groups.first_seen_at', '>='],
  ['first_seen_before', 'error_groups.first_seen_at', '<'],
  ['last_seen_after', 'error_groups.last_seen_at', '>='],
  ['last_seen_before', 'error_groups.last_seen_at', '<'],
] as const;

function filterByAssignees(query: Query, assignees: readonly string[]): void {
  const ids = assignees.filter((id) => id !== 'none');
  void query.where((either) => {
    if (ids.length > 0) void either.whereIn('error_groups.assignee_id', ids);
    if (ids.length < assignees.length) void either.orWhereNull('error_groups.assignee_id');
  });
}

/** Returns the facets that an error must have, as they are stored. */
function facetsIn({ release, environment, tag = [] }: ErrorFilters): (readonly [name: string, value: string])[] {
  const tags = tag.map((pair) => {
    const end = pair.indexOf(':');
    return [tagFacet(pair.slice(0, end)), pair.slice(end + 1)] as const;
  });
  return [
    ...tags,
    ...(release === undefined ? [] : [['release', release] as const]),
    ...(environment === undefined ? [] : [['environment', environment] as const]),
  ];
}
