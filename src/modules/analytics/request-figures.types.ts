import type { RequestFiguresByOperation } from '../../../generated/v2/types.ts';

/** What was measured of requests. */
export interface MeasuredRequests {
  readonly requests: number;
  readonly client_errors: number;
  readonly server_errors: number;
  readonly duration_us: number;
  /** In the order of DURATION_BOUNDS_MS. */
  readonly durations: readonly number[];
}

/** The measurements of one part of the requests: `part` says which columns name it. */
export interface MeasuredPart extends MeasuredRequests {
  readonly part: 'bucket' | 'operation' | 'key' | 'all';
  readonly bucket: number;
  readonly version: RequestFiguresByOperation['version'];
  readonly operation_id: string;
  readonly api_key_id: string;
  /** Null if the key no longer exists. */
  readonly api_key_name: string | null;
  readonly api_key_user_id: string | null;
}
