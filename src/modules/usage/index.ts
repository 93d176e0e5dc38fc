// What other modules may use of usage.
export { createUsageRecorder, type UsageRecorder } from './usage-recorder.service.ts';
export { forgetUsage, listUsage } from './usage.service.ts';
export type { UsageCount } from './usage.types.ts';
