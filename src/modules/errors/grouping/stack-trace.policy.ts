import type { Failure } from './failure.types.ts';
import { parseJavaScript } from './parse-javascript.policy.ts';

const TEXT_CHARACTERS_MAX = 262_144;

/**
 * Reads a stack trace as Node, a browser, Python, Java or Go prints it.
 * @param platform decides between languages if the text could be of two
 * @returns undefined if the text is no trace in a known form
 */
export function parseStackTrace(text: string, platform?: string): Failure | undefined {
  const failure = parseJavaScript(text.slice(0, TEXT_CHARACTERS_MAX));
  return failure === undefined || platform === undefined ? failure : { ...failure, platform };
}
