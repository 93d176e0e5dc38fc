/** What a record of another program is known by. */
export interface TaskIdentity {
  /** An id that stays the same for ever; null where the source gives none. */
  readonly lasting: string | null;
  /** Ids that can change, or come to stand for another record; the likeliest first. */
  readonly named: readonly string[];
  /** Its number there, for records that were imported before lasting ids were kept; null where there is none. */
  readonly number: number | null;
}
