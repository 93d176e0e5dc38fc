const SLUG_STEM_MAX = 36;

/** Derives a slug from a name: its letters and digits in lower case, joined by hyphens. */
export function slugOf(name: string): string {
  const stem = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, SLUG_STEM_MAX)
    .replace(/^-+|-+$/g, '');
  return stem === '' ? 'organization' : stem;
}
