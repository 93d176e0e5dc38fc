const VIOLATIONS_KEPT_MS = 90 * 86_400_000;

/** Returns the time before which a violation's last occurrence is too old to keep. */
export function violationsKeptSince(now: Date): Date {
  return new Date(now.getTime() - VIOLATIONS_KEPT_MS);
}
