/** The result of one check of `make security`. */
export interface Result {
  /** What was done, with its extent. */
  readonly done: string;
  readonly findings: readonly string[];
  /** Why a part was not checked; undefined if all of it was. */
  readonly leftOut?: string;
}
