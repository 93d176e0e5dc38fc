/** A name as it is stored: without spaces at its ends. One of nothing but spaces stays as it is, since it must not become empty. */
export function trimName(name: string): string {
  const trimmed = name.trim();
  return trimmed === '' ? name : trimmed;
}
