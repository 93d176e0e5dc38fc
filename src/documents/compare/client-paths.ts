import { methods } from '../reader/operations.ts';

// Finds paths of an API in code of any language, with the methods by which they are called. Paths are compared by their
// shape, in which every parameter is `{}`: that of `/tasks/{task_id}` and of `/tasks/${task.id}` is `/tasks/{}`.

interface Call {
  /** In lower case; undefined if the code next to the path does not tell it. */
  readonly method: string | undefined;
  readonly shape: string;
}

/** Characters before and after a path in which its method is looked for. */
const NEIGHBOURHOOD_CHARACTERS = 300;

const method = `(${methods.join('|')})`;
/** A pair of braces, which may contain more of them: `{x}`, or the end of `${f({ x })}`. */
const braces = '\\{[^{}\\n]{0,200}(?:\\{[^{}\\n]{0,200}\\}[^{}\\n]{0,200}){0,5}\\}';
const parentheses = '\\\\\\([^()\\n]{0,200}\\)';
/** A value in a text: `${x}`, `#{x}`, `{x}`, `$x`, `\(x)`, `%s`. */
const values = new RegExp(`[$#]?${braces}|\\$\\w+|${parentheses}|%[sdvq]`, 'g');
// Each character can match in one way only, so that a text without an end is refused in one pass.
const literal = `(['"\`])((?:${braces}|${parentheses}|[^'"\`\\s{}\\\\]|\\\\(?!\\())*)\\1`;
const anyLiteral = new RegExp(literal, 'g');
const nextLiteral = new RegExp(literal, 'y');
/** What is added to a text: a name with its members, calls and indices. */
const nextOperand = /(?:[\w$.?!]|\((?:[^()]|\([^()]{0,200}\)){0,200}\)|\[[^[\]]{0,200}\])+/y;
const nextPlus = /\s*\+\s*/y;

/** What may stand between the method and the path: `fmt.Sprintf(`, `url: `, `BASE + `, the `f` of Python. */
const wrapping = '(?:\\w+\\s*[:=]\\s*)?(?:[\\w$.]+\\s*[(+]\\s*)*[\\w$@]{0,2}$';
const before = [
  new RegExp(`\\b${method}(?:<[^()]{0,200}>)?\\(\\s*${wrapping}`, 'i'),
  new RegExp(`\\b(?:method)?${method}['"\`]?\\s*,\\s*${wrapping}`, 'i'),
];
const after = [
  new RegExp(`^\\]\\s*(?:\\.\\s*|\\[\\s*['"\`])${method}\\b`, 'i'),
  new RegExp(`^\\s*,\\s*\\{[^{}]*\\bmethod['"]?\\s*:\\s*['"\`]${method}\\b`, 'i'),
];

/** Finds the calls in code. */
export function callsIn(code: string): Call[] {
  const found: Call[] = [];
  let end = 0;
  for (;;) {
    const match = matchAt(anyLiteral, code, end);
    if (match === null) return found;
    const whole = concatenated(code, match[2] ?? '', anyLiteral.lastIndex);
    ({ end } = whole);
    const shape = shapeOf(whole.text);
    if (shape !== undefined) found.push({ method: methodAt(code, match.index, end), shape });
  }
}

/** Continues a text with what the code adds to it: `'/tasks/' + id + '/comments'`. */
function concatenated(code: string, first: string, from: number): { text: string; end: number } {
  let text = first;
  let end = from;
  while (matchAt(nextPlus, code, end) !== null) {
    end = nextPlus.lastIndex;
    const added = matchAt(nextLiteral, code, end);
    text += added === null ? '{}' : (added[2] ?? '');
    if (added !== null) end = nextLiteral.lastIndex;
    else if (matchAt(nextOperand, code, end) !== null) end = nextOperand.lastIndex;
  }
  return { text, end };
}

function matchAt(pattern: RegExp, code: string, from: number): RegExpExecArray | null {
  pattern.lastIndex = from;
  return pattern.exec(code);
}

function methodAt(code: string, start: number, end: number): string | undefined {
  const left = code.slice(Math.max(0, start - NEIGHBOURHOOD_CHARACTERS), start);
  const right = code.slice(end, end + NEIGHBOURHOOD_CHARACTERS);
  const found = [...after.map((one) => one.exec(right)), ...before.map((one) => one.exec(left))];
  return found.find((match) => match !== null)?.[1]?.toLowerCase();
}

/** Returns the shape of a path; undefined for a text that is none. Leaves out the server, the query and the fragment. */
export function shapeOf(text: string): string | undefined {
  const marked = text.replaceAll(values, '{}');
  const path = marked.replace(/^(?:[a-z]+:\/\/[^/]*|(?:\{\})+)(?=\/)/i, '').replace(/[?#].*$/s, '');
  if (!/^\/[^/]/.test(path)) return undefined;
  return path
    .replaceAll(/\/:\w+/g, '/{}')
    .replace(/\/$/, '')
    .replace(/([^/])\{\}$/, '$1');
}

/**
 * Whether a path in code can be one of a document, although their shapes differ: the code names the value of a parameter,
 * or has a variable where the document has a word.
 */
export function isPossible(shape: string, known: string): boolean {
  const [own, others] = [shape.split('/'), known.split('/')];
  return (
    own.length === others.length && own.every((one, index) => [one, '{}'].includes(others[index] ?? '') || one === '{}')
  );
}
