import type { Failure, StackFrame } from './failure.types.ts';
import { startDraft, toFailure, unknownFrame, type Draft } from './trace-lines.policy.ts';

// Traces of V8 (Node and Chromium), SpiderMonkey (Firefox) and JavaScriptCore (Safari).
// https://v8.dev/docs/stack-trace-api

const HEADER = /^(?:Uncaught )?(?:\(in promise\) )?([A-Za-z_$][\w$.]*)(?: \[([\w.-]+)\])?(?::(?: (.*))?)?$/;
const ERROR_NAME = /(?:Error|Exception|Failure|Fault|Rejection|Warning)$/;
const V8_FRAME = /^\s*at .*(?::\d+:\d+\)?|<anonymous>\)?|\((?:index \d+|native|native code)\))(?: \{)?,?$/;
const ELIDED = /^\s*\.\.\. (\d+) lines matching cause stack trace \.\.\.$/;
const CAUSE = /^\s*\[cause\]: (.*)$/;
const GECKO_FRAME = /^([^@\n]*)@(.+?)(?::(\d+))?(?::(\d+))?$/;
const PLACE = /^(.*?)(?::(\d+))?(?::(\d+))?$/;

/** Returns undefined if no line is a frame. */
export function parseJavaScript(text: string): Failure | undefined {
  const lines = text.split(/\r?\n/);
  const isV8 = lines.some((line) => V8_FRAME.test(line));
  const drafts = isV8 ? readV8(withoutPreamble(lines)) : readGecko(lines);
  const files = drafts.flatMap(({ frames }) => frames.map(({ file }) => file ?? ''));
  return toFailure(drafts, files.some((file) => /^https?:/.test(file)) ? 'browser' : 'node');
}

/** Node prints file, line of source and a caret before an uncaught error. */
function withoutPreamble(lines: string[]): string[] {
  const first = lines.findIndex((line) => V8_FRAME.test(line));
  const caret = lines.slice(0, first).findLastIndex((line) => /^\s*\^+\s*$/.test(line));
  return lines.slice(caret + 1);
}

function readV8(lines: readonly string[]): Draft[] {
  const drafts: Draft[] = [];
  const elided: { readonly of: Draft; readonly at: number; readonly count: number }[] = [];
  let current: Draft | undefined;
  let isHeaderOpen = false;
  for (const [place, line] of lines.entries()) {
    const gap = ELIDED.exec(line);
    if (gap !== null && current !== undefined) {
      elided.push({ of: current, at: current.frames.length, count: Number(gap[1]) });
    } else if (V8_FRAME.test(line)) {
      if (current === undefined) drafts.push((current = startDraft(null)));
      current.frames.push(readV8Frame(line));
      isHeaderOpen = false;
    } else {
      const started = readHeader(line, {
        isFirst: current === undefined,
        isBeforeFrame: V8_FRAME.test(lines[place + 1] ?? ''),
      });
      if (started !== undefined && !(isHeaderOpen && !CAUSE.test(line))) {
        drafts.push((current = started));
        isHeaderOpen = true;
      } else if (isHeaderOpen && current !== undefined) current.message += `\n${line}`;
    }
  }
  for (const gap of elided.reverse()) fillGap(gap, drafts);
  return drafts;
}

/** Node leaves out the frames that an error has in common with its cause, except for the first and the last. */
function fillGap(
  gap: { readonly of: Draft; readonly at: number; readonly count: number },
  drafts: readonly Draft[],
): void {
  const before = gap.of.frames[gap.at - 1];
  const cause = drafts[drafts.indexOf(gap.of) + 1];
  if (before === undefined || cause === undefined) return;
  const from = cause.frames.findIndex((frame) => JSON.stringify(frame) === JSON.stringify(before));
  if (from >= 0) gap.of.frames.splice(gap.at, 0, ...cause.frames.slice(from + 1, from + 1 + gap.count));
}

function readHeader(
  line: string,
  { isFirst, isBeforeFrame }: { isFirst: boolean; isBeforeFrame: boolean },
): Draft | undefined {
  const text = (CAUSE.exec(line)?.[1] ?? line).trim();
  if (text === '') return undefined;
  const found = HEADER.exec(text);
  const isNamed =
    found !== null && (ERROR_NAME.test(found[1] ?? '') || (found[3] !== undefined && /^[A-Z]/.test(text)));
  if (!isFirst && !CAUSE.test(line) && !(isBeforeFrame && isNamed) && !/^\s+\w*Error(?: \[\w+\])?: /.test(line))
    return undefined;
  return isNamed
    ? startDraft(found[1] ?? null, found[3] ?? '')
    : isFirst || CAUSE.test(line)
      ? startDraft(null, text)
      : undefined;
}

function readV8Frame(line: string): StackFrame {
  const text = line
    .trim()
    .slice('at '.length)
    .replace(/(?: \{)?,?$/, '')
    .replace(/^async /, '');
  const open = text.endsWith(')') ? text.indexOf(' (') : -1;
  const name = open === -1 ? null : text.slice(0, open);
  const place = open === -1 ? text : text.slice(open + 2, -1);
  // Code made by eval has no file; where eval was called follows as a frame of its own.
  return toFrame(name, place.startsWith('eval at ') ? '' : place);
}

function readGecko(lines: readonly string[]): Draft[] {
  const draft: Draft = startDraft(null);
  const drafts: Draft[] = [];
  for (const line of lines) {
    const found = GECKO_FRAME.exec(line.trim());
    if (found !== null && /:\d+$|\[native code\]$|^@?https?:/.test(line.trim())) {
      if (drafts.length === 0) drafts.push(draft);
      const file = (found[2] ?? '').replace(/ line \d+ > (?:eval|Function).*$/, '');
      const name = (found[1] ?? '').replace(
        /^(?:async|promise callback|setTimeout handler|setInterval handler|EventListener\.handleEvent)?\*/,
        '',
      );
      drafts.at(-1)?.frames.push({
        ...toFrame(name === '' ? null : name, file),
        line: toNumber(found[3]),
        column: toNumber(found[4]),
      });
    } else if (drafts.length === 0 && line.trim() !== '') {
      const header = HEADER.exec(line.trim());
      drafts.push(header === null ? startDraft(null, line) : startDraft(header[1] ?? null, header[3] ?? ''));
    }
  }
  return drafts;
}

function toFrame(name: string | null, place: string): StackFrame {
  const [, path = '', line, column] = PLACE.exec(place) ?? [];
  const file =
    path === '' || path === '<anonymous>' || path === 'native' || /^index \d+$/.test(path) || path === '[native code]'
      ? null
      : path.replace(/^file:\/\/(?=\/)/, '');
  return {
    ...unknownFrame,
    file,
    function: name,
    line: toNumber(line),
    column: toNumber(column),
    in_app: isInApp(file),
  };
}

function isInApp(file: string | null): boolean {
  return (
    file !== null &&
    !/^(?:node:|internal\/|chrome-extension:|moz-extension:|safari-[\w-]+extension:|webkit-masked-url:|resource:|chrome:)|[\\/]node_modules[\\/]|^<|webpack\/(?:runtime|bootstrap)|^(?:events|net|timers|_http_\w+|module)\.js$/.test(
      file,
    )
  );
}

const toNumber = (text: string | undefined): number | null => (text === undefined ? null : Number(text));
