/** The ids of a record in another program. */
export interface TaskIdentity {
  /** An id that never changes; null if the source has none. */
  readonly lasting: string | null;
  /** Ids that can change or come to mean another record; the most reliable first. */
  readonly named: readonly string[];
  /** Its number in the source, for records that were imported before lasting ids were stored; null if there is none. */
  readonly number: number | null;
}
