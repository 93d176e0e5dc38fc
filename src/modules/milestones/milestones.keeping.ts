import type { MilestonesHandlers } from '../../../generated/v2/handlers.ts';
import type { KeepingRules } from '../../contract/controller/keeping.ts';
import { projectTags } from '../projects/index.ts';

export const keptMilestones = {
  getMilestone: {
    kind: 'resource',
    tagsOf: ({ id, project_id }, { actor }) => [`milestone:${id}`, ...projectTags(project_id, actor)],
  },
  listMilestones: {
    kind: 'resource',
    // The list counts the tasks of each milestone.
    tagsOf: (_body, { actor, path }) => [
      ...[`milestone@${String(path['project_id'])}`, `task@${String(path['project_id'])}`],
      ...projectTags(path['project_id'], actor),
    ],
  },
} satisfies KeepingRules<MilestonesHandlers>;
