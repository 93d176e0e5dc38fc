import type { ErrorAlertsHandlers } from '../../../generated/v2/handlers.ts';
import type { KeepingRules } from '../../contract/controller/keeping.ts';
import { projectsTags, projectTags } from '../projects/index.ts';

export const keptErrorAlerts = {
  getErrorAlertRule: {
    kind: 'resource',
    tagsOf: ({ id, project_id }, { actor }) => [`error_alert_rule:${id}`, ...projectTags(project_id, actor)],
  },
  listErrorAlertRules: {
    kind: 'resource',
    tagsOf: (_body, { actor }) => [`error_alert_rule@${actor.organization_id}`, ...projectsTags(actor)],
  },
  listErrorAlerts: {
    kind: 'resource',
    tagsOf: (_body, { actor }) => [`error_alert@${actor.organization_id}`, ...projectsTags(actor)],
  },
} satisfies KeepingRules<ErrorAlertsHandlers>;
