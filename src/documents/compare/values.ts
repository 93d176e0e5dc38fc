import { isSent, type Subject, type AddFinding } from './change.ts';
import { canonicalJson } from '../reader/json.ts';
import { child, follow, membersOf, rootOf, type Place } from '../reader/place.ts';
import type { Schemas } from './view.ts';

const everyType = ['boolean', 'object', 'array', 'number', 'string'];

/** Compares the types of a value and whether it may be null. */
export function compareTypes({ was, is, place }: Schemas, subject: Subject, addFinding: AddFinding): void {
  const [before, after] = [was.types, is.types];
  if (before === undefined && after === undefined) return;
  const lost = (before ?? everyType).filter((type) => !isTaken(type, after));
  const gained = (after ?? everyType).filter((type) => !isTaken(type, before));
  const at = is.keywords.get('type') ?? place;
  const reason = `the type was ${before?.join(' or ') ?? 'any'} and is ${after?.join(' or ') ?? 'any'}`;
  const isBroken = isSent(subject) ? lost.length > 0 : gained.length > 0;
  if (isBroken) addFinding('breaking', `${subject}-type-changed`, at, reason);
  else if (lost.length > 0) addFinding('additive', `${subject}-type-narrowed`, at, reason);
  else if (gained.length > 0) addFinding('additive', `${subject}-type-widened`, at, reason);
}

/** Compares whether null is allowed: by the type, by `nullable` of OpenAPI 3.0, or as an alternative. */
export function compareNullability({ was, is, place }: Schemas, subject: Subject, addFinding: AddFinding): void {
  if (was.isNullable === is.isNullable) return;
  const at = is.keywords.get('type') ?? place;
  const [what, reason] = is.isNullable
    ? ['made-nullable', 'null is now allowed']
    : ['nullability-removed', 'null is no longer allowed'];
  addFinding(is.isNullable === isSent(subject) ? 'additive' : 'breaking', `${subject}-${what}`, at, reason);
}

function isTaken(type: string, types: readonly string[] | undefined): boolean {
  return types === undefined || types.includes(type) || (type === 'integer' && types.includes('number'));
}

/**
 * Compares the listed values. For values that clients send, a removed value is breaking. For values that they receive,
 * an added value is breaking, unless the enum has the marker `x-extensible-enum`.
 */
export function compareListed({ was, is, place }: Schemas, subject: Subject, addFinding: AddFinding): void {
  const [before, after] = [was.listed, is.listed];
  if (before === undefined && after === undefined) return;
  const lost = before === undefined ? undefined : without(before, after);
  const gained = after === undefined ? undefined : without(after, before);
  const at = is.keywords.get('enum') ?? is.keywords.get('const') ?? place;
  if (before === undefined || (lost !== undefined && lost.length > 0)) {
    const reason = lost === undefined ? 'a list of values was added' : `${lost.join(', ')} removed from the list`;
    addFinding(isSent(subject) ? 'breaking' : 'additive', `${subject}-enum-narrowed`, at, reason);
  }
  if (after === undefined || (gained !== undefined && gained.length > 0)) {
    const reason = gained === undefined ? 'the list of values was removed' : `${gained.join(', ')} added to the list`;
    const isHarmless = isSent(subject) || was.mayGrow || (subject === 'payload' && areEvents(gained, place));
    addFinding(isHarmless ? 'additive' : 'breaking', `${subject}-enum-grown`, at, reason);
  }
}

/**
 * Events share a schema whose `type` lists their names. A receiver of one event never gets the name of another one, so
 * the list may gain the names of webhooks that send this schema.
 */
function areEvents(gained: readonly string[] | undefined, { document, pointer }: Place): boolean {
  const webhooks = membersOf(child(rootOf(document), 'webhooks'));
  const names = [...webhooks].flatMap(([name, item]) => (sendsSchema(item, pointer) ? [canonicalJson(name)] : []));
  return gained?.every((value) => names.includes(value)) === true;
}

function sendsSchema(item: Place, pointer: string): boolean {
  const content = membersOf(membersOf(membersOf(item).get('post')).get('requestBody')).get('content');
  return [...membersOf(content).values()].some((media) => {
    const schema = membersOf(media).get('schema');
    return schema !== undefined && `${follow(schema).pointer}/properties/type` === pointer;
  });
}

function without(values: readonly string[], others: readonly string[] | undefined): string[] {
  return others === undefined ? [] : values.filter((value) => !others.includes(value));
}

/** The default of a parameter that a client omits is a part of its request. */
export function compareDefault({ was, is, place }: Schemas, subject: Subject, addFinding: AddFinding): void {
  const [before, after] = [was.keywords.get('default'), is.keywords.get('default')];
  if (canonicalJson(before?.value) === canonicalJson(after?.value)) return;
  const reason = `the default was ${canonicalJson(before?.value) || 'absent'} and is ${canonicalJson(after?.value) || 'absent'}`;
  addFinding(isSent(subject) ? 'breaking' : 'documentation', `${subject}-default-changed`, after ?? place, reason);
}
