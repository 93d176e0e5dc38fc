import { compareProse, isSent, type Subject, type AddFinding } from './change.ts';
import { canonicalJson } from '../reader/json.ts';
import { follow, isSame, membersOf, textOf, type Members, type Pair, type Place } from '../reader/place.ts';
import { acceptedAs, meaningOf, mediaTypesOf, rangeFor, type Media } from './media-types.ts';
import { isAnything } from './parts.ts';
import { compareSchemas } from './schema.ts';

/** Compares the body that a client sends to an operation, or receives from a webhook. */
export function compareRequestBodies(before: Place, after: Place, subject: Subject, addFinding: AddFinding): void {
  const [old, current] = [membersOf(before).get('requestBody'), membersOf(after).get('requestBody')];
  if (old === undefined && current === undefined) return;
  if (old === undefined || current === undefined) {
    const isNeeded = current !== undefined && membersOf(current).get('required')?.value === true;
    const isBreaking = old !== undefined || isNeeded;
    const reason = old === undefined ? 'a body was added' : 'the body was removed';
    addFinding(
      isBreaking ? 'breaking' : 'additive',
      `${subject}-body-${old === undefined ? 'added' : 'removed'}`,
      current ?? old ?? after,
      reason,
    );
    return;
  }
  const [was, is] = [membersOf(old), membersOf(current)];
  const [needed, needs] = [was.get('required')?.value === true, is.get('required')?.value === true];
  if (needed !== needs) {
    const what = `${subject}-body-made-${needs ? 'required' : 'optional'}`;
    addFinding(
      needs === isSent(subject) ? 'breaking' : 'additive',
      what,
      follow(current),
      `the body is now ${needs ? 'required' : 'optional'}`,
    );
  }
  compareMediaTypes({ before: old, after: current }, subject, addFinding);
  compareProse({ before: old, after: current }, addFinding, new Set(['x-bytes-max']));
  compareBytes(was.get('x-bytes-max'), is.get('x-bytes-max'), { after: follow(current), addFinding });
}

/** Compares the size limits of bodies. */
export function compareBytes(
  before: Place | undefined,
  after: Place | undefined,
  { after: place, addFinding }: { readonly after: Place; readonly addFinding: AddFinding },
): void {
  if (isSame(before, after)) return;
  const [old, current] = [bytesOf(before), bytesOf(after)];
  const isTighter = current < old;
  const reason = `the size limit of the body was ${sizeText(old)} and is ${sizeText(current)}`;
  addFinding(
    isTighter ? 'breaking' : 'additive',
    `request-bound-${isTighter ? 'tightened' : 'loosened'}`,
    after ?? place,
    reason,
  );
}

function bytesOf(place: Place | undefined): number {
  return typeof place?.value === 'number' ? place.value : Infinity;
}

function sizeText(bytes: number): string {
  return Number.isFinite(bytes) ? `${bytes} bytes` : 'absent';
}

/** Compares the media types of a body, and the schemas of those that both documents have. */
export function compareMediaTypes({ before, after }: Pair, subject: Subject, addFinding: AddFinding): void {
  const [was, is] = [mediaTypesOf(before), mediaTypesOf(after)];
  for (const [type, old] of was) {
    const current = is.get(type) ?? (isSent(subject) ? acceptedAs(type, is) : undefined);
    if (current !== undefined) compareMedia({ before: old.place, after: current.place }, subject, addFinding);
    else if (isSent(subject) || !isNarrowed(type, is)) {
      const reason = `${old.written} is no longer ${isSent(subject) ? 'accepted' : 'offered'}`;
      addFinding('breaking', `${subject}-media-type-removed`, old.place, reason);
    }
  }
  for (const [type, { written, place }] of is) {
    if (was.has(type)) continue;
    const range = isSent(subject) ? undefined : rangeFor(type, was);
    if (range !== undefined) compareMedia({ before: range.place, after: place }, subject, addFinding);
    addFinding('additive', `${subject}-media-type-added`, place, `${written} was added`);
  }
}

/** Whether a range of media types was replaced by some of its members. */
function isNarrowed(range: string, offered: ReadonlyMap<string, Media>): boolean {
  return (
    range.includes('*') && [...offered].some(([type, media]) => rangeFor(type, new Map([[range, media]])) === media)
  );
}

function compareMedia({ before, after }: Pair, subject: Subject, addFinding: AddFinding): void {
  const [schema, next] = [membersOf(before).get('schema'), membersOf(after).get('schema')];
  if (schema !== undefined && next !== undefined) compareSchemas({ before: schema, after: next }, subject, addFinding);
  else if (isAnything(schema) !== isAnything(next)) {
    const isBreaking = isAnything(schema) === isSent(subject);
    const reason = next === undefined ? 'the schema was removed' : 'a schema was added';
    addFinding(isBreaking ? 'breaking' : 'additive', `${subject}-schema-changed`, after, reason);
  }
  if (!isSame(membersOf(before).get('encoding'), membersOf(after).get('encoding'))) {
    addFinding('breaking', `${subject}-encoding-changed`, after, 'the encoding of the parts changed');
  }
  compareProse({ before, after }, addFinding);
}

/** Compares every status with its media types, headers and links. */
export function compareResponses(before: Place, after: Place, addFinding: AddFinding): void {
  const [was, is] = [membersOf(membersOf(before).get('responses')), membersOf(membersOf(after).get('responses'))];
  for (const [status, old] of was) {
    const current = is.get(status);
    if (current === undefined)
      addFinding('breaking', 'response-status-removed', old, `${status} is no longer returned`);
    else compareResponse({ before: old, after: current }, addFinding);
  }
  for (const [status, current] of is) {
    if (!was.has(status)) compareNewStatus(status, current, addFinding);
  }
}

/**
 * An added error status is not breaking, because clients handle errors by class. An added 304 is not breaking either,
 * because only conditional requests receive it. An added success status is: clients do not know what it contains.
 */
function compareNewStatus(status: string, place: Place, addFinding: AddFinding): void {
  const isHarmless = /^[45]/.test(status) || status === '304' || status === 'default';
  addFinding(isHarmless ? 'additive' : 'breaking', 'response-status-added', place, `${status} was added`);
}

function compareResponse(pair: Pair, addFinding: AddFinding): void {
  const [was, is] = [membersOf(pair.before), membersOf(pair.after)];
  compareMediaTypes(pair, 'response', addFinding);
  compareHeaders(membersOf(was.get('headers')), membersOf(is.get('headers')), addFinding);
  compareLinks(membersOf(was.get('links')), membersOf(is.get('links')), addFinding);
  compareProse(pair, addFinding);
}

function compareHeaders(before: Members, after: Members, addFinding: AddFinding): void {
  const current = new Map([...after].map(([name, place]) => [name.toLowerCase(), place]));
  for (const [name, old] of before) {
    const header = current.get(name.toLowerCase());
    current.delete(name.toLowerCase());
    if (header === undefined) addFinding('breaking', 'response-header-removed', old, `${name} was removed`);
    else compareHeader({ before: old, after: header }, addFinding);
  }
  for (const [name, place] of current) addFinding('additive', 'response-header-added', place, `${name} was added`);
}

function compareHeader(pair: Pair, addFinding: AddFinding): void {
  const [was, is] = [membersOf(pair.before), membersOf(pair.after)];
  const [needed, needs] = [was.get('required')?.value === true, is.get('required')?.value === true];
  if (needed !== needs) {
    const what = `response-header-made-${needs ? 'required' : 'optional'}`;
    addFinding(
      needs ? 'additive' : 'breaking',
      what,
      follow(pair.after),
      `the header is ${needs ? 'now' : 'no longer'} always present`,
    );
  }
  const [old, current] = [valueOf(was), valueOf(is)];
  if (old?.written !== current?.written) {
    addFinding('breaking', 'header-type-changed', follow(pair.after), 'the serialization of the header changed');
  } else if (old !== undefined && current !== undefined) {
    compareSchemas({ before: old.schema, after: current.schema }, 'header', addFinding);
  }
  compareProse(pair, addFinding);
}

/** The schema of a header, and its serialization: as text, where objects may be exploded, or as a media type. */
function valueOf(header: Members): { readonly written: string; readonly schema: Place } | undefined {
  const schema = header.get('schema');
  const type = schema && membersOf(schema).get('type')?.value;
  const isExploded = type === 'object' && header.get('explode')?.value === true;
  if (schema !== undefined) return { written: isExploded ? 'exploded' : 'text', schema };
  const [entry] = membersOf(header.get('content'));
  const inner = entry && membersOf(entry[1]).get('schema');
  return entry && inner && { written: meaningOf(entry[0]), schema: inner };
}

function linkText(place: Place | undefined): string {
  return textOf(place) ?? (place === undefined ? 'absent' : canonicalJson(place.value));
}

function compareLinks(before: Members, after: Members, addFinding: AddFinding): void {
  for (const [name, old] of before) {
    const current = after.get(name);
    if (current === undefined) {
      addFinding('breaking', 'link-removed', old, `the link ${name} was removed`);
      continue;
    }
    const [was, is] = [membersOf(old), membersOf(current)];
    for (const key of ['operationId', 'operationRef', 'parameters', 'requestBody', 'server']) {
      const [left, right] = [was.get(key), is.get(key)];
      if (isSame(left, right)) continue;
      const reason = `the ${key} of the link ${name} was ${linkText(left)} and is ${linkText(right)}`;
      addFinding('breaking', 'link-changed', right ?? follow(current), reason);
    }
    compareProse({ before: old, after: current }, addFinding);
  }
  for (const [name, place] of after)
    if (!before.has(name)) addFinding('additive', 'link-added', place, `${name} was added`);
}
