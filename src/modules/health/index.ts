// What app.ts needs of the health module.
export { createHealthController } from './health.controller.ts';
export type { Probe } from './health.types.ts';
