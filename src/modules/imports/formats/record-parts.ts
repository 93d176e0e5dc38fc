// Reads optional parts of a record. A part that cannot be used is left out, and a note says so.
import type { WantedAssignee } from '../imports.types.ts';
import { faultOfText, isFields, type FieldReader } from './record-fields.ts';
import type { RecordKind, RecordPlace, Refusal } from '../imports.types.ts';

/** Collects a note. `isGeneral` notes hold for many records of an upload. */
export type Note = (reason: string, more?: { readonly isGeneral: true }) => void;

const LABELS_MAX = 100;
const ASSIGNEES_MAX = 100;
const URL_LENGTH_MAX = 500;
/** Of one record: several times what GitHub allows below an issue, and few enough to be read and imported in one step. */
const COMMENTS_MAX = 10_000;
/** Members of a list that are looked at. */
const MEMBERS_MAX = 1000;

/** At most so many names are listed. */
const NAMED_MAX = 30;

/** Says which columns or fields were left out because nothing reads them. */
export function leftOut(what: 'columns' | 'fields', names: readonly string[]): string {
  const named = names.slice(0, NAMED_MAX).map((name) => JSON.stringify(name.slice(0, 60)));
  const rest = names.length > named.length ? ` and ${names.length - named.length} more` : '';
  return `unknown ${what} were left out: ${named.join(', ')}${rest}`;
}

/** Returns one refusal per fault. Only the first counts the record. */
export function refusalsOf(kind: RecordKind, place: RecordPlace, { faults }: FieldReader): Refusal[] {
  return faults.map((reason, index) => ({ kind: index === 0 ? kind : null, ...place, reason }));
}

/** Limits how many comments and reviews of one record are read, in all of its lists together. */
export class CommentsBudget {
  #read = 0;
  #leftOut = 0;

  /** Returns the members of a list that are read. */
  within(members: readonly unknown[]): readonly unknown[] {
    const read = members.slice(0, COMMENTS_MAX - this.#read);
    this.#read += read.length;
    this.#leftOut += members.length - read.length;
    return read;
  }

  report(note: Note): void {
    if (this.#leftOut === 0) return;
    note(`it has more than ${COMMENTS_MAX} comments and reviews: ${this.#leftOut} of them were left out`);
  }
}

/** Returns the distinct names of labels. A member is a name, or an object with one. */
export function labelsOf(members: readonly unknown[], note: Note): string[] {
  const names = new Set<string>();
  for (const member of members.slice(0, MEMBERS_MAX)) {
    const name = nameIn(member, 'label', ['name'], { lengthMax: 50, note });
    if (name === null || names.has(name)) continue;
    if (names.size === LABELS_MAX) {
      note(`it has more than ${LABELS_MAX} labels: ${quoted(name)} and those after it were left out`);
      return [...names];
    }
    names.add(name);
  }
  if (members.length > MEMBERS_MAX)
    note(`its list of labels has more than ${MEMBERS_MAX} members: the others were left out`);
  return [...names];
}

/** Returns the name of a milestone, given as a text or an object. */
export function milestoneNameOf(value: unknown, note: Note): string | null {
  if (value === undefined || value === null || value === '') return null;
  return nameIn(value, 'milestone', ['title', 'name'], { lengthMax: 100, note });
}

/** Returns the assignees. A member is a login or an address, or an object with them. */
export function assigneesOf(members: readonly unknown[], note: Note): WantedAssignee[] {
  const assignees: WantedAssignee[] = [];
  for (const member of members.slice(0, ASSIGNEES_MAX)) {
    const login = nameIn(member, 'assignee', ['login', 'name'], { lengthMax: 200, note });
    const email = isFields(member) ? member['email'] : member;
    const isAddress = typeof email === 'string' && email.includes('@') && faultOfText(email, 254) === undefined;
    if (login !== null) assignees.push({ login, email: isAddress ? email : null });
  }
  if (members.length > ASSIGNEES_MAX) note(`it has more than ${ASSIGNEES_MAX} assignees: the others were left out`);
  return assignees;
}

/** Returns the address of a record in its source. */
export function urlOf(value: unknown, note: Note): string | null {
  if (value === undefined || value === null || value === '') return null;
  if (typeof value === 'string' && value.length <= URL_LENGTH_MAX && /^https:\/\/[\x21-\x7e]+$/.test(value))
    return value;
  note(`url is not an https URL with at most ${URL_LENGTH_MAX} characters: it was left out`, { isGeneral: true });
  return null;
}

function nameIn(
  value: unknown,
  what: string,
  members: readonly string[],
  { lengthMax, note }: { readonly lengthMax: number; readonly note: Note },
): string | null {
  const found = isFields(value) ? members.map((member) => value[member]).find((name) => name !== undefined) : value;
  if (typeof found !== 'string') {
    note(`${what} without a name: it was left out`);
    return null;
  }
  const fault = found.length > 2 * lengthMax ? faultOfText(found, lengthMax) : faultOfName(found.trim(), lengthMax);
  if (fault === undefined) return found.trim();
  note(`the ${what} ${quoted(found)} ${fault}: it was left out`);
  return null;
}

function faultOfName(name: string, lengthMax: number): string | undefined {
  return name === '' ? 'has no name' : faultOfText(name, lengthMax);
}

/** Returns the start of an unchecked text, in a form that can be stored. */
function quoted(text: string): string {
  return JSON.stringify(text.slice(0, 60));
}
