// What other modules may use of usage.
export { DURATION_BOUNDS_MS, SESSIONS_KEY_ID } from './measurements.types.ts';
export { createUsageRecorder, type UsageRecorder } from './usage-recorder.service.ts';
export { listKeyUsage } from './key-usage.repository.ts';
export { dayBefore, forgetUsage, listUsage, sumUsage } from './usage.service.ts';
export type { UsageCount, UsageSum } from './usage.types.ts';
