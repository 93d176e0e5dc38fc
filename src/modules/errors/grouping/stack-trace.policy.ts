import type { Failure } from './failure.types.ts';
import { parseGo } from './parse-go.policy.ts';
import { parseJava } from './parse-java.policy.ts';
import { parseJavaScript } from './parse-javascript.policy.ts';
import { parsePython } from './parse-python.policy.ts';

const TEXT_CHARACTERS_MAX = 262_144;
const LINE_CHARACTERS_MAX = 1_024;

/** What only the traces of a language contain, in the order in which it is looked for. */
const languages = [
  [/^[ |+]*(?:Exception Group )?Traceback \(most recent call last\):/m, parsePython],
  [/^goroutine \d+ |^\t\S.*\.go:\d+/m, parseGo],
  [
    /^[ \t]*at [^\s()]+\([^()\n]*(?:\.(?:java|kt|kts|scala|groovy|clj)(?::\d+)?|Native Method|Unknown Source|<generated>)\)/m,
    parseJava,
  ],
  [/^[ \t]*at .*:\d+:\d+|^[^@\n]*@.+:\d+|\((?:<anonymous>|native code)\)|^https?:\S+:\d+:\d+$/m, parseJavaScript],
] as const;

/**
 * Reads a stack trace as Node, a browser, Python, Java or Go prints it.
 * @param platform what the reporter calls its platform, which the result then has
 * @returns undefined if the text is no trace in a known form
 */
export function parseStackTrace(text: string, platform?: string): Failure | undefined {
  const bounded = boundLines(text.slice(0, TEXT_CHARACTERS_MAX));
  for (const [sign, parse] of languages) {
    if (!sign.test(bounded)) continue;
    const failure = parse(bounded);
    if (failure !== undefined) return platform === undefined ? failure : { ...failure, platform };
  }
  return undefined;
}

/** A line that is longer than any frame is cut, so that each pattern has little to do. */
function boundLines(text: string): string {
  return text
    .split('\n')
    .map((line) => line.slice(0, LINE_CHARACTERS_MAX))
    .join('\n');
}
