import type { LabelsHandlers } from '../../../generated/v2/handlers.ts';
import type { KeepingRules } from '../../contract/controller/keeping.ts';
import { projectTags } from '../projects/index.ts';

export const keptLabels = {
  getLabel: {
    kind: 'resource',
    tagsOf: ({ id, project_id }, { actor }) => [`label:${id}`, ...projectTags(project_id, actor)],
  },
  listLabels: {
    kind: 'resource',
    tagsOf: (_body, { actor, path }) => [
      `label@${String(path['project_id'])}`,
      ...projectTags(path['project_id'], actor),
    ],
  },
} satisfies KeepingRules<LabelsHandlers>;
