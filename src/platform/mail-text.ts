// What a mail says of somebody is theirs to choose: a name may be "Your account is locked, see evil.example". In our mails
// such text stays text. It breaks no line, turns no writing direction, and mail programs find no link in it.

const NAME_LENGTH_MAX = 100;
/** Long enough to recognise a browser by. */
const PROGRAM_LENGTH_MAX = 120;

/** A name, as a mail may show it. */
export function toMailName(name: string): string {
  return toHarmless(name, NAME_LENGTH_MAX);
}

/** What a client calls itself (User-Agent), as a mail may show it. */
export function toMailProgram(userAgent: string | null): string {
  return userAgent === null ? 'unknown' : toHarmless(userAgent, PROGRAM_LENGTH_MAX);
}

function toHarmless(text: string, lengthMax: number): string {
  const line = text
    // Invisible marks: among them those that turn the writing direction, and those that hide a link from the next steps.
    .replace(/\p{Cf}+/gu, '')
    .replace(/[\p{C}\p{Z}\s]+/gu, ' ')
    // A space after each sign that makes a link of what follows: evil.example, //host, mailto:x, a@b.
    .replace(/(?<=[.。．｡])(?=[\p{L}\p{M}])/gu, ' ')
    .replace(/(?<=[:：@＠])(?=[^\s\d])/gu, ' ')
    .replace(/(?<=[/／\\])(?=[/／\\])/gu, ' ')
    .trim();
  const signs = Array.from(line);
  return signs.length > lengthMax ? `${signs.slice(0, lengthMax).join('')}…` : line;
}
