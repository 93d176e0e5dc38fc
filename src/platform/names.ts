/** A name as it is stored: without spaces at its ends. One of nothing but spaces stays as it is, since it must not become empty. */
export function trimName(name: string): string {
  const trimmed = name.trim();
  return trimmed === '' ? name : trimmed;
}

/** An address of mail as it is stored and compared. The domain has no case; no mail server of today tells the case of the rest. */
export function normalizeEmail(address: string): string {
  return address.toLowerCase();
}
