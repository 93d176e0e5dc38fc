import type { AnalyticsPeriod, TimeInterval } from '../../../generated/v2/types.ts';

/** The query parameters that all figures share. */
export interface RangeQuery {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly interval: TimeInterval;
  readonly time_zone: string;
}

/** The range of a request, and its parts. */
export interface Period {
  readonly from: string;
  readonly to: string;
  /** Where each bucket begins, and last where the range ends, as in platform/time-buckets.ts. */
  readonly bounds: readonly string[];
  /** As the response shows it. */
  readonly shown: AnalyticsPeriod;
  /** Each bucket, in the order of time. */
  readonly buckets: readonly { readonly starts_at: string; readonly ends_at: string }[];
}

/** Whose rows are counted. */
export interface FigureScope {
  readonly organization_id: string;
  /** Undefined for all projects of the organization, and for rows without a project. */
  readonly project_ids: readonly string[] | undefined;
  /** Whether rows without a project are counted. */
  readonly isProjectOptional: boolean;
}
