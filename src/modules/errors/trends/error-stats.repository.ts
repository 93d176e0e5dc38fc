import type { Knex } from 'knex';
import type { ErrorStats } from '../../../../generated/v2/types.ts';
import type { Db } from '../../../platform/database.ts';
import type { ErrorScope } from '../errors.repository.ts';

export interface StatsFilters {
  readonly project_id?: readonly string[] | undefined;
  readonly error_id?: string | undefined;
  readonly environment?: string | undefined;
}

/** A half-open range, and where each of its buckets begins; the last bound is where the range ends. */
export interface StatsRange {
  readonly from: string;
  readonly to: string;
  readonly bounds: readonly string[];
}

type Lists = Pick<ErrorStats, 'by_status' | 'by_level' | 'by_environment' | 'by_first_release' | 'top'>;

/** The counts of a range; `occurred` and `fresh` by the number of the bucket, beginning with 1. */
interface StatsRow extends Lists {
  readonly error_count: number;
  readonly occurred: readonly (readonly [place: number, count: number])[];
  readonly fresh: readonly (readonly [place: number, count: number])[];
}

const LISTED_MAX = 20;
const TOP_MAX = 10;

/** Reads all counts by one statement, which reads the buckets of the range once. */
export async function readStats(
  db: Db,
  scope: ErrorScope,
  filters: StatsFilters,
  { from, to, bounds }: StatsRange,
): Promise<StatsRow> {
  const { knex } = db;
  const picked = within(knex, knex('error_counts as t'), { scope, filters });
  void picked.select('t.error_id', 't.environment').sum({ count: 't.count' });
  void picked.select(knex.raw('width_bucket(t.bucket, ?::timestamptz[]) AS place', [[...bounds]]));
  void picked.where('t.bucket', '>=', from).where('t.bucket', '<', to).groupBy('t.error_id', 't.environment', 'place');
  if (filters.environment !== undefined) void picked.where('t.environment', filters.environment);
  if (filters.error_id !== undefined) void picked.where('t.error_id', filters.error_id);
  const fresh = within(knex, knex('error_groups as t'), { scope, filters });
  void fresh.select(
    't.first_release',
    knex.raw('width_bucket(t.first_seen_at, ?::timestamptz[]) AS place', [[...bounds]]),
  );
  void fresh.where('t.first_seen_at', '>=', from).where('t.first_seen_at', '<', to);
  if (filters.error_id !== undefined) void fresh.where('t.id', filters.error_id);
  if (filters.environment !== undefined) {
    const seen = { organization_id: scope.actor.organization_id, name: 'environment', value: filters.environment };
    void fresh.whereIn('t.id', knex('error_facets').select('error_id').where(seen));
  }
  const rows: unknown = await knex
    .withMaterialized('picked', picked)
    .withMaterialized('fresh', fresh)
    .withMaterialized('sums', knex('picked').select('error_id').sum({ count: 'count' }).groupBy('error_id'))
    .withMaterialized(
      'known',
      knex('sums as s')
        .join('error_groups as g', 'g.id', 's.error_id')
        .where('g.organization_id', scope.actor.organization_id)
        .select('g.id', 'g.title', 'g.status', 'g.level', 's.count'),
    )
    .select(...columns(knex));
  const [row] = rows as StatsRow[];
  if (row === undefined) throw new Error('the statement returns one row');
  return row;
}

interface Picked {
  readonly scope: ErrorScope;
  readonly filters: StatsFilters;
}

function within(knex: Knex, query: Knex.QueryBuilder, { scope, filters }: Picked): Knex.QueryBuilder {
  const { organization_id } = scope.actor;
  void query.where('t.organization_id', organization_id);
  void query.whereIn('t.project_id', scope.projects ?? knex('projects').select('id').where({ organization_id }));
  if (filters.project_id !== undefined) void query.whereIn('t.project_id', filters.project_id);
  return query;
}

/** Each is a list as JSON; bindings are the greatest numbers of entries. */
function columns(knex: Knex): Knex.Raw[] {
  return [
    knex.raw('(SELECT count(*) FROM known)::integer AS error_count'),
    knex.raw(
      `coalesce((SELECT json_agg(r) FROM (
         SELECT status, count(*) AS error_count, sum(count)::bigint AS occurrence_count FROM known
          GROUP BY status ORDER BY 3 DESC, 1) r), '[]') AS by_status`,
    ),
    knex.raw(
      `coalesce((SELECT json_agg(r) FROM (
         SELECT level, count(*) AS error_count, sum(count)::bigint AS occurrence_count FROM known
          GROUP BY level ORDER BY 3 DESC, 1) r), '[]') AS by_level`,
    ),
    knex.raw(
      `coalesce((SELECT json_agg(r) FROM (
         SELECT nullif(environment, '') AS environment, sum(count)::bigint AS occurrence_count FROM picked
          GROUP BY environment ORDER BY 2 DESC, 1 LIMIT ?) r), '[]') AS by_environment`,
      [LISTED_MAX],
    ),
    knex.raw(
      `coalesce((SELECT json_agg(r) FROM (
         SELECT first_release AS release, count(*) AS new_count FROM fresh
          GROUP BY first_release ORDER BY 2 DESC, 1 LIMIT ?) r), '[]') AS by_first_release`,
      [LISTED_MAX],
    ),
    knex.raw(
      `coalesce((SELECT json_agg(r) FROM (
         SELECT id AS error_id, title, count::bigint AS occurrence_count FROM known
          ORDER BY count DESC, id LIMIT ?) r), '[]') AS top`,
      [TOP_MAX],
    ),
    knex.raw(
      `coalesce((SELECT json_agg(json_build_array(place, n)) FROM (
         SELECT place, sum(count)::bigint AS n FROM picked GROUP BY place) r), '[]') AS occurred`,
    ),
    knex.raw(
      `coalesce((SELECT json_agg(json_build_array(place, n)) FROM (
         SELECT place, count(*) AS n FROM fresh GROUP BY place) r), '[]') AS fresh`,
    ),
  ];
}
