import { record } from '../../../outbox/record.ts';
import { newId } from '../../../platform/ids.ts';
import type { Unit } from '../../../platform/unit.ts';
import * as repository from '../dependencies/task-dependencies.repository.ts';

interface DependencyToImport {
  readonly task_id: string;
  readonly blocking_task_id: string;
  /** Null: now. */
  readonly created_at: string | null;
}

/**
 * Lets a task of a project wait for another one of it. The tasks keep their versions and dates, because this is a fact
 * of them that was known before they came.
 * @returns `circle` where the other one waits for it already, or is it
 */
export async function importDependency(
  unit: Unit,
  projectId: string,
  { task_id, blocking_task_id, created_at }: DependencyToImport,
): Promise<'created' | 'unchanged' | 'circle'> {
  const { organization_id } = unit.actor;
  const pair = { organization_id, task_id, blocking_task_id };
  await repository.takeTurn(unit.db, organization_id);
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
