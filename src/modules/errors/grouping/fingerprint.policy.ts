import { createHash } from 'node:crypto';
import { basename } from 'node:path/posix';
import type { Cause, Failure, StackFrame } from './failure.types.ts';
import { keysOfCycle, keysOfFrames, readableName, topFrame } from './frame-keys.policy.ts';
import { maskMessage } from './mask-message.policy.ts';

/** Raised when the rules change, so that no new fingerprint equals an old one by accident. */
const RULES_VERSION = 'architect-1';
const FINGERPRINT_CHARACTERS = 32;
const MESSAGE_CHARACTERS_MAX = 500;
const TITLE_CHARACTERS_MAX = 200;
const CAUSES_MAX = 20;

/** Errors that runtimes raise about the code itself: what their messages quote is a name in it, not data. */
const CODE_ERRORS =
  /(?:^|[.])(?:TypeError|ReferenceError|AttributeError|NameError|UnboundLocalError|ImportError|ModuleNotFoundError|NullPointerException|NoSuchMethodError|NoSuchFieldError|NoClassDefFoundError|ClassNotFoundException|ClassCastException|AbstractMethodError)$/;
const STACK_OVERFLOW =
  /maximum call stack|too much recursion|RecursionError|StackOverflowError|stack (?:overflow|exceeds)/i;
const DEFAULT_TOKEN = /^\{\{\s*default\s*\}\}$/;

/**
 * Returns 32 hex characters that are equal for reports of the same failure (ADR 0042): of type, masked message and
 * innermost frames of the error and of its root cause, and of the types between them.
 * @param own what the reporter groups by instead; `{{ default }}` in it stands for the rules above
 */
export function fingerprintOf(failure: Failure, own: readonly string[] = []): string {
  const isDefault = own.map((part) => DEFAULT_TOKEN.test(part.trim()));
  // Once, however often it is named, because it is most of the work.
  const rules = own.length === 0 || isDefault.includes(true) ? defaultParts(failure) : [];
  const parts =
    own.length === 0 ? rules : own.flatMap((part, at) => (isDefault[at] === true ? rules : [`own ${part}`]));
  const text = JSON.stringify([RULES_VERSION, ...parts]);
  return createHash('sha256').update(text).digest('hex').slice(0, FINGERPRINT_CHARACTERS);
}

/** Returns `<type>: <masked message>`, or the place if the error has neither. */
export function titleOf(failure: Failure): string {
  const message = maskedLine(failure);
  const title = [failure.type?.trim(), message].filter((part) => part !== undefined && part !== '').join(': ');
  const text = title === '' ? (culpritOf(failure) ?? 'Unknown error') : title;
  const shown = text.length > TITLE_CHARACTERS_MAX ? `${text.slice(0, TITLE_CHARACTERS_MAX - 1)}…` : text;
  // A character that is cut in half cannot be stored.
  return shown.toWellFormed();
}

/** Returns where it failed, as `charge (payments.ts)` or `com.example.Orders.load`; undefined without frames. */
export function culpritOf(failure: Failure): string | undefined {
  const frame = topFrame(failure.frames) ?? failure.causes.map(({ frames }) => topFrame(frames)).find(Boolean);
  return frame === undefined ? undefined : placeText(frame).slice(0, TITLE_CHARACTERS_MAX).toWellFormed();
}

function defaultParts(failure: Failure): string[] {
  const { causes } = failure;
  const root = causes.at(-1);
  const between = causes.slice(0, -1).slice(0, CAUSES_MAX);
  return [
    ...partsOf(failure),
    ...between.map(({ type }) => `cause ${type ?? ''}`),
    ...(root === undefined ? [] : ['root', ...partsOf(root)]),
  ];
}

function partsOf(error: Cause): string[] {
  const type = error.type?.trim() ?? '';
  const message = commonWording(maskedLine(error))
    .replaceAll(/<[a-z]{2,8}>/g, '<*>')
    .toLowerCase();
  const isOverflow = STACK_OVERFLOW.test(`${type} ${message}`);
  const cycle = isOverflow ? keysOfCycle(error.frames) : [];
  const keys = cycle.length > 0 ? cycle : keysOfFrames(error.frames);
  if (keys.length > 0 || type !== '' || message !== '') return [type, message, ...keys];
  return keysOfFrames(error.frames.map((frame) => ({ ...frame, in_app: true })));
}

/** The first line only: further lines are details, for example a comparison of values. */
function maskedLine({ type, message }: Cause): string {
  const line =
    message
      ?.slice(0, 4 * MESSAGE_CHARACTERS_MAX)
      .split('\n')
      .find((text) => text.trim() !== '') ?? '';
  return maskMessage(line.slice(0, MESSAGE_CHARACTERS_MAX), { keepsNames: CODE_ERRORS.test(type?.trim() ?? '') });
}

/** Each engine of a browser words the same failure differently. */
function commonWording(message: string): string {
  return message
    .replace(
      /^Cannot (read|set) propert(?:y|ies) of (?:undefined|null) \((?:reading|setting) '([^']*)'\)$/,
      'no object to $1 $2',
    )
    .replace(/^can't access property "([^"]*)", .* is (?:undefined|null)$/, 'no object to read $1')
    .replace(/^(?:undefined|null) is not an object \(evaluating '.*?([\w$]+)'\)$/, 'no object to read $1')
    .replace(/^(\S+ is not a function)\. \(In .*$/, '$1')
    .replace(/^Can't find variable: (\S+)$/, '$1 is not defined');
}

function placeText(frame: StackFrame): string {
  const name = readableName(frame);
  if (frame.module !== null && name !== undefined) return `${frame.module}.${name}`;
  const file = frame.file === null ? undefined : basename(frame.file.replaceAll('\\', '/').replace(/[?#].*$/, ''));
  if (name === undefined) return file ?? 'unknown';
  return file === undefined ? name : `${name} (${file})`;
}
