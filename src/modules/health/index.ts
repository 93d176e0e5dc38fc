// What app.ts needs of the health module.
export type { Probe } from './health.types.ts';
