/** Returns equivalent spellings of an id in a path (RFC 3986, 6.2.2 and RFC 9562, 4). */
export function spellingsOf(id: string): Readonly<Record<string, string>> {
  return {
    'its first character encoded': encoded(id.slice(0, 1)) + id.slice(1),
    'all of it encoded': encoded(id),
    'its hyphens encoded': id.replaceAll('-', '%2D'),
    'hexadecimal digits of the encoding in lower case': encoded(id).toLowerCase(),
    'upper case': id.toUpperCase(),
    'mixed case': id.replaceAll(/[a-f](?=.*-)/g, (digit) => digit.toUpperCase()),
    'upper case, encoded': encoded(id.toUpperCase()),
  };
}

/** Returns texts that resemble the id but are not equivalent to it. */
export function lookAlikesOf(id: string): Readonly<Record<string, string>> {
  const digit = /\d/.exec(id)?.[0] ?? '';
  return {
    'a digit of full width': encodeURIComponent(id.replace(digit, String.fromCodePoint(0xff10 + Number(digit)))),
    'an Arabic-Indic digit': encodeURIComponent(id.replace(digit, String.fromCodePoint(0x660 + Number(digit)))),
    'a combining accent': encodeURIComponent(`${id}\u0301`),
    'a hyphen of another kind': encodeURIComponent(id.replace('-', '\u2010')),
    'a space before it': `%20${id}`,
    'a space behind it': `${id}%20`,
    'a plus sign before it': `+${id}`,
    'encoded twice': encoded(id).replaceAll('%', '%25'),
    'in braces': `%7B${id}%7D`,
    'without hyphens': id.replaceAll('-', ''),
    'as a URN': `urn:uuid:${id}`,
    'a parameter behind it': `${id};v=1`,
    'a semicolon behind it': `${id};`,
    'a no-break space behind it': `${id}%C2%A0`,
    'a byte order mark before it': `%EF%BB%BF${id}`,
    twice: `${id},${id}`,
    'one character short': id.slice(1),
  };
}

/** Returns invalid path segments that contain the id. */
export function brokenSegmentsOf(id: string): Readonly<Record<string, string>> {
  return {
    'a NUL behind it': `${id}%00`,
    'a NUL before it': `%00${id}`,
    'a line end behind it': `${id}%0A`,
    'a carriage return behind it': `${id}%0D`,
    'a tabulator behind it': `${id}%09`,
    'a DEL behind it': `${id}%7F`,
    'a C1 control behind it': `${id}%C2%85`,
    'an encoded slash behind it': `${id}%2F`,
    'an encoded slash before it': `%2f${id}`,
    'half of an encoding': `${id}%`,
    'an encoding of no digits': `${id}%zz`,
    'an overlong slash': `${id}%C0%AF`,
    'a lone surrogate': `${id}%ED%A0%80`,
    'bytes that are no UTF-8': `${id}%FF`,
  };
}

/** Percent-encodes every character of a text, even those that do not need it. */
export function encoded(text: string): string {
  return [...Buffer.from(text)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
}
