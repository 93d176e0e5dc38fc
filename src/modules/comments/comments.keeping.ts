import type { CommentsHandlers } from '../../../generated/v2/handlers.ts';
import type { KeepingRules } from '../../contract/controller/keeping.ts';
import { AUTHORS, projectsTags, projectTags } from '../projects/index.ts';

export const keptComments = {
  getComment: {
    kind: 'resource',
    // A comment is deleted with its task, and a reply with the comment that it belongs to.
    tagsOf: ({ id, task_id, parent_id, project_id }, { actor }) => [
      ...[`comment:${id}`, `task:${task_id}`, ...projectTags(project_id, actor), AUTHORS],
      ...(parent_id === null ? [] : [`comment@${project_id}`]),
    ],
  },
  listComments: {
    kind: 'resource',
    tagsOf: ({ data }, { actor, path }) => {
      const [first] = data;
      // An empty list does not tell the project of the task.
      const place =
        first === undefined
          ? [`comment@${actor.organization_id}`, ...projectsTags(actor)]
          : [`comment@${first.project_id}`, ...projectTags(first.project_id, actor)];
      return [`task:${String(path['task_id'])}`, ...place, AUTHORS];
    },
  },
} satisfies KeepingRules<CommentsHandlers>;
