import type { Failure, StackFrame } from './failure.types.ts';
import { startDraft, toFailure, unknownFrame, type Draft } from './trace-lines.policy.ts';

// Tracebacks of CPython, with causes, contexts and exception groups. https://docs.python.org/3/library/traceback.html

const START = /^\s*(?:Exception Group )?Traceback \(most recent call last\):\s*$/;
const FRAME = /^\s*File "([^"]*)", line (\d+), in (.+)$/;
const HEADER = /^([A-Za-z_][\w.]*)(?:: (.*))?$/;
/** The lines that an exception group draws around what it contains. */
const GUTTER = /^ *[|+] /;
const SEPARATOR = /^[ |]*\+-[-+]*(?: (?:\d+|\.\.\.) -+)?\s*$/;
const LIBRARY =
  /[\\/](?:site-packages|dist-packages)[\\/]|[\\/]lib(?:64)?[\\/]python\d|[\\/]Python\d+[\\/]Lib[\\/]|^<(?!stdin|module)/i;

/** Returns undefined if the text has no traceback. */
export function parsePython(text: string): Failure | undefined {
  const read = new TracebackReader();
  for (const line of text.split(/\r?\n/)) read.take(line);
  return toFailure(read.outermostFirst(), 'python');
}

class TracebackReader {
  readonly #chain: Draft[] = [];
  readonly #members: Draft[] = [];
  #depth = 0;
  #frames: StackFrame[] | undefined;
  #last: Draft | undefined;

  take(line: string): void {
    if (SEPARATOR.test(line)) {
      this.#last = undefined;
      return;
    }
    const gutter = GUTTER.exec(line)?.[0] ?? '';
    const text = line.slice(gutter.length);
    if (START.test(text)) {
      // The outermost group is indented by two, its members by four.
      this.#depth = gutter.length > 4 ? 1 : 0;
      this.#frames = [];
      this.#last = undefined;
    } else if (this.#frames === undefined) this.#continueMessage(text);
    else this.#takeWithin(text, this.#frames);
  }

  outermostFirst(): Draft[] {
    return [...this.#chain.reverse(), ...this.#members];
  }

  #takeWithin(text: string, frames: StackFrame[]): void {
    const [, file, line, name] = FRAME.exec(text) ?? [];
    if (file !== undefined && name !== undefined) {
      frames.unshift({ ...unknownFrame, file, function: name, line: Number(line), in_app: !LIBRARY.test(file) });
      return;
    }
    // What is indented is a line of source, its markers, or `[Previous line repeated …]`.
    const header = /^\s/.test(text) ? null : HEADER.exec(text);
    if (header === null) return;
    const draft = startDraft(header[1] ?? null, header[2] ?? '');
    draft.frames = frames;
    (this.#depth === 0 ? this.#chain : this.#members).push(draft);
    this.#last = draft;
    this.#frames = undefined;
  }

  #continueMessage(text: string): void {
    if (this.#last === undefined) return;
    if (text.trim() === '') this.#last = undefined;
    else this.#last.message += `\n${text}`;
  }
}
