import { inspect } from 'node:util';
import { messageOf as safeMessageOf } from '../../../platform/error-facts.ts';
import { maskText, toStorable } from '../../../platform/secret-texts.ts';
import type { CountedFailure, Failure } from '../incidents.types.ts';

const MESSAGE_LENGTH_MAX = 2000;
const STACK_LENGTH_MAX = 16_000;
const TITLE_LENGTH_MAX = 200;
const NAME_LENGTH_MAX = 100;
const TAG_LENGTH_MAX = 200;
const TAGS_MAX = 20;
const CAUSES_MAX = 5;

interface FailureBufferOptions {
  /** The number of different failures that are kept. Others are dropped, so that the memory is bounded. */
  readonly entriesMax: number;
  /** Called with the number of failures that were dropped. */
  readonly onDropped: (count: number) => void;
}

/** Failures that wait to be written. Equal ones are counted. */
export class FailureBuffer {
  readonly #options: FailureBufferOptions;
  #entries = new Map<string, CountedFailure>();

  constructor(options: FailureBufferOptions) {
    this.#options = options;
  }

  get size(): number {
    return this.#entries.size;
  }

  add(failure: Failure, at: Date): void {
    this.#merge(toCounted(failure, at));
  }

  /** Removes and returns everything. */
  take(): readonly CountedFailure[] {
    const taken = [...this.#entries.values()];
    this.#entries = new Map();
    return taken;
  }

  /** Keeps what could not be written, beside what has come meanwhile. */
  putBack(failures: readonly CountedFailure[]): void {
    for (const failure of failures) this.#merge(failure);
  }

  #merge(failure: CountedFailure): void {
    const key = keyOf(failure);
    const known = this.#entries.get(key);
    if (known === undefined) {
      if (this.#entries.size < this.#options.entriesMax) this.#entries.set(key, failure);
      else this.#options.onDropped(failure.count);
      return;
    }
    const latest = failure.last_at >= known.last_at ? failure : known;
    this.#entries.set(key, {
      ...latest,
      count: known.count + failure.count,
      first_at: known.first_at <= failure.first_at ? known.first_at : failure.first_at,
    });
  }
}

/** Failures that differ only in numbers and ids are equal, so that a flood of them takes one entry. */
function keyOf(failure: CountedFailure): string {
  const { kind, service, type, message, stack, fingerprint, isCounted, error_id } = failure;
  const place = fingerprint?.join('\n') ?? `${maskNumbers(message ?? '')}\n${firstFrameOf(stack)}`;
  return `${kind} ${service} ${type} ${String(isCounted)} ${String(error_id)} ${place}`;
}

function maskNumbers(text: string): string {
  return text.slice(0, 200).replace(/[0-9a-f]*\d[0-9a-f]*/gi, '0');
}

function firstFrameOf(stack: string | null): string {
  return /^\s+at .*$/m.exec(stack ?? '')?.[0].trim() ?? '';
}

function toCounted(failure: Failure, at: Date): CountedFailure {
  const { kind, service, title, error, fingerprint, tags = {}, isFatal = false } = failure;
  const message = failure.message ?? messageOf(error);
  return {
    kind,
    service: clean(service, NAME_LENGTH_MAX) || 'unknown',
    title: clean(title, TITLE_LENGTH_MAX),
    type: clean(typeOf(error), NAME_LENGTH_MAX) || 'Error',
    message: message === undefined ? null : clean(message, MESSAGE_LENGTH_MAX),
    stack: stackOf(error),
    fingerprint: fingerprint?.map((part) => clean(part, TAG_LENGTH_MAX)),
    tags: Object.fromEntries(
      Object.entries({ ...tags, kind, service })
        .slice(0, TAGS_MAX)
        .map(([name, value]) => [name, clean(value, TAG_LENGTH_MAX)]),
    ),
    level: isFatal ? 'fatal' : 'error',
    count: 1,
    first_at: at,
    last_at: at,
    error_id: undefined,
    isCounted: false,
  };
}

function typeOf(error: unknown): string {
  return error instanceof Error ? error.name : 'Failure';
}

function messageOf(error: unknown): string | undefined {
  if (error === undefined) return undefined;
  if (error instanceof Error) return safeMessageOf(error);
  return typeof error === 'string' ? error : inspect(error, { depth: 1 });
}

/** The stack of an error and of its causes, as Node prints them. */
function stackOf(error: unknown): string | null {
  const stacks: string[] = [];
  let current = error;
  while (current instanceof Error && stacks.length < CAUSES_MAX) {
    const message = safeMessageOf(current);
    if (typeof current.stack === 'string') stacks.push(current.stack.replace(current.message, () => message));
    current = current.cause;
  }
  return stacks.length === 0 ? null : clean(stacks.join('\n[cause]: '), STACK_LENGTH_MAX);
}

/** Without secrets, because incidents are mailed, audited and kept, and without what PostgreSQL cannot store. */
function clean(text: string, lengthMax: number): string {
  return toStorable(maskText(text.slice(0, 2 * lengthMax)).slice(0, lengthMax));
}
