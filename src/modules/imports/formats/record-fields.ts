// Reads fields of unchecked records. A fault is kept as a message for people and reading continues, so that the report
// lists all faults of a record.
import { readDay, readTime } from './times.ts';
import type { Vocabulary } from './vocabulary.ts';

export type Fields = Readonly<Record<string, unknown>>;

/** More faults of one record are not reported. */
const FAULTS_MAX = 50;

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Returns why a text cannot be stored with at most so many characters; undefined if it can. */
export function faultOfText(value: string, lengthMax: number): string | undefined {
  // A character has one or two code units, so most texts need no count.
  const isLong = value.length > 2 * lengthMax || (value.length > lengthMax && Array.from(value).length > lengthMax);
  if (isLong) return `has more than ${lengthMax} characters`;
  if (value.includes('\0')) return 'has a null byte';
  return value.isWellFormed() ? undefined : 'has half of a surrogate pair';
}

/** Reads the fields of one record and collects the faults. A refused value reads as an empty one. */
export class FieldReader {
  /** The whole record. What is taken from here does not count as read. */
  readonly fields: Fields;
  readonly faults: string[] = [];
  readonly #asked = new Set<string>();

  constructor(fields: Fields) {
    this.fields = fields;
  }

  /** Returns a field as it is. */
  value(name: string): unknown {
    this.#asked.add(name);
    return this.fields[name];
  }

  /** Returns the names of the fields that have not been read. */
  unread(): string[] {
    return Object.keys(this.fields).filter((name) => !this.#asked.has(name));
  }

  refuse(reason: string): void {
    if (this.faults.length < FAULTS_MAX) this.faults.push(reason);
  }

  /** Null counts as absent. */
  isAbsent(name: string): boolean {
    const value = this.value(name);
    return value === undefined || value === null;
  }

  /** For words, numbers and dates an empty text counts as absent, too, because CSV writers quote every cell. */
  isBlank(name: string): boolean {
    const value = this.value(name);
    return this.isAbsent(name) || (typeof value === 'string' && value.length < 100 && value.trim() === '');
  }

  text(name: string, lengthMax: number): string {
    const value = this.value(name);
    if (typeof value !== 'string') {
      this.refuse(`${name} is missing or not a text`);
      return '';
    }
    const fault = faultOfText(value, lengthMax);
    if (fault === undefined) return value;
    this.refuse(`${name} ${fault}`);
    return '';
  }

  requiredText(name: string, lengthMax: number): string {
    if (this.value(name) !== '') return this.text(name, lengthMax);
    this.refuse(`${name} is empty`);
    return '';
  }

  optionalText(name: string, lengthMax: number): string | null {
    return this.isAbsent(name) ? null : this.text(name, lengthMax);
  }

  /** As optionalText, but an empty text counts as absent. */
  filledText(name: string, lengthMax: number): string | null {
    const value = this.optionalText(name, lengthMax);
    return value === '' ? null : value;
  }

  positiveInteger(name: string): number {
    const value = this.value(name);
    if (Number.isSafeInteger(value) && (value as number) >= 1) return value as number;
    this.refuse(`${name} is not a positive integer`);
    return 1;
  }

  /** Returns the word of our vocabulary that the text means; the first word if the field is absent. */
  word<Word extends string>(name: string, vocabulary: Vocabulary<Word>): Word {
    const { words } = vocabulary;
    if (this.isBlank(name)) return words[0];
    const value = this.value(name);
    const found = typeof value === 'string' ? vocabulary.meaningOf(value) : undefined;
    if (found === undefined) this.refuse(`${name} is not one of ${words.join(', ')}`);
    return found ?? words[0];
  }

  /** Returns a time in RFC 3339, in UTC with milliseconds, as the contract requires. */
  time(name: string): string {
    return this.#read(name, readTime) ?? '';
  }

  optionalTime(name: string): string | null {
    return this.isBlank(name) ? null : this.time(name);
  }

  optionalDay(name: string): string | null {
    return this.isBlank(name) ? null : (this.#read(name, readDay) ?? null);
  }

  /** Returns the members of a list; none if there is no list. */
  list(name: string): readonly unknown[] {
    const value = this.value(name);
    if (this.isAbsent(name)) return [];
    if (Array.isArray(value)) return value as unknown[];
    this.refuse(`${name} is not a list`);
    return [];
  }

  #read(name: string, read: (text: string) => { readonly value: string } | { readonly fault: string }) {
    const value = this.value(name);
    if (typeof value !== 'string') {
      this.refuse(`${name} is missing or not a text`);
      return undefined;
    }
    const result = read(value);
    if ('value' in result) return result.value;
    this.refuse(`${name} ${result.fault}`);
    return undefined;
  }
}
