import type { ErrorLevel, ErrorReport } from '../../../../generated/v2/types.ts';
import type { Cause, StackFrame } from '../grouping/failure.types.ts';

/** Where reports belong, and what they say. */
export interface ReportsToTake {
  readonly organization_id: string;
  readonly project_id: string;
  readonly reports: readonly ErrorReport[];
  /** The ids of the requests that brought them, if they came with several. */
  readonly request_ids?: ReadonlyMap<ErrorReport, string>;
}

/** What became of a report. */
export interface TakenReport {
  /** Of the occurrence: the one that the report names, or a new one. */
  readonly id: string;
  readonly error_id: string;
  readonly is_new: boolean;
  readonly is_regression: boolean;
  /** Its id was received before, so that nothing was counted. */
  readonly is_repeated: boolean;
}

/** A report as it is stored: bounded, without secrets, with its fingerprint. */
export interface Occurrence {
  readonly id: string;
  /** Whether the reporter chose the id. */
  readonly is_named: boolean;
  readonly fingerprint: string;
  readonly title: string;
  readonly culprit: string | null;
  readonly occurred_at: string;
  readonly received_at: string;
  readonly level: ErrorLevel;
  readonly type: string | null;
  readonly message: string | null;
  readonly platform: string | null;
  readonly release: string | null;
  readonly environment: string | null;
  readonly server_name: string | null;
  readonly frames: readonly StackFrame[];
  readonly causes: readonly Cause[];
  readonly stack_trace: string | null;
  readonly tags: Readonly<Record<string, string>>;
  readonly person: object | null;
  readonly request: object | null;
  readonly breadcrumbs: readonly unknown[];
  readonly context: object;
  /** Base64; undefined if the report names nobody. */
  readonly person_hash: string | undefined;
}

export interface Place {
  readonly organization_id: string;
  readonly project_id: string;
}

/** A group with what the reports of one call add to it. The id is used if there is no group with the fingerprint. */
export interface NewGroup {
  readonly id: string;
  readonly fingerprint: string;
  readonly type: string | null;
  readonly title: string;
  readonly message: string | null;
  readonly culprit: string | null;
  readonly level: ErrorLevel;
  readonly platform: string | null;
  readonly first_release: string | null;
  readonly count: number;
  readonly first_seen_at: string;
  readonly last_seen_at: string;
  readonly last_release: string | null;
}

export interface StoredOccurrence extends Occurrence {
  readonly error_id: string;
  readonly number: number;
}

interface TalliedBucket {
  readonly error_id: string;
  readonly environment: string;
  readonly bucket: string;
  readonly count: number;
}

/** What occurrences add to counters. Each combination of the other members is there once. */
export interface Tally {
  readonly counts: readonly TalliedBucket[];
  /** Those of the counts whose time may have been added up by the quarter of an hour. */
  readonly late: readonly TalliedBucket[];
  readonly facets: readonly {
    readonly error_id: string;
    readonly name: string;
    readonly value: string;
    readonly count: number;
  }[];
  readonly persons: readonly { readonly error_id: string; readonly hash: string }[];
  readonly releases: readonly {
    readonly release: string;
    readonly environment: string;
    readonly count: number;
    readonly last_occurred_at: string;
  }[];
}
