import type { AnalyticsHandlers } from '../../../generated/v2/handlers.ts';
import type { KeepingRule, KeepingRules } from '../../contract/controller/keeping.ts';
import { projectsTags } from '../projects/index.ts';

/**
 * Figures change with every request and event, so they are kept for a time. What decides which rows the caller may see
 * ends it at once.
 */
const timed: KeepingRule<never> = {
  kind: 'analytics',
  isTimed: true,
  hasWholeRecords: true,
  tagsOf: (_body, { actor }) => projectsTags(actor),
};

export const keptAnalytics = {
  v2: {
    getAnalyticsOverview: timed,
    getTaskAnalytics: timed,
    getEventAnalytics: timed,
    getErrorAnalytics: timed,
    getUserAnalytics: timed,
    getPerformanceAnalytics: timed,
  } satisfies KeepingRules<AnalyticsHandlers>,
};
