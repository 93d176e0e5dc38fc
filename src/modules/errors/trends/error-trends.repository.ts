import type { Knex } from 'knex';
import type { ErrorGroup } from '../../../../generated/v2/types.ts';
import type { Db } from '../../../platform/database.ts';
import type { ErrorScope } from '../errors.repository.ts';
import { errorColumns } from '../errors.types.ts';

interface Trend {
  /** The periods follow each other: [previous_from, from) and [from, to). */
  readonly previous_from: Date;
  readonly from: Date;
  readonly to: Date;
  readonly project_id?: readonly string[] | undefined;
  readonly environment?: string | undefined;
}

const TRENDING_MAX = 20;

type TrendingRow = ErrorGroup & { readonly occurrence_count: number; readonly previous_count: number };

/** Returns the open and regressed errors that have grown most. */
export async function listTrending(db: Db, { actor, projects }: ErrorScope, trend: Trend): Promise<TrendingRow[]> {
  const { knex } = db;
  const counted: Knex.QueryBuilder = knex('error_counts as c')
    .select('c.error_id')
    .select(
      knex.raw('coalesce(sum(c.count) FILTER (WHERE c.bucket >= ?), 0)::bigint AS occurrence_count', [trend.from]),
    )
    .select(knex.raw('coalesce(sum(c.count) FILTER (WHERE c.bucket < ?), 0)::bigint AS previous_count', [trend.from]))
    .where('c.organization_id', actor.organization_id)
    .whereIn('c.project_id', projects ?? knex('projects').select('id').where('organization_id', actor.organization_id))
    .where('c.bucket', '>=', trend.previous_from)
    .where('c.bucket', '<', trend.to)
    .groupBy('c.error_id');
  if (trend.project_id !== undefined) void counted.whereIn('c.project_id', trend.project_id);
  if (trend.environment !== undefined) void counted.where('c.environment', trend.environment);
  const rows: unknown = await knex
    .with('counted', counted)
    .from('counted')
    .join('error_groups', 'error_groups.id', 'counted.error_id')
    .select(...errorColumns.map((column) => `error_groups.${column}`))
    .select('counted.occurrence_count', 'counted.previous_count')
    .where('error_groups.organization_id', actor.organization_id)
    .whereIn('error_groups.status', ['open', 'regressed'])
    .whereRaw('counted.occurrence_count > counted.previous_count')
    .orderByRaw(
      'counted.occurrence_count - counted.previous_count DESC, counted.occurrence_count DESC, error_groups.id',
    )
    .limit(TRENDING_MAX);
  return rows as TrendingRow[];
}
