// What app.ts needs of the health module.
export { createHealthController } from './health.controller.ts';
export { createProbes } from './probes.ts';
