import type { ParameterType } from '../operation.ts';
import { isUuid } from './formats.ts';
import { describeJsonFault } from './json-fault.ts';

// Text to value. Nothing is coerced beyond the contract's own forms of integers, numbers and booleans: a text that is
// none of them stays text, and the parameter's validator then refuses it by its type.

const integerPattern = /^-?(?:0|[1-9]\d*)$/;
const numberPattern = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** The value of a primitive's text (already percent-decoded). */
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
    case 'json':
      return jsonOf(text);
    case 'string':
    case 'array':
    case 'object':
      return text;
  }
}

/** Thrown for a text that does not have the form its style demands; `code` becomes the violation's. */
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
