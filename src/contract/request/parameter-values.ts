import type { ParameterType } from '../operation.ts';
import { cutInstant, isUuid } from './formats.ts';
import { describeJsonFault } from './json-fault.ts';

// Converts text to values. Only the contract's own notations of integers, numbers and booleans are converted. Any other
// text stays text, and the parameter's validator refuses it because of its type.

const integerPattern = /^-?(?:0|[1-9]\d*)$/;
const numberPattern = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** Returns the value of a primitive from its percent-decoded text. */
export function primitiveOf(type: ParameterType, text: string): unknown {
  switch (type.kind) {
    case 'integer':
      return integerPattern.test(text) ? numberOr(text, Number.isSafeInteger) : text;
    case 'number':
      return numberPattern.test(text) ? numberOr(text, Number.isFinite) : text;
    case 'boolean':
      return text === 'true' ? true : text === 'false' ? false : text;
    case 'uuid':
      return isUuid(text) ? text.toLowerCase() : text;
    case 'instant':
      return cutInstant(text);
    case 'json':
      return jsonOf(text);
    case 'string':
    case 'array':
    case 'object':
      return text;
  }
}

/** Thrown for a text that does not have the form of its style. `code` becomes the code of the violation. */
export class MalformedText extends Error {
  readonly code: string;

  constructor(code: string, detail: string) {
    super(detail);
    this.code = code;
  }
}

/** Percent-decoding as in paths and cookies. @throws MalformedText */
export function decodePercent(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    throw new MalformedText('malformed_encoding', 'must be UTF-8, percent-encoded');
  }
}

/** Percent-decoding as in queries, where a plus sign is a space. @throws MalformedText */
export function decodeQuery(text: string): string {
  return decodePercent(text.includes('+') ? text.replaceAll('+', ' ') : text);
}

function numberOr(text: string, isUsable: (value: number) => boolean): number | string {
  const value = Number(text);
  if (!isUsable(value)) return text;
  return value === 0 ? 0 : value;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new MalformedText('malformed_json', `must be JSON: ${describeJsonFault(text)}`);
  }
}
