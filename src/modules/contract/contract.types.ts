import type { ContractViolation, DeprecationUse } from '../../../generated/v2/types.ts';
import type { Version } from '../../platform/versions.ts';

export const violationColumns = [
  'id',
  'version',
  'operation_id',
  'part',
  'pointer',
  'keyword',
  'status',
  'violation_count',
  'first_at',
  'last_at',
] as const satisfies readonly (keyof ContractViolation)[];

export interface UsageFilters {
  readonly keys?: 'organization' | 'all' | undefined;
  readonly operation_id?: readonly string[] | undefined;
  readonly version?: Version | undefined;
  readonly since?: string | undefined;
}

export interface ViolationFilters {
  readonly operation_id?: string | undefined;
}

/** One response that violated the contract. */
export type SeenViolation = Pick<
  ContractViolation,
  'version' | 'operation_id' | 'part' | 'pointer' | 'keyword' | 'status'
>;

/** How often something occurred since it was last written. */
export interface Counted<Facts> {
  readonly facts: Facts;
  readonly count: number;
  readonly first_at: Date;
  readonly last_at: Date;
}

/** A deprecated operation, as the contract describes it. */
export type DeprecatedOperation = Pick<
  DeprecationUse,
  'version' | 'operation_id' | 'method' | 'path' | 'deprecated_at' | 'sunset_at' | 'successor'
>;
