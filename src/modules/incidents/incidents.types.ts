import type { Incident } from '../../../generated/v2/types.ts';

export const incidentColumns = [
  'id',
  'kind',
  'service',
  'title',
  'message',
  'status',
  'occurrence_count',
  'error_id',
  'opened_at',
  'last_seen_at',
  'closed_at',
  'escalation_count',
  'escalated_at',
  'version',
  'created_at',
  'updated_at',
] as const satisfies readonly (keyof Incident)[];

export type IncidentKind = Incident['kind'];

export const incidentKinds = [
  'job',
  'outbox',
  'mail',
  'contract',
  'request',
  'dependency',
  'worker',
  'background',
  'process',
] as const satisfies readonly IncidentKind[];

export interface IncidentFilters {
  readonly status?: 'open' | 'closed' | undefined;
  readonly kind?: readonly IncidentKind[] | undefined;
  readonly service?: string | undefined;
}

/** The part of Architect that an incident is about. */
export interface Part {
  readonly kind: IncidentKind;
  readonly service: string;
}

/** A failure of one part. */
export interface Failure extends Part {
  /** What fails, as a sentence. */
  readonly title: string;
  readonly error?: unknown;
  /** What is told of a failure without an error. */
  readonly message?: string;
  /** What makes a group of failures in the error log; by default their type, message and stack. */
  readonly fingerprint?: readonly string[];
  readonly tags?: Readonly<Record<string, string>>;
  /** The process ends because of it. */
  readonly isFatal?: boolean;
}

/** Equal failures since they were last written. The texts are bounded. */
export interface CountedFailure extends Part {
  readonly title: string;
  readonly type: string;
  readonly message: string | null;
  readonly stack: string | null;
  readonly fingerprint: readonly string[] | undefined;
  readonly tags: Readonly<Record<string, string>>;
  readonly level: 'fatal' | 'error';
  readonly count: number;
  readonly first_at: Date;
  readonly last_at: Date;
  /** Their group in the error log; null if it refuses them, undefined before they are reported. */
  readonly error_id: string | null | undefined;
  /** Whether the incident counts them already. */
  readonly isCounted: boolean;
}

/** A part works again. */
export interface Recovery extends Part {
  readonly at: Date;
}
