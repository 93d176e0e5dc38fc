import { isMembers, type Members } from './envelope.policy.ts';
import { countOf, listOf, membersOf, textOf } from './values.policy.ts';

const FRAMES_MAX = 250;
const CAUSES_MAX = 20;

interface SentFrame {
  readonly file: string | null;
  readonly function: string | null;
  readonly module: string | null;
  readonly line: number | null;
  readonly column: number | null;
  readonly in_app: boolean;
}

interface SentFailure {
  readonly type: string | null;
  readonly message: string | null;
  /** Innermost first. */
  readonly frames: readonly SentFrame[];
}

/**
 * Returns the exceptions of an event, outermost first: the one that was thrown last, then what led to it. SDKs send the
 * root cause first.
 */
export function failuresOf(exception: unknown): SentFailure[] {
  const sent = isMembers(exception) && !('values' in exception) ? [exception] : listOf(exception);
  const failures = sent.filter(isMembers).map(toFailure);
  return failures.reverse().slice(0, CAUSES_MAX + 1);
}

function toFailure({ type, value, stacktrace, raw_stacktrace }: Members): SentFailure {
  return {
    type: textOf(type, 200) ?? null,
    message: textOf(isMembers(value) ? JSON.stringify(value) : value, 10_000) ?? null,
    frames: framesOf(stacktrace ?? raw_stacktrace),
  };
}

/** SDKs send the innermost call last. */
export function framesOf(stacktrace: unknown): SentFrame[] {
  const frames = listOf(membersOf(stacktrace)['frames']).filter(isMembers);
  return frames.slice(-FRAMES_MAX).reverse().map(toFrame);
}

function toFrame(frame: Members): SentFrame {
  const { filename, abs_path, function: name, module, lineno, colno, in_app } = frame;
  return {
    file: textOf(filename, 1000) ?? textOf(abs_path, 1000) ?? null,
    function: name === '?' ? null : (textOf(name, 500) ?? null),
    module: textOf(module, 500) ?? null,
    line: countOf(lineno),
    column: countOf(colno),
    in_app: in_app !== false,
  };
}
