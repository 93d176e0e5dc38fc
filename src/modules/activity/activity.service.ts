import type { ActivityEntry, ActivityType } from '../../../generated/v2/types.ts';
import type { PageRequest, Slice } from '../../platform/cursor.ts';
import type { Unit } from '../../platform/unit.ts';
import { isLeadEverywhere, visibleProjects } from '../projects/index.ts';
import { listActivityRows } from './activity.repository.ts';
import type { ActivityFilters, ActivityRow } from './activity.types.ts';

// Written as a table, so that a type which the contract gains is decided about here. What is about accounts and
// credentials is nobody else's business, and not among them.
const shown: Readonly<Record<ActivityType, true>> = {
  'organization.created': true,
  'organization.updated': true,
  'member.added': true,
  'member.updated': true,
  'member.removed': true,
  'project.created': true,
  'project.updated': true,
  'project.archived': true,
  'project.deleted': true,
  'milestone.created': true,
  'milestone.updated': true,
  'milestone.deleted': true,
  'label.created': true,
  'label.updated': true,
  'label.deleted': true,
  'task.created': true,
  'task.updated': true,
  'task.transitioned': true,
  'task.deleted': true,
  'dependency.added': true,
  'dependency.removed': true,
  'comment.created': true,
  'comment.updated': true,
  'comment.deleted': true,
  'import.completed': true,
  'import.failed': true,
};

const TITLE_LENGTH_MAX = 300;

export async function listActivity(
  unit: Unit,
  filters: ActivityFilters,
  page: PageRequest,
): Promise<Slice<ActivityEntry>> {
  const { actor, db } = unit;
  const scope = {
    organization_id: actor.organization_id,
    types: Object.keys(shown),
    projects: isLeadEverywhere(actor) ? undefined : visibleProjects(db, actor).select('projects.id'),
  };
  const { rows, ...rest } = await listActivityRows(db, scope, filters, page);
  return { ...rest, rows: rows.map(entryOf) };
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
