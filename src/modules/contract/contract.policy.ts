const VIOLATIONS_KEPT_MS = 90 * 86_400_000;

/** Violations that have not come again since then are forgotten. */
export function violationsKeptSince(now: Date): Date {
  return new Date(now.getTime() - VIOLATIONS_KEPT_MS);
}
