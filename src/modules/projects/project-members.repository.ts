import type { ProjectMember } from '../../../generated/v2/types.ts';
import { fetchSlice, type PageRequest, type Slice, type SortKey } from '../../platform/cursor.ts';
import type { Db, Statement } from '../../platform/database.ts';
import type { Candidate, ProjectMemberFilters, ProjectMemberRow } from './projects.types.ts';

const candidateStatement: Statement = {
  name: 'projects.find_candidate',
  text: `SELECT u.name, u.email, m.role, m.version, m.created_at, m.updated_at
           FROM organization_members o
           JOIN users u ON u.id = o.user_id
           LEFT JOIN project_members m ON m.project_id = $2 AND m.user_id = o.user_id
          WHERE o.organization_id = $1 AND o.user_id = $3`,
};

const replaceStatement: Statement = {
  name: 'projects.replace_member',
  text: `UPDATE project_members SET role = $4, version = version + 1, updated_at = $5
          WHERE project_id = $1 AND user_id = $2 AND version = $3
         RETURNING version`,
};

const deleteStatement: Statement = {
  name: 'projects.delete_member',
  text: 'DELETE FROM project_members WHERE project_id = $1 AND user_id = $2 AND version = $3 RETURNING version',
};

interface Place {
  readonly organization_id: string;
  readonly project_id: string;
  readonly user_id: string;
}

type CandidateRow = Pick<ProjectMember, 'name' | 'email'> &
  (Pick<ProjectMember, 'role' | 'version' | 'created_at' | 'updated_at'> | { readonly role: null });

/** Finds a member of the organization and their own role in the project; undefined for somebody who is no member. */
export async function findCandidate(db: Db, place: Place): Promise<Candidate | undefined> {
  const { organization_id, project_id, user_id } = place;
  const [row] = await db.query<CandidateRow>(candidateStatement, [organization_id, project_id, user_id]);
  if (row === undefined) return undefined;
  const { name, email } = row;
  return { name, email, member: row.role === null ? undefined : { ...place, ...row } };
}

/** A member's row has no id of its own; within a project the user's id identifies it. */
type ListedRow = ProjectMember & { readonly id: string };

const sortKeys = {
  created_at: { column: 'm.created_at', type: 'timestamptz', valueOf: (row) => row.created_at },
  name: { column: 'u.name', type: 'text', valueOf: (row) => row.name },
} satisfies Readonly<Record<string, SortKey<ListedRow>>>;
/** The id from the table that the list is sorted by, because only then an index covers both columns. */
const idColumns = { created_at: 'm.user_id', name: 'u.id' } as const;

const listed = [
  ...['m.organization_id', 'm.project_id', 'm.user_id', 'u.name', 'u.email', 'm.role', 'm.version'],
  ...['m.created_at', 'm.updated_at', 'm.user_id as id'],
];

export async function listProjectMemberRows(
  db: Db,
  { organization_id, id }: { readonly organization_id: string; readonly id: string },
  { role }: ProjectMemberFilters,
  page: PageRequest,
): Promise<Slice<ProjectMember>> {
  const query = db
    .knex('project_members as m')
    .join('users as u', 'u.id', 'm.user_id')
    .where({ 'm.organization_id': organization_id, 'm.project_id': id })
    .select(listed);
  if (role !== undefined) void query.whereIn('m.role', role);
  const sort = page.sort as keyof typeof sortKeys;
  const slice = await fetchSlice<ListedRow>(query, page, sortKeys[sort], idColumns[sort]);
  return { ...slice, rows: slice.rows.map(({ id: _id, ...member }) => member) };
}

export async function insertProjectMember(db: Db, member: ProjectMemberRow): Promise<void> {
  await db.knex('project_members').insert(member);
}

/** Writes the role if the membership's version has not changed; returns false if a concurrent request changed it. */
export async function replaceProjectMember(db: Db, after: ProjectMemberRow): Promise<boolean> {
  const { project_id, user_id, version, role, updated_at } = after;
  return (await db.query(replaceStatement, [project_id, user_id, version - 1, role, updated_at])).length === 1;
}

/** Returns false if a concurrent request changed or deleted the membership. */
export async function deleteProjectMember(
  db: Db,
  { project_id, user_id, version }: ProjectMemberRow,
): Promise<boolean> {
  return (await db.query(deleteStatement, [project_id, user_id, version])).length === 1;
}
