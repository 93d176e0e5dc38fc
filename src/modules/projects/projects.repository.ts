import type { Knex } from 'knex';
import type { Project } from '../../../generated/v2/types.ts';
import { fetchSlice, type PageRequest, type Slice, type SortKey } from '../../platform/cursor.ts';
import type { Db, Statement } from '../../platform/database.ts';
import type { Actor } from '../../platform/unit.ts';
import { isLeadEverywhere } from './projects.policy.ts';
import { projectColumns, type ProjectFilters, type ProjectRow } from './projects.types.ts';

const findStatement: Statement = {
  name: 'projects.find',
  isQuick: true,
  text: `SELECT p.id, p.organization_id, p.key, p.name, p.description, p.visibility, p.archived_at, p.created_by_id,
                p.version, p.created_at, p.updated_at, m.role AS member_role
           FROM projects p
           LEFT JOIN project_members m ON m.project_id = p.id AND m.user_id = $3
          WHERE p.organization_id = $1 AND p.id = $2`,
};

const lockStatement: Statement = {
  name: 'projects.lock',
  text: `SELECT p.id, p.organization_id, p.key, p.name, p.description, p.visibility, p.archived_at, p.created_by_id,
                p.version, p.created_at, p.updated_at, m.role AS member_role
           FROM projects p
           LEFT JOIN project_members m ON m.project_id = p.id AND m.user_id = $3
          WHERE p.organization_id = $1 AND p.id = $2
            FOR UPDATE OF p`,
};

const shareLockStatement: Statement = {
  name: 'projects.lock_for_share',
  text: 'SELECT 1 FROM projects WHERE organization_id = $1 AND id = $2 FOR KEY SHARE',
};

const lockAllStatement: Statement = {
  name: 'projects.lock_all',
  text: `SELECT p.id, p.organization_id, p.key, p.name, p.description, p.visibility, p.archived_at, p.created_by_id,
                p.version, p.created_at, p.updated_at, m.role AS member_role
           FROM projects p
           LEFT JOIN project_members m ON m.project_id = p.id AND m.user_id = $3
          WHERE p.organization_id = $1 AND p.id = ANY ($2::uuid[])
          ORDER BY p.id
            FOR NO KEY UPDATE OF p`,
};

const shareAllStatement: Statement = {
  name: 'projects.share_all',
  text: `SELECT p.id, p.organization_id, p.key, p.name, p.description, p.visibility, p.archived_at, p.created_by_id,
                p.version, p.created_at, p.updated_at, m.role AS member_role
           FROM projects p
           LEFT JOIN project_members m ON m.project_id = p.id AND m.user_id = $3
          WHERE p.organization_id = $1 AND p.id = ANY ($2::uuid[])
          ORDER BY p.id
            FOR KEY SHARE OF p`,
};

export async function findProject(db: Db, actor: Actor, projectId: string): Promise<ProjectRow | undefined> {
  const [row] = await db.query<ProjectRow>(findStatement, [actor.organization_id, projectId, actor.user_id]);
  return row;
}

/** As findProject, and locks the row until the end of the transaction. */
export async function lockProject(db: Db, actor: Actor, projectId: string): Promise<ProjectRow | undefined> {
  const [row] = await db.query<ProjectRow>(lockStatement, [actor.organization_id, projectId, actor.user_id]);
  return row;
}

/** Locks those of the projects that exist until the end of the transaction, in the lock order of all transactions. */
export async function lockProjects(db: Db, actor: Actor, projectIds: readonly string[]): Promise<ProjectRow[]> {
  return db.query<ProjectRow>(lockAllStatement, [actor.organization_id, projectIds, actor.user_id]);
}

/** As lockProjects, with share locks: the projects can be changed meanwhile, but not deleted. */
export async function shareProjects(db: Db, actor: Actor, projectIds: readonly string[]): Promise<ProjectRow[]> {
  return db.query<ProjectRow>(shareAllStatement, [actor.organization_id, projectIds, actor.user_id]);
}

/**
 * Takes a share lock, so that the project cannot be deleted before the transaction ends; returns false if it already
 * was.
 */
export async function lockProjectRowForShare(db: Db, organizationId: string, projectId: string): Promise<boolean> {
  return (await db.query(shareLockStatement, [organizationId, projectId])).length === 1;
}

const sortKeys = {
  created_at: { column: 'projects.created_at', type: 'timestamptz', valueOf: (row) => row.created_at },
  updated_at: { column: 'projects.updated_at', type: 'timestamptz', valueOf: (row) => row.updated_at },
  name: { column: 'projects.name', type: 'text', valueOf: (row) => row.name },
  key: { column: 'projects.key', type: 'text', valueOf: (row) => row.key },
} satisfies Record<string, SortKey<Project>>;

export async function listProjectRows(
  db: Db,
  actor: Actor,
  filters: ProjectFilters,
  page: PageRequest,
): Promise<Slice<Project>> {
  const query = visibleProjects(db, actor).select(projectColumns.map((column) => `projects.${column}`));
  applyFilters(db, query, { actor, filters });
  return fetchSlice<Project>(query, page, sortKeys[page.sort as keyof typeof sortKeys], 'projects.id');
}

/** By offset, as v1 pages: newest first. */
export async function listProjectRowsByOffset(
  db: Db,
  actor: Actor,
  filters: ProjectFilters,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<{ readonly rows: Project[]; readonly total: number }> {
  const query = visibleProjects(db, actor);
  applyFilters(db, query, { actor, filters });
  const counted = (await query.clone().count({ total: '*' }).first()) as { total: number } | undefined;
  const rows = (await query
    .select(projectColumns.map((column) => `projects.${column}`))
    .orderBy([
      { column: 'projects.created_at', order: 'desc' },
      { column: 'projects.id', order: 'desc' },
    ])
    .limit(limit)
    .offset(offset)) as Project[];
  return { rows, total: counted?.total ?? 0 };
}

/** Selects the projects that the actor sees, for lists of projects and of rows in projects. */
export function visibleProjects(db: Db, actor: Actor): Knex.QueryBuilder {
  const query = db.knex('projects').where('projects.organization_id', actor.organization_id);
  if (isLeadEverywhere(actor)) return query;
  return query.where((visible) => {
    void visible.where('projects.visibility', 'organization').orWhereExists(ownMembership(db, actor));
  });
}

/** Selects the actor's membership in the project, for EXISTS. */
function ownMembership(db: Db, actor: Actor): Knex.QueryBuilder {
  return db
    .knex('project_members')
    .select(db.knex.raw('1'))
    .whereRaw('project_members.project_id = projects.id')
    .where('project_members.user_id', actor.user_id);
}

function applyFilters(
  db: Db,
  query: Knex.QueryBuilder,
  { actor, filters }: { readonly actor: Actor; readonly filters: ProjectFilters },
): void {
  if (filters.visibility !== undefined) void query.where('projects.visibility', filters.visibility);
  if (filters.joined === true) void query.whereExists(ownMembership(db, actor));
  if (filters.joined === false) void query.whereNotExists(ownMembership(db, actor));
  if (filters.key !== undefined) void query.where('projects.key', filters.key);
  if (filters.archived === true) void query.whereNotNull('projects.archived_at');
  if (filters.archived === false) void query.whereNull('projects.archived_at');
  if (filters.q !== undefined) {
    void query.whereRaw('projects.search @@ search_query(?)', [filters.q]);
  }
}

export async function insertProject(db: Db, project: Project): Promise<void> {
  await db.knex('projects').insert(project);
}

/** Writes the project if its version has not changed; returns false if a concurrent request changed it. */
export async function replaceProject(db: Db, project: Project): Promise<boolean> {
  const { id, organization_id, name, description, visibility, archived_at, version, updated_at } = project;
  const changed = await db
    .knex('projects')
    .where({ organization_id, id, version: version - 1 })
    .update({ name, description, visibility, archived_at, version, updated_at });
  return changed === 1;
}

export async function deleteProjectRow(db: Db, project: Project): Promise<void> {
  await db.knex('projects').where({ organization_id: project.organization_id, id: project.id }).delete();
}
