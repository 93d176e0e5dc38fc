import { AppError } from './app-error.ts';

/** What `If-Match` demands of a row's version: any of these versions, any version at all, or (undefined) nothing. */
export type VersionPrecondition = readonly number[] | '*' | undefined;

/** @throws AppError `precondition_failed` (412) when the row is not in a version the caller asked for (RFC 9110, 13.1.1). */
export function assertVersion(row: { readonly version: number }, precondition: VersionPrecondition): void {
  if (precondition === undefined || precondition === '*' || precondition.includes(row.version)) return;
  throw new AppError('precondition_failed', 412);
}
