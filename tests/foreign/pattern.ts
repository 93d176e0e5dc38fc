// A short text that a regular expression matches: the first alternative, the fewest repetitions, the first of a class.
// It reads what patterns of public documents are made of; look-arounds and back references are taken for nothing.

interface Reader {
  readonly source: string;
  at: number;
}

export function textLike(pattern: string): string {
  return alternatives({ source: pattern, at: 0 });
}

function alternatives(reader: Reader): string {
  const first = sequence(reader);
  while (reader.source[reader.at] === '|') {
    reader.at += 1;
    sequence(reader);
  }
  return first;
}

function sequence(reader: Reader): string {
  let text = '';
  while (reader.at < reader.source.length && !'|)'.includes(reader.source[reader.at] ?? '')) {
    const piece = atom(reader);
    text += piece.repeat(repetitions(reader));
  }
  return text;
}

function atom(reader: Reader): string {
  const character = reader.source[reader.at] ?? '';
  reader.at += 1;
  switch (character) {
    case '^':
    case '$':
      return '';
    case '.':
      return 'a';
    case '\\':
      return escaped(reader);
    case '[':
      return oneOfClass(reader);
    case '(':
      return group(reader);
    default:
      return character;
  }
}

function group(reader: Reader): string {
  const opening = /^\?(?::|[=!]|<[=!]|<[^>]*>)/.exec(reader.source.slice(reader.at))?.[0] ?? '';
  reader.at += opening.length;
  const text = alternatives(reader);
  reader.at += 1;
  return /^\?<?[=!]/.test(opening) ? '' : text;
}

/** The least number of times; a star and a question mark are none. */
function repetitions(reader: Reader): number {
  const written = /^(?:[*+?]|\{\d+(?:,\d*)?\})\??/.exec(reader.source.slice(reader.at))?.[0] ?? '';
  reader.at += written.length;
  if (written.startsWith('{')) return Number(/\d+/.exec(written)?.[0]);
  return written.startsWith('*') || written.startsWith('?') ? 0 : 1;
}

function escaped(reader: Reader): string {
  const character = reader.source[reader.at] ?? '';
  reader.at += 1;
  if (character === 'u' || character === 'x') {
    const digits = /^(?:\{[\da-f]+\}|[\da-f]{4}|[\da-f]{2})/i.exec(reader.source.slice(reader.at))?.[0] ?? '';
    reader.at += digits.length;
    return String.fromCodePoint(Number.parseInt(digits.replaceAll(/[{}]/g, ''), 16));
  }
  const classes: Readonly<Record<string, string>> = { d: '0', w: 'a', s: ' ', D: 'a', W: '-', S: 'a', b: '', B: '' };
  const controls: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };
  return classes[character] ?? controls[character] ?? character;
}

function oneOfClass(reader: Reader): string {
  const from = reader.at;
  while (reader.at < reader.source.length && reader.source[reader.at] !== ']') {
    reader.at += reader.source[reader.at] === '\\' ? 2 : 1;
  }
  const inside = reader.source.slice(from, reader.at);
  reader.at += 1;
  const isMember = new RegExp(`^[${inside}]$`, 'u');
  return Array.from(`a0A-_ /.${inside}`).find((one) => isMember.test(one)) ?? '';
}
