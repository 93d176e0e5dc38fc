import type { CountTogether } from '../contract/access/rate-limits.ts';
import type { PoolStats } from '../platform/database.ts';
import type { LineLog } from '../platform/failure-log.ts';
import type { Metrics } from '../platform/metrics.ts';
import type { SupervisorLog } from './supervisor.ts';

/** A listener that other processes have. */
export interface SharedListener {
  readonly port: number;
  close(limits: { readonly lameDuckMs?: number; readonly limitMs?: number }): Promise<unknown>;
}

/** What a process has in common with the other processes of its server. */
interface ProcessGroup {
  /** The metrics of all processes as text. `own` are those of this process. */
  readonly readMetrics: (own: Metrics['registry']) => Promise<string>;
  /** The connections of all processes. `own` are those of this process. */
  readonly readPool: (own: PoolStats) => Promise<PoolStats>;
  readonly uptimeSeconds: () => number;
}

/** The group as a serving process sees it. The supervisor has prepared the store, and does the background work. */
export interface GroupOfMember extends ProcessGroup {
  readonly role: 'member';
  /** False while one of the processes starts for the first time, and while all drain. */
  readonly isAccepting: () => boolean;
  readonly countTogether: CountTogether;
  readonly onCommit: () => void;
}

/** What the supervisor has for the serving processes. */
export interface SupervisorResources {
  readonly databaseUrl: string;
  /** Called after their commits. */
  readonly onCommit: () => void;
  readonly readMetrics: () => Promise<string>;
  readonly readPool: () => Promise<PoolStats>;
  readonly logger: LineLog & SupervisorLog;
}

/** The group as the supervisor sees it, which serves no requests itself. */
export interface GroupOfSupervisor extends ProcessGroup {
  readonly role: 'supervisor';
  /** Starts the serving processes. */
  readonly serve: (resources: SupervisorResources) => Promise<SharedListener>;
  /** Turns the readiness of all processes on or off. */
  readonly accept: (isAccepting: boolean) => void;
}

/** The group of a process that serves alone. */
export const alone: ProcessGroup & { readonly role: 'alone' } = {
  role: 'alone',
  readMetrics: (own) => own.metrics(),
  readPool: (own) => Promise.resolve(own),
  uptimeSeconds: () => process.uptime(),
};

export type AnyGroup = GroupOfMember | GroupOfSupervisor | typeof alone;
