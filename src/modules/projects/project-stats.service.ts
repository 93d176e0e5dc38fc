import type { ProjectStats } from '../../../generated/v2/types.ts';
import type { Unit } from '../../platform/unit.ts';
import { countTasks, type TaskCount } from './project-stats.repository.ts';
import { completionOf } from './projects.policy.ts';
import { requireProject } from './projects.service.ts';

/** Counts the tasks of a project, or only those of one milestone. */
export async function getProjectStats(unit: Unit, projectId: string, milestoneId?: string): Promise<ProjectStats> {
  const { project } = await requireProject(unit, projectId);
  const counting = { milestone_id: milestoneId ?? null, today: unit.now.toISOString().slice(0, 10) };
  const counts = await countTasks(unit.db, project, counting);
  const open = counts.filter(({ status }) => status !== 'done' && status !== 'cancelled');
  const [total, opened] = [sum(counts, 'total'), sum(open, 'total')];
  const by_status = { backlog: 0, todo: 0, in_progress: 0, in_review: 0, done: 0, cancelled: 0 };
  const by_type = { task: 0, bug: 0, feature: 0 };
  const by_priority = { none: 0, low: 0, medium: 0, high: 0, urgent: 0 };
  for (const { status, type, priority, total: tasks } of counts) {
    by_status[status] += tasks;
    by_type[type] += tasks;
    by_priority[priority] += tasks;
  }
  return {
    project_id: project.id,
    milestone_id: counting.milestone_id,
    total,
    open: opened,
    closed: total - opened,
    overdue: sum(open, 'overdue'),
    unassigned: sum(open, 'unassigned'),
    completion: completionOf({ total, done: by_status.done, cancelled: by_status.cancelled }),
    by_status,
    by_type,
    by_priority,
    last_activity_at: latest(counts.map(({ last_activity_at }) => last_activity_at)),
  };
}

function sum(counts: readonly TaskCount[], name: 'total' | 'unassigned' | 'overdue'): number {
  return counts.reduce((total, count) => total + count[name], 0);
}

/** All times have one format, so their alphabetical order is the order of time. */
function latest(times: readonly string[]): string | null {
  return times.toSorted().at(-1) ?? null;
}
