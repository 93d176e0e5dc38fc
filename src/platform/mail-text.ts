// Users choose the names that our mails contain, for example "Your account is locked, see evil.example". These
// functions make such text harmless: it has no line breaks, no change of writing direction, and nothing that mail
// programs show as a link.

const NAME_LENGTH_MAX = 100;
/** Long enough to recognise a browser. */
const PROGRAM_LENGTH_MAX = 120;

/** Returns a name in a form that is safe to show in a mail. */
export function toMailName(name: string): string {
  return toHarmless(name, NAME_LENGTH_MAX);
}

/** Returns a client's User-Agent in a form that is safe to show in a mail. */
export function toMailProgram(userAgent: string | null): string {
  return userAgent === null ? 'unknown' : toHarmless(userAgent, PROGRAM_LENGTH_MAX);
}

function toHarmless(text: string, lengthMax: number): string {
  const line = text
    // Format characters: some change the writing direction, some would hide a link from the next steps.
    .replace(/\p{Cf}+/gu, '')
    .replace(/[\p{C}\p{Z}\s]+/gu, ' ')
    // A space after each character that can start a link: evil.example, //host, mailto:x, a@b.
    .replace(/(?<=[.。．｡])(?=[\p{L}\p{M}])/gu, ' ')
    .replace(/(?<=[:：@＠])(?=[^\s\d])/gu, ' ')
    .replace(/(?<=[/／\\])(?=[/／\\])/gu, ' ')
    .trim();
  const characters = Array.from(line);
  return characters.length > lengthMax ? `${characters.slice(0, lengthMax).join('')}…` : line;
}
