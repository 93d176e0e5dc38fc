import { isIP } from 'node:net';

const TEXT_CHARACTERS_MAX = 2_000;

type Replacement = string | ((match: string, ...groups: string[]) => string);

/** A cheap test, so that most messages skip most patterns; the pattern; what stands for the value. */
type Mask = readonly [needs: RegExp, pattern: RegExp, by: Replacement];

const months = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}';
const hostEndings = 'com|net|org|io|dev|local|localhost|internal|intranet|example|test|invalid|lan|cloud|info|eu|svc';

/** Keeps an address only if it is none, for example `std::vector`. */
const maskAddress = (candidate: string): string => (isIP(candidate.replace(/%.*$/, '')) === 6 ? '<ip>' : candidate);

// Every repetition has an upper bound or excludes the character that ends it, so that each pattern is linear.
// The order matters: what contains other values comes first.
const masks: readonly Mask[] = [
  [/:\/\//, /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s"'`<>()[\]{}|\\]{1,2000}/gi, '<url>'],
  [/data:/, /\bdata:[a-z]{1,20}\/[^\s"'<>]{1,2000}/gi, '<url>'],
  [/@/, /(?<![\w.+-])[\w.+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,8}/gi, '<email>'],
  [/-/, /(?<![0-9a-z])\{?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\}?(?![0-9a-z])/gi, '<uuid>'],
  // 2026-11-30T05:15:25.123Z, 2026/11/30 05:15:25,123 +0100
  [
    /\d[-/]\d/,
    /(?<!\d)\d{4}[-/]\d{1,2}[-/]\d{1,2}(?:(?:T|,? )\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?)?(?: ?(?:Z|UTC|GMT)|(?<=\d) ?[+-]\d{2}:?\d{2})?(?!\d)/g,
    '<date>',
  ],
  // Mon, 30 Nov 2026 05:15:25 GMT and Mon Nov 30 2026 05:15:25 GMT+0000 (Coordinated Universal Time)
  [
    /\d/,
    new RegExp(
      `(?:\\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6},? )?(?:\\b\\d{1,2}\\.? ${months}|\\b${months} \\d{1,2}),? \\d{4}(?:,? \\d{1,2}:\\d{2}(?::\\d{2})?)?(?: ?(?:[AP]M|GMT|UTC|Z))?(?: ?[+-]\\d{4})?(?: \\([A-Za-z ]{1,60}\\))?`,
      'gi',
    ),
    '<date>',
  ],
  [/\d[./]\d/, /(?<![\d.])\d{1,2}[./]\d{1,2}[./]\d{4}(?:,? \d{1,2}:\d{2}(?::\d{2})?)?(?![\d.])/g, '<date>'],
  [/:\d/, /(?<![\d:])\d{1,2}:\d{2}:\d{2}(?:[.,]\d{1,9})?(?: ?[AP]M)?(?![\d:])/gi, '<date>'],
  [/\d\.\d/, /(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?:\/\d{1,2})?(?::\d{1,5})?(?![\w.]\d)/g, '<ip>'],
  [/:/, /(?<![\w:])(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}(?![\w:])/gi, '<address>'],
  [/:/, /\[[0-9a-f:.]{2,45}(?:%\w{1,16})?\](?::\d{1,5})?/gi, (match) => maskBracketed(match)],
  [/:/, /(?<![\w:.])[0-9a-f:]{2,39}(?:%\w{1,16})?(?![\w:])/gi, maskAddress],
  [/0x/i, /(?<![\w])0x[0-9a-f]{1,64}\b/gi, '<address>'],
  [/@/, /@[0-9a-f]{4,16}\b/gi, '@<address>'],
  // Windows, then POSIX from the root or the home folder, then relative ones that end with a file.
  [
    /\\/,
    /(?:\b[A-Za-z]:|\\)\\[^\s"'<>|*?:;,]{1,1000}(?: [^\s"'<>|*?:;,\\]{1,60}\\[^\s"'<>|*?:;,]{1,1000}){0,8}/g,
    '<path>',
  ],
  [/:\//, /\b[A-Z]:\/[^\s"'<>|*?:;,]{1,1000}/g, '<path>'],
  [/\//, /(?<![\w.<>/])(?:~|\.{1,2})?\/[\w.@+~%$=-][^\s"'`<>|:;,(){}[\]]{0,1000}/g, '<path>'],
  [/\/.*\./, /(?<![\w./])[\w.@+-]{1,100}(?:\/[\w.@+-]{1,100}){1,30}\.\w{1,8}\b/g, '<path>'],
  [/:\d/, /(?<![\w.-])[a-z][a-z0-9-]{0,62}(?:\.[a-z0-9-]{1,63}){0,8}:\d{2,5}\b/gi, (match) => maskHost(match)],
  [/\./, new RegExp(`(?<![\\w.-])(?:[a-z0-9-]{1,63}\\.){1,8}(?:${hostEndings})\\b(?![.(]\\w)`, 'gi'), '<host>'],
  [/E[A-Z]{4}/, /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EHOSTUNREACH) [\w.-]{1,253}/g, '$1 <host>'],
];

const lateMasks: readonly Mask[] = [
  // A JSON web token or another long word of letters of both cases and digits.
  [/[\w-]{16}/, /(?<![\w-])[\w+/-]{16,2000}(?:\.[\w-]{1,2000}){0,2}={0,2}/g, (match) => maskToken(match)],
  [
    /\d/,
    /(?<![0-9A-Za-z])[0-9a-f]{7,128}(?![0-9A-Za-z])/gi,
    (match) => (/\d/.test(match) && /[a-f]/i.test(match) ? '<hex>' : match),
  ],
  [/\d/, /(?<![0-9A-Za-z])[0-9A-Za-z]{5,128}(?![0-9A-Za-z])/g, (match) => maskMixed(match)],
  [/PT?\d/, /\bP(?:\d{1,6}[YMWD]){0,4}(?:T(?:\d{1,6}(?:\.\d{1,9})?[HMS]){1,3})?\b(?<=\d[A-Z])/g, '<duration>'],
  [/\d/, /(?<![\w.])(?:\d{1,9}(?:\.\d{1,9})?(?:ns|us|µs|ms|s|m|h|d)){1,6}(?![\w])/g, '<duration>'],
  [
    /\d/,
    /(?<![\w.])\d{1,15}(?:[.,]\d{1,9})? ?(?:nanoseconds?|microseconds?|milliseconds?|seconds?|secs?|minutes?|mins?|hours?|days?|ms)\b/gi,
    '<duration>',
  ],
  [/\d/, /(?<![\w.])\d{1,15}(?:[.,]\d{3}(?!\d)){0,5}(?:[.,]\d{1,9})? ?(?:[kKMGT]i?)?(?:B|bytes?)\b/g, '<size>'],
  // 1,234.5 and 1.234,5 and 1 234,5 and 6.02e-23, signed or not; digits within words as well.
  [
    /\d/,
    /(?<![\w)\]>-])[+-]?\d+(?:[.,'_  ’]\d{3}(?!\d)){0,8}(?:[.,]\d+)?(?:e[+-]?\d{1,4})?%?|\d+(?:[.,]\d+)?/gi,
    '<number>',
  ],
  [/</, /(?:-?<[a-z]{2,8}>(?:, ?| and | or )){1,200}<[a-z]{2,8}>/g, (list) => list.slice(list.lastIndexOf('<'))],
];

/** What says which failure it is, although it contains digits. */
const KEPT_NUMBERS =
  /\b(?:status(?: code)?|HTTP(?:\/\d(?:\.\d)?)?|exit code|exit status|signal|errno|SQLSTATE)[ :=[]{0,2}\d[0-9A-Z]{0,4}\b|\bORA-\d{5}\b/gi;

const QUOTED =
  /"[^"\n]{0,500}"|(?<![\w])'[^'\n]{0,500}'(?![A-Za-z])|`[^`\n]{0,500}`|“[^”\n]{0,500}”|«[^»\n]{0,500}»|‘[^’\n]{0,500}’/g;
const NAME = /^[A-Za-z_$][\w$]{0,80}(?:[.#:][A-Za-z_$][\w$]{0,80}){0,6}(?:\(\))?$/;

/** Distinguishes Dalvik-like pairs in brackets: `[::1]:80` is an address, `[a]` is not. */
function maskBracketed(match: string): string {
  const end = match.indexOf(']');
  return maskAddress(match.slice(1, end)) === '<ip>' ? '<ip>' : match;
}

/** `db-3.internal:5432` is an address, `app.js:12` and `line:12` are places in code. */
function maskHost(match: string): string {
  const name = match.slice(0, match.lastIndexOf(':'));
  if (/\.(?:[cm]?[jt]sx?|py|java|kt|go|rb|php|cs|c|cc|cpp|h|rs|vue|html?)$/i.test(name)) return match;
  return name.includes('.') || /^localhost$|-|\d/.test(name) ? '<host>' : match;
}

function maskToken(match: string): string {
  const isRandom = /\d/.test(match) && /[a-z]/.test(match) && /[A-Z]/.test(match);
  return isRandom && !/^[A-Z]?[a-z]+(?:[A-Z][a-z]+)*\d{0,3}$/.test(match) ? '<token>' : match;
}

/** Letters between digits or digits between letters: `a1b2c`, but neither `utf8` nor `V8Engine`. */
function maskMixed(match: string): string {
  return /\d[A-Za-z]+\d|[A-Za-z]\d+[A-Za-z]+\d/.test(match) ? '<token>' : match;
}

function applyMasks(text: string, list: readonly Mask[]): string {
  let masked = text;
  for (const [needs, pattern, by] of list) {
    if (needs.test(masked)) masked = typeof by === 'string' ? masked.replace(pattern, by) : masked.replace(pattern, by);
  }
  return masked;
}

/**
 * Replaces in a message what differs between two occurrences of the same failure: ids, numbers, addresses, paths, dates,
 * durations, sizes and quoted values, each by a word such as `<number>`.
 * @param keepsNames leaves quoted words that are names in code, as in `reading 'total'`
 */
export function maskMessage(text: string, { keepsNames = false } = {}): string {
  const kept: string[] = [];
  const keep = (match: string): string => String.fromCharCode(0xe000 + kept.push(match) - 1);
  const quoted = text
    .slice(0, TEXT_CHARACTERS_MAX)
    .replaceAll(/[\ue000-\uf8ff]/g, '')
    .replaceAll(KEPT_NUMBERS, keep)
    .replaceAll(QUOTED, (match) => {
      if (match.length === 2) return match;
      return keepsNames && NAME.test(match.slice(1, -1)) ? keep(match) : '<value>';
    });
  const masked = applyMasks(applyMasks(quoted, masks), lateMasks);
  // Characters for private use stand for what is kept.
  const restored = masked.replaceAll(/[\ue000-\uf8ff]/g, (place) => kept[place.charCodeAt(0) - 0xe000] ?? '');
  return restored.replaceAll(/\s+/g, ' ').trim();
}
