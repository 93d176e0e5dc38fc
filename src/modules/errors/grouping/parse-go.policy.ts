import type { Failure, StackFrame } from './failure.types.ts';
import { startDraft, toFailure, unknownFrame, type Draft } from './trace-lines.policy.ts';

// What the runtime of Go prints for a panic or a fatal error, what debug.Stack returns, and what %+v prints of an error with
// frames. Only the goroutine that failed counts, and it is printed first.

const CALL =
  /^(?:created by )?(panic(?=\()|(?:[\w.~%@-]+\/)*[\w%-]+\.(?:\(\*?[\w.[\]/, ]+\)\.)?[\w.[\]/-]+?)(?:\([^\n]*\))?(?: in goroutine \d+)?$/;
const PLACE = /^\t(\S.*?\.(?:go|s|cgo)):(\d+)(?: \+0x[0-9a-f]+)?(?: fp=.*)?$/;
const HEADER = /^\t?(panic|fatal error): (.*)$/;
/** How net/http logs a panic that it recovered. */
const SERVED = /^(?:\S+ \S+ )?http: (panic) serving \S+: (.*)$/;
const GOROUTINE = /^goroutine \d+ .*\[[^\]]*\]:$/;
const LIBRARY = /[\\/]go[\d.]*[\\/]src[\\/]|[\\/]pkg[\\/]mod[\\/]|[\\/]vendor[\\/]|@v\d|^_cgo/;
const STANDARD =
  /^(?:archive|bufio|bytes|compress|container|context|crypto|database|encoding|errors|expvar|flag|fmt|go|hash|html|image|internal|io|iter|log|maps|math|mime|net|os|path|plugin|reflect|regexp|runtime|slices|sort|strconv|strings|structs|sync|syscall|testing|text|time|unicode|unique|unsafe)(?:\/|$)/;

/** Returns undefined if no call is followed by its place. */
export function parseGo(text: string): Failure | undefined {
  const lines = text.split(/\r?\n/);
  const draft = readHeader(lines);
  const first = lines.findIndex((line) => GOROUTINE.test(line));
  for (let at = Math.max(first, 0) + 1; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (first >= 0 && (line === '' || GOROUTINE.test(line)) && draft.frames.length > 0) break;
    const place = PLACE.exec(line);
    const call = CALL.exec(lines[at - 1] ?? '');
    if (place !== null && call !== null) draft.frames.push(toFrame(call[1] ?? '', place[1] ?? '', Number(place[2])));
  }
  // Above the innermost call of panic are the deferred functions that passed the panic on.
  const raised = draft.frames.findLastIndex((frame) => frame.function === 'panic' && frame.module === null);
  draft.frames.splice(0, raised + 1);
  return toFailure([draft], 'go');
}

/** The last panic is what ended the program; what it was raised for comes first and says why. */
function readHeader(lines: readonly string[]): Draft {
  const end = lines.findIndex((line) => GOROUTINE.test(line));
  const before = end === -1 ? lines : lines.slice(0, end);
  const found = before.map((line) => HEADER.exec(line) ?? SERVED.exec(line)).find((match) => match !== null);
  if (found === undefined) return startDraft(null, before.find((line) => line.trim() !== '') ?? '');
  const message = (found[2] ?? '').replace(/(?: \[recovered(?:, repanicked)?\])+$/, '');
  const runtime = /^runtime error: (.*)$/.exec(message);
  if (runtime !== null) return startDraft('runtime error', runtime[1] ?? '');
  // An error is printed as it is; a value of another type as `(main.Problem) {…}`.
  const typed = /^\((\*?[\w./]+\.\w+)\) /.exec(message);
  return startDraft(typed?.[1] ?? found[1] ?? 'panic', message);
}

function toFrame(call: string, file: string, line: number): StackFrame {
  const slash = call.lastIndexOf('/', call.includes('[') ? call.indexOf('[') : undefined);
  const dot = call.indexOf('.', slash + 1);
  const module = dot === -1 ? null : decodePackage(call.slice(0, dot));
  const name = call.slice(dot + 1);
  const isStandard = module !== null && STANDARD.test(module) && !/^main$/.test(module);
  const isLibrary = LIBRARY.test(file) || isStandard || module === null;
  return { ...unknownFrame, file, function: name, module, line, in_app: !isLibrary };
}

/** A dot in the last element of an import path is written as %2e. */
function decodePackage(name: string): string {
  return name.replaceAll('%2e', '.');
}
