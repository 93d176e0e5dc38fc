// Finds the place where a text stops being JSON. JSON.parse names the place of some faults only, and its messages quote
// the text.

type Expected = 'value' | 'item or end' | 'name or end' | 'name' | 'colon' | 'comma or end' | 'nothing';

const scalar = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.+-])/y;
const escape = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;
const whitespace = /[ \t\r\n]*/y;

/** Returns the line and column (from 1, in UTF-16 units) of the first fault in a text that is not JSON (RFC 8259). */
export function describeJsonFault(text: string): string {
  const at = faultIn(text);
  const before = text.slice(0, at);
  const line = before.split('\n').length;
  const column = at - before.lastIndexOf('\n');
  return `${at < text.length ? 'unexpected character' : 'unexpected end'} at line ${line}, column ${column}`;
}

/** The offset of the first token that is not allowed at its place; the text's length if the text ends too early. */
function faultIn(text: string): number {
  const around: ('{' | '[')[] = [];
  let expected: Expected = 'value';
  let at = skip(text, 0);
  while (at < text.length && expected !== 'nothing') {
    const character = text[at] ?? '';
    const end = endOfToken(text, at, character);
    const next: Expected | undefined = end === undefined ? undefined : follow(expected, character, around);
    if (end === undefined || next === undefined) return faultInToken(text, at, character);
    expected = next;
    at = skip(text, end);
  }
  return at;
}

/** What is expected after a token; undefined if the token itself is unexpected. */
function follow(expected: Expected, character: string, around: ('{' | '[')[]): Expected | undefined {
  const after = (): Expected => (around.length === 0 ? 'nothing' : 'comma or end');
  const takesValue = expected === 'value' || expected === 'item or end';
  switch (character) {
    case '{':
    case '[':
      if (!takesValue) return undefined;
      around.push(character);
      return character === '{' ? 'name or end' : 'item or end';
    case '}':
    case ']': {
      const isEnd = expected === 'comma or end' || expected === (character === '}' ? 'name or end' : 'item or end');
      if (!isEnd || around.pop() !== (character === '}' ? '{' : '[')) return undefined;
      return after();
    }
    case ',':
      if (expected !== 'comma or end') return undefined;
      return around.at(-1) === '{' ? 'name' : 'value';
    case ':':
      return expected === 'colon' ? 'value' : undefined;
    case '"':
      if (expected === 'name' || expected === 'name or end') return 'colon';
      return takesValue ? after() : undefined;
    default:
      return takesValue ? after() : undefined;
  }
}

/** Undefined if no JSON token begins there. */
function endOfToken(text: string, at: number, character: string): number | undefined {
  if ('{}[],:'.includes(character)) return at + 1;
  if (character === '"') {
    const end = endOfCharacters(text, at + 1);
    return text[end] === '"' ? end + 1 : undefined;
  }
  scalar.lastIndex = at;
  return scalar.test(text) ? scalar.lastIndex : undefined;
}

/** The fault of a string is inside the string. The fault of any other token is at its beginning. */
function faultInToken(text: string, at: number, character: string): number {
  if (character !== '"') return at;
  const end = endOfCharacters(text, at + 1);
  return text[end] === '"' ? at : end;
}

/** The end of a string: its closing quote, or the first character that a string must not contain. */
function endOfCharacters(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const character = text[at] ?? '';
    if (character === '"' || character < ' ') return at;
    if (character !== '\\') at += 1;
    else {
      escape.lastIndex = at;
      if (!escape.test(text)) return at;
      at = escape.lastIndex;
    }
  }
  return at;
}

function skip(text: string, from: number): number {
  whitespace.lastIndex = from;
  whitespace.test(text);
  return whitespace.lastIndex;
}
