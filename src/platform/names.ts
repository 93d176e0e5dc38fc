/**
 * Returns a name as it is stored: without leading and trailing spaces. A name of only spaces is unchanged, because a
 * name must not be empty.
 */
export function trimName(name: string): string {
  const trimmed = name.trim();
  return trimmed === '' ? name : trimmed;
}
