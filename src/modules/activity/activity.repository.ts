import type { Knex } from 'knex';
import { fetchSlice, type PageRequest, type Slice, type SortKey } from '../../platform/cursor.ts';
import type { Db } from '../../platform/database.ts';
import type { ActivityFilters, ActivityRow } from './activity.types.ts';

interface ActivityScope {
  readonly organization_id: string;
  /** The event types to show. */
  readonly types: readonly string[];
  /** Selects the ids of the projects to show; undefined for all projects, deleted ones included. */
  readonly projects: Knex.QueryBuilder | undefined;
}

const byTime: SortKey<ActivityRow> = { column: 'created_at', type: 'timestamptz', valueOf: (row) => row.created_at };

export async function listActivityRows(
  db: Db,
  { organization_id, types, projects }: ActivityScope,
  filters: ActivityFilters,
  page: PageRequest,
): Promise<Slice<ActivityRow>> {
  const query = db
    .knex('events')
    .select('id', 'type', { actor_id: 'user_id' }, 'project_id', 'subject', 'data', 'created_at')
    .where({ organization_id })
    .whereIn('type', types);
  if (projects !== undefined) {
    void query.where((visible) => {
      void visible.whereNull('project_id').orWhereIn('project_id', projects);
    });
  }
  if (filters.project_id !== undefined) void query.where('project_id', filters.project_id);
  if (filters.actor_id !== undefined) void query.where('user_id', filters.actor_id);
  if (filters.created_after !== undefined) void query.where('created_at', '>=', filters.created_after);
  if (filters.created_before !== undefined) void query.where('created_at', '<', filters.created_before);
  return fetchSlice<ActivityRow>(query, page, byTime);
}
