import type { ErrorsHandlers } from '../../../generated/v2/handlers.ts';
import type { KeepingRules } from '../../contract/controller/keeping.ts';
import { AUTHORS, projectTags } from '../projects/index.ts';

// Lists are not kept: each report changes their counts.
export const keptErrors = {
  getError: {
    kind: 'resource',
    tagsOf: ({ id, project_id }, { actor }) => [`error:${id}`, ...projectTags(project_id, actor), AUTHORS],
  },
} satisfies KeepingRules<ErrorsHandlers>;
