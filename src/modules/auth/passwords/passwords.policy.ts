import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type * as LanguageCommon from '@zxcvbn-ts/language-common';
import { problems } from '../../../../generated/problems.ts';

// Refuses passwords that guessing programs try first: those that leaked most often (the 49,000 of zxcvbn-ts and
// blocked-passwords.txt), and what people derive from them. The comparison uses lower case without spaces, both as
// typed and with digits and signs read as the letters they resemble (p4$$w0rd). After digits and signs around it are
// removed, a password is refused if it is an entry of the list, the user's own name or address, two of the most
// frequent entries in a row, a repeated short text or entry, or runs along the keyboard or the alphabet.

interface CommonPasswords {
  readonly all: ReadonlySet<string>;
  /** Two of these in a row are cheap to guess; two of the whole list would be any two words. */
  readonly frequent: ReadonlySet<string>;
}

const FREQUENT = 1000;

let common: CommonPasswords | undefined;

/** Read when the first password is checked (70 ms, 4 MB): the start need not wait for it, and workers never need it. */
function commonPasswords(): CommonPasswords {
  common ??= readCommonPasswords();
  return common;
}

function readCommonPasswords(): CommonPasswords {
  const require = createRequire(import.meta.url);
  const { dictionary } = require('@zxcvbn-ts/language-common') as typeof LanguageCommon;
  const leaked = dictionary['passwords-common'];
  const added = readFileSync(new URL('blocked-passwords.txt', import.meta.url), 'utf8')
    .trim()
    .split('\n');
  return { all: new Set([...leaked, ...added]), frequent: new Set(leaked.slice(0, FREQUENT)) };
}

const rows = [
  'abcdefghijklmnopqrstuvwxyz',
  '1234567890',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'qwertzuiop',
  'yxcvbnm',
];
const runs = [...rows, ...rows.map((row) => row.split('').reverse().join(''))];
const RUN_LENGTH_MIN = 3;
const UNIT_LENGTH_MAX = 4;
const lookalikes: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

/**
 * @param about the user's name and address, which the password must not consist of
 * @throws AppError `password_rejected` (409)
 */
export function assertPasswordUncommon(password: string, about: readonly string[]): void {
  if (isCommonPassword(password, about)) throw problems.password_rejected();
}

export function isCommonPassword(password: string, about: readonly string[] = []): boolean {
  const text = plain(password);
  const own = new Set(about.flatMap((fact) => [plain(fact), ...fact.split('@', 1).map(plain)]));
  const forms = [text, coreOf(text)];
  return [...forms, ...forms.map(asLetters), coreOf(asLetters(text))].some((form) => isGuessable(form, own));
}

function isGuessable(text: string, own: ReadonlySet<string>): boolean {
  if (text === '') return false;
  return commonPasswords().all.has(text) || own.has(text) || isPair(text) || isRepetition(text) || isRun(text);
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
}

/** Returns the text without digits and signs around it: `2024password!!` -> `password`. */
function coreOf(text: string): string {
  return text.replace(/^[^\p{L}]+/u, '').replace(/[^\p{L}]+$/u, '');
}

function asLetters(text: string): string {
  return text.replace(/[013457@$!]/g, (sign) => lookalikes[sign] ?? sign);
}

function isPair(text: string): boolean {
  const { frequent } = commonPasswords();
  for (let middle = 1; middle < text.length; middle++) {
    if (frequent.has(text.slice(0, middle)) && frequent.has(text.slice(middle))) return true;
  }
  return false;
}

function isRepetition(text: string): boolean {
  const { all } = commonPasswords();
  for (let length = 1; length <= text.length / 2; length++) {
    const unit = text.slice(0, length);
    if (length > UNIT_LENGTH_MAX && !all.has(unit)) continue;
    if (unit.repeat(Math.ceil(text.length / length)).startsWith(text)) return true;
  }
  return false;
}

/** Returns whether the text consists of runs along the keyboard or the alphabet, forward or backward. */
function isRun(text: string): boolean {
  let at = 0;
  while (at < text.length) {
    const length = runLengthAt(text, at);
    if (length < RUN_LENGTH_MIN) return false;
    at += length;
  }
  return true;
}

function runLengthAt(text: string, at: number): number {
  let longest = 0;
  for (const run of runs) {
    const start = run.indexOf(text.charAt(at));
    if (start === -1) continue;
    let length = 0;
    while (start + length < run.length && text[at + length] === run[start + length]) length++;
    longest = Math.max(longest, length);
  }
  return longest;
}
