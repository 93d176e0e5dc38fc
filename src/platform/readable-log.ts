/** A line of the structured log, read again. */
type Line = Readonly<Record<string, unknown>>;

const levelWidth = 5;
/** What stands elsewhere in the line, or is the same in all of them. */
const shownElsewhere: ReadonlySet<string> = new Set([
  'level',
  'time',
  'pid',
  'msg',
  'method',
  'path',
  'status',
  'stack',
]);

/**
 * A line of the structured log for somebody who reads it on a terminal: time, level, message, fields; stacks below it.
 * Our own, because pino-pretty brings ten packages into production for these few lines.
 *
 * @param text one JSON object; anything else is returned as it is
 */
export function toReadableLine(text: string): string {
  const line = parseLine(text);
  if (line === undefined) return text;
  const time = typeof line['time'] === 'string' ? line['time'].slice(11, 23) : '';
  const level = String(line['level']).toUpperCase().padEnd(levelWidth);
  const { method, path, status } = line;
  const request = typeof method === 'string' ? `${method} ${show(path)} ${show(status ?? 'aborted')}` : undefined;
  const fields = Object.entries(line).filter(([name]) => !shownElsewhere.has(name) && !isErrorField(line[name]));
  const words = [
    time,
    level,
    request ?? (typeof line['msg'] === 'string' ? escaped(line['msg']) : ''),
    ...fields.map(([name, value]) => `${name}=${show(value)}`),
  ];
  return `${[words.filter((word) => word !== '').join(' '), ...stacksOf(line)].join('\n')}\n`;
}

function parseLine(text: string): Line | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Line) : undefined;
  } catch {
    return undefined;
  }
}

function show(value: unknown): string {
  return typeof value === 'string' && /^[!#-<>-~]+$/.test(value) ? value : escaped(JSON.stringify(value));
}

/** Without what would begin a line, turn text around, or command a terminal: callers choose what they are called. */
function escaped(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** As the serializers of errors write them. */
function isErrorField(value: unknown): value is { readonly stack: string } {
  return typeof value === 'object' && value !== null && 'stack' in value && typeof value.stack === 'string';
}

function stacksOf(line: Line): readonly string[] {
  return Object.values(line).flatMap((value) =>
    isErrorField(value) ? value.stack.split('\n').map((text) => `    ${escaped(text.trimStart())}`) : [],
  );
}
