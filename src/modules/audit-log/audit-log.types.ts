/** The log of the caller's organization, or of changes that belong to no organization. */
export type LogName = 'organization' | 'installation';

/** Which log is read, and which of its entries. */
export interface AuditFilters {
  readonly log?: LogName | undefined;
  readonly actor_id?: string | undefined;
  readonly action?: readonly string[] | undefined;
  readonly resource_type?: string | undefined;
  readonly resource_id?: string | undefined;
  readonly project_id?: string | undefined;
  readonly request_id?: string | undefined;
  readonly created_after?: string | undefined;
  readonly created_before?: string | undefined;
}
