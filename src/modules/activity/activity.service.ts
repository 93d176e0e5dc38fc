import type { ActivityEntry, ActivityType } from '../../../generated/v2/types.ts';
import type { PageRequest, Slice } from '../../platform/cursor.ts';
import type { Actor, Unit } from '../../platform/unit.ts';
import { isLeadEverywhere, visibleProjects } from '../projects/index.ts';
import { listActivityRows } from './activity.repository.ts';
import type { ActivityFilters, ActivityRow } from './activity.types.ts';

type ReadScope = 'organizations:read' | 'projects:read' | 'tasks:read' | 'errors:read' | 'admin:read';

// The scope that an API key needs to see events of a type. It is the scope for reading the resource itself, because the
// feed repeats its titles and texts. The type is a full record, so that the compiler asks for a decision about each new
// event type. Events about accounts and credentials are private and not shown.
const shown: Readonly<Record<ActivityType, ReadScope>> = {
  'organization.created': 'organizations:read',
  'organization.updated': 'organizations:read',
  'member.added': 'organizations:read',
  'member.updated': 'organizations:read',
  'member.removed': 'organizations:read',
  'project.created': 'projects:read',
  'project.updated': 'projects:read',
  'project.archived': 'projects:read',
  'project.deleted': 'projects:read',
  'milestone.created': 'tasks:read',
  'milestone.updated': 'tasks:read',
  'milestone.deleted': 'tasks:read',
  'label.created': 'tasks:read',
  'label.updated': 'tasks:read',
  'label.deleted': 'tasks:read',
  'task.created': 'tasks:read',
  'task.updated': 'tasks:read',
  'task.transitioned': 'tasks:read',
  'task.deleted': 'tasks:read',
  'dependency.added': 'tasks:read',
  'dependency.removed': 'tasks:read',
  'comment.created': 'tasks:read',
  'comment.updated': 'tasks:read',
  'comment.deleted': 'tasks:read',
  'import.completed': 'tasks:read',
  'import.failed': 'tasks:read',
  'error.created': 'errors:read',
  'error.regressed': 'errors:read',
  'alert.fired': 'errors:read',
  'alert.cleared': 'errors:read',
  'incident.opened': 'admin:read',
  'incident.closed': 'admin:read',
  'error.resolved': 'errors:read',
  'error.ignored': 'errors:read',
};

/** The types of events that people see in the feed: what members contribute. */
export const activityTypes = Object.keys(shown) as readonly ActivityType[];

const TITLE_LENGTH_MAX = 300;

export async function listActivity(
  unit: Unit,
  filters: ActivityFilters,
  page: PageRequest,
): Promise<Slice<ActivityEntry>> {
  const { actor, db } = unit;
  const scope = {
    organization_id: actor.organization_id,
    types: typesFor(actor, filters.type),
    projects: isLeadEverywhere(actor) ? undefined : visibleProjects(db, actor).select('projects.id'),
  };
  const { rows, ...rest } = await listActivityRows(db, scope, filters, page);
  return { ...rest, rows: rows.map(entryOf) };
}

/** Returns the requested types (by default all) that the caller may read. */
function typesFor({ scopes }: Actor, asked: readonly ActivityType[] = activityTypes) {
  return asked.filter((type) => scopes === undefined || scopes.includes(shown[type]));
}

function entryOf({ subject, data, ...row }: ActivityRow): ActivityEntry {
  const [resource_type = '', resource_id = null] = subject.split('/');
  const title = data.task?.title ?? data.title ?? data.name ?? data.body ?? null;
  return {
    ...row,
    resource_type,
    resource_id,
    title: title === null ? null : title.slice(0, TITLE_LENGTH_MAX),
    changes: [...(data.changes ?? [])],
  };
}
