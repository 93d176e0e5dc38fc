import { toTerminalLine } from './terminal-text.ts';

/** A parsed line of the structured log. */
type Line = Readonly<Record<string, unknown>>;

const levelWidth = 5;
/** Fields that have their own place in the text, or that are the same in every line. */
const shownElsewhere: ReadonlySet<string> = new Set(['level', 'time', 'pid', 'msg', 'method', 'path', 'status']);

/**
 * Formats a line of the structured log for a terminal: time, level, message and fields, with stacks below. Not
 * pino-pretty, because that would add ten packages to production.
 *
 * @param text one JSON object; any other text is returned unchanged
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
    request ?? (typeof line['msg'] === 'string' ? toTerminalLine(line['msg']) : ''),
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
  return typeof value === 'string' && /^[!#-<>-~]+$/.test(value) ? value : toTerminalLine(JSON.stringify(value));
}

/** Recognises errors as pino's serializers write them. */
function isErrorField(value: unknown): value is { readonly stack: string } {
  return typeof value === 'object' && value !== null && 'stack' in value && typeof value.stack === 'string';
}

function stacksOf(line: Line): readonly string[] {
  return Object.values(line).flatMap((value) =>
    isErrorField(value) ? value.stack.split('\n').map((text) => `    ${toTerminalLine(text.trimStart())}`) : [],
  );
}
