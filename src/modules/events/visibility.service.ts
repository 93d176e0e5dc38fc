import type { Unit } from '../../platform/unit.ts';
import { visibleProjects } from '../projects/index.ts';

/** Returns the ids of the projects that the caller sees. */
export async function listVisibleIds({ db, actor }: Unit): Promise<string[]> {
  return visibleProjects(db, actor).pluck<string[]>('projects.id');
}
