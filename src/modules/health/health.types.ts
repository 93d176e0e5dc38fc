import type { ComponentHealth } from '../../../generated/v2/types.ts';

export type HealthStatus = ComponentHealth['status'];

/** Looks at one part of the service. Must return within its own bound and never throw. */
export type Probe = () => Promise<ComponentHealth>;

export interface Probes {
  readonly database: Probe;
  readonly cache: Probe;
  readonly message_queue: Probe;
  readonly external_services: Probe;
}

export interface HealthSettings {
  /** What runs. */
  readonly build: { readonly version: string; readonly commit: string | null };
  readonly probes: Probes;
  /** False while the process starts or drains. */
  readonly isAccepting: () => boolean;
  /** Seconds since the process started. */
  readonly uptimeSeconds: () => number;
}
