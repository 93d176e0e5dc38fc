/** What ReDoc has no option for, as texts of its bundle and their replacements. */
const adaptations = [
  // A logo from its maker's server. The pages must not load anything from other servers.
  ['https://cdn.redoc.ly/redoc/logo-mini.svg', 'data:,'],
  // The level of the headings below an operation's, which is an h2.
  ['.h5`', '.h3`'],
  // Three colours that are not part of its theme, and cannot be read on a dark page.
  ['color: rgba(38, 50, 56, 0.7);', 'color: var(--soft);'],
  [' color: black;', ' color: var(--ink);'],
  ['color: #0e7c86;', 'color: var(--link);'],
  // A name of menu items that differs from their text, which names the method too.
  ['"aria-label":e.sidebarLabel,', ''],
] as const;

/**
 * Returns ReDoc's bundle with the adaptations.
 * @throws Error if the bundle does not contain one of the texts, which happens after an upgrade of ReDoc
 */
export function adaptRedoc(bundle: string): string {
  return adaptations.reduce((text, [original, replacement]) => {
    if (!text.includes(original)) throw new Error(`ReDoc's bundle does not contain ${original}`);
    return text.replaceAll(original, replacement);
  }, bundle);
}
