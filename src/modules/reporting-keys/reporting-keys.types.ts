import type { ReportingKey } from '../../../generated/v2/types.ts';
import type { ProjectFacts } from '../projects/index.ts';

/** A key as it is stored. Its DSN also depends on the address of the server. */
export type StoredKey = Omit<ReportingKey, 'dsn'>;

/** A key with the facts of its project that the policy needs. */
export type ReportingKeyRow = StoredKey & ProjectFacts;

export const reportingKeyColumns = [
  'id',
  'organization_id',
  'project_id',
  'project_number',
  'name',
  'public_key',
  'is_active',
  'reports_per_minute',
  'version',
  'created_at',
  'updated_at',
] as const satisfies readonly (keyof StoredKey)[];

/** What the demo knows before its key exists, because the examples of the document name it. */
export interface FixedKey {
  readonly project_number: number;
  readonly public_key: string;
}
