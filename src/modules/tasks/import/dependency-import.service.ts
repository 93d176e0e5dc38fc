import { record } from '../../../outbox/record.ts';
import { newId } from '../../../platform/ids.ts';
import type { Unit } from '../../../platform/unit.ts';
import * as repository from '../dependencies/task-dependencies.repository.ts';

interface DependencyToImport {
  readonly task_id: string;
  readonly blocking_task_id: string;
  /** Null means now. */
  readonly created_at: string | null;
}

/**
 * Adds a dependency between two tasks of a project. The tasks keep their versions and dates, because the dependency is
 * older than their import.
 * @returns `circle` if the blocking task already depends on the other one, or is the same
 */
export async function importDependency(
  unit: Unit,
  projectId: string,
  { task_id, blocking_task_id, created_at }: DependencyToImport,
): Promise<'created' | 'unchanged' | 'circle'> {
  const { organization_id } = unit.actor;
  const pair = { organization_id, task_id, blocking_task_id };
  await repository.lockDependencies(unit.db, organization_id);
  if ((await repository.findDependency(unit.db, pair)) !== undefined) return 'unchanged';
  if (await repository.isWaitingFor(unit.db, organization_id, blocking_task_id, task_id)) return 'circle';
  const dependency = {
    id: newId(),
    ...pair,
    created_by_id: null,
    created_at: created_at ?? unit.now.toISOString(),
  };
  const projects = { project_id: projectId, blocking_project_id: projectId };
  await repository.insertDependency(unit.db, dependency, projects);
  await record(unit, {
    audit: 'dependency.add',
    event: 'dependency.added',
    resource: { type: 'dependency', id: dependency.id },
    project_id: projectId,
    after: dependency,
    data: dependency,
  });
  return 'created';
}
