import type { StoredKey } from '../reporting-keys.types.ts';

export type { BadSession, SessionCounts } from '../../errors/index.ts';

/** What a key decides about the reports that are sent with it. */
export interface IntakeKey extends Pick<
  StoredKey,
  'id' | 'organization_id' | 'project_id' | 'project_number' | 'is_active' | 'reports_per_minute'
> {
  /** Whether the project is archived, and takes no reports. */
  readonly is_archived: boolean;
}
