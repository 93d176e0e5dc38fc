import type { Task } from '../../../generated/v2/types.ts';
import { sliceOf, type PageRequest, type Slice } from '../../platform/cursor.ts';
import type { Db, Statement } from '../../platform/database.ts';
import type { Actor } from '../../platform/unit.ts';
import { sortKeys } from './task-lists.repository.ts';
import { taskColumns, type TaskFilters, type TaskRow } from './tasks.types.ts';

// The first page of a project's tasks, by status: boards ask for it again after each change. One named statement reads
// it together with what the policy needs of the project.

/**
 * The statement looks at so many tasks of the project, in the order of the list. If it finds too few of the wanted
 * status, a plan that suits the status is better, and a named statement has one plan for all.
 */
const SEEN_TASKS_MAX = 1000;

/** In a project of so many tasks all have been seen. Whether it has more is asked only if the page is not full. */
const SMALL_PROJECT_TASKS_MAX = 500;

type ProjectFacts = Omit<TaskRow, keyof Task>;

/** The facts are undefined if the project does not exist. */
interface FirstPage {
  readonly facts: ProjectFacts | undefined;
  /** Undefined if it may not be the whole page. */
  readonly slice: Slice<Task> | undefined;
}

type PageRow = ProjectFacts & { readonly is_large: boolean | null } & (Task | { readonly id: null });

/** By sort key and direction. */
const statements = new Map(
  Object.keys(sortKeys)
    // Tasks without a due date come last, which takes a second statement.
    .filter((sort): sort is Exclude<keyof typeof sortKeys, 'due_on'> => sort !== 'due_on')
    .flatMap((sort) => [
      [`-${sort}`, toStatement(sort, 'desc')],
      [sort, toStatement(sort, 'asc')],
    ]),
);

function toStatement(sort: keyof typeof sortKeys, direction: 'asc' | 'desc'): Statement {
  return { name: `tasks.list_first_by_${sort}_${direction}`, isQuick: true, text: toText(sort, direction) };
}

function toText(sort: keyof typeof sortKeys, direction: 'asc' | 'desc'): string {
  const column = sortKeys[sort].column.slice('tasks.'.length);
  return `SELECT ${taskColumns.map((name) => `t.${name}`).join(', ')}, t.label_ids,
                  p.archived_at AS project_archived_at, p.visibility AS project_visibility, m.role AS member_role,
                  CASE WHEN count(*) OVER () < $5 THEN EXISTS (
                    SELECT 1 FROM tasks WHERE organization_id = $1 AND project_id = $2 OFFSET ${SMALL_PROJECT_TASKS_MAX}
                  ) END AS is_large
             FROM projects p
             LEFT JOIN project_members m ON m.project_id = p.id AND m.user_id = $3
             LEFT JOIN LATERAL (
               SELECT seen.*,
                      ARRAY (SELECT tl.label_id FROM task_labels tl WHERE tl.task_id = seen.id ORDER BY tl.label_id)
                        AS label_ids
                 FROM (
                   SELECT * FROM tasks
                    WHERE tasks.organization_id = p.organization_id AND tasks.project_id = p.id
                    ORDER BY tasks.${column} ${direction}, tasks.id ${direction}
                    LIMIT ${SEEN_TASKS_MAX}
                 ) seen
                WHERE $4::text[] IS NULL OR seen.status = ANY ($4)
                ORDER BY seen.${column} ${direction}, seen.id ${direction}
                LIMIT $5
             ) t ON true
            WHERE p.organization_id = $1 AND p.id = $2
            ORDER BY t.${column} ${direction}, t.id ${direction}`;
}

/** The parameters of a list that filter nothing. */
const pageParameters = ['limit', 'sort', 'cursor', 'include_total'];

/** Returns whether `listFirstPage` can read the page. */
export function isFirstPageByStatus(filters: TaskFilters, page: PageRequest): boolean {
  const isByStatus = Object.entries(filters).every(
    ([name, value]) => value === undefined || name === 'status' || pageParameters.includes(name),
  );
  return isByStatus && page.after === undefined && !page.include_total && page.sort !== 'due_on';
}

export async function listFirstPage(
  db: Db,
  { actor, project_id }: { readonly actor: Actor; readonly project_id: string },
  { status }: TaskFilters,
  page: PageRequest,
): Promise<FirstPage> {
  const statement = statements.get(`${page.descending ? '-' : ''}${page.sort}`);
  if (statement === undefined) throw new Error(`no statement orders tasks by ${page.sort}`);
  const values = [actor.organization_id, project_id, actor.user_id, status ?? null, page.limit + 1];
  const found = await db.query<PageRow>(statement, values);
  const [first] = found;
  if (first === undefined) return { facts: undefined, slice: undefined };
  const tasks = found.flatMap(taskOf);
  const isWhole = tasks.length > page.limit || first.is_large !== true;
  const key = sortKeys[page.sort as keyof typeof sortKeys];
  return { facts: first, slice: isWhole ? sliceOf(tasks, page, key) : undefined };
}

/** Returns nothing for a project without such tasks. */
function taskOf(row: PageRow): Task | [] {
  if (row.id === null) return [];
  const {
    project_archived_at: _at,
    project_visibility: _visibility,
    member_role: _role,
    is_large: _large,
    ...task
  } = row;
  return task;
}
