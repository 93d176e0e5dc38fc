import type { ComponentHealth } from '../../../generated/v2/types.ts';

export type HealthStatus = ComponentHealth['status'];

/** Checks one component. Must return within its own time limit and must not throw. */
export type Probe = () => Promise<ComponentHealth>;

export interface Probes {
  readonly database: Probe;
  readonly cache: Probe;
  readonly message_queue: Probe;
  readonly external_services: Probe;
  readonly incidents: Probe;
}

export interface HealthSettings {
  /** The version and commit of the running code. */
  readonly build: { readonly version: string; readonly commit: string | null };
  readonly probes: Probes;
  /** False while the process starts or drains. */
  readonly isAccepting: () => boolean;
  /** Seconds since the process started. */
  readonly uptimeSeconds: () => number;
}
