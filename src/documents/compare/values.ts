import { isSent, type Subject, type Tell } from './change.ts';
import type { Schemas } from './bounds.ts';
import { canonicalJson, isJson } from '../reader/json.ts';
import { child, follow, membersOf, rootOf, type Members, type Place } from '../reader/place.ts';

const everyType = ['null', 'boolean', 'object', 'array', 'number', 'string'];

/** The types that a schema lets through, OpenAPI 3.0's `nullable` included; undefined where it names none. */
function typesOf(schema: Members): string[] | undefined {
  const { value } = schema.get('type') ?? { value: undefined };
  if (value === undefined) return undefined;
  const types = [value].flat().map(String);
  return schema.get('nullable')?.value === true ? [...types, 'null'] : types;
}

export function compareTypes({ was, is, place }: Schemas, subject: Subject, tell: Tell): void {
  const [before, after] = [typesOf(was), typesOf(is)];
  if (before === undefined && after === undefined) return;
  const lost = (before ?? everyType).filter((type) => !isTaken(type, after));
  const gained = (after ?? everyType).filter((type) => !isTaken(type, before));
  const at = is.get('type') ?? place;
  const reason = `the type was ${before?.join(' or ') ?? 'any'} and is ${after?.join(' or ') ?? 'any'}`;
  const isNullOnly = [...lost, ...gained].every((type) => type === 'null');
  if (isSent(subject)) {
    if (lost.length > 0)
      tell('breaking', `${subject}-${isNullOnly ? 'nullability-removed' : 'type-changed'}`, at, reason);
    else if (gained.length > 0) tell('additive', `${subject}-type-widened`, at, reason);
  } else if (gained.length > 0) {
    tell('breaking', `${subject}-${isNullOnly ? 'made-nullable' : 'type-changed'}`, at, reason);
  } else if (lost.length > 0) tell('additive', `${subject}-type-narrowed`, at, reason);
}

function isTaken(type: string, types: readonly string[] | undefined): boolean {
  return types === undefined || types.includes(type) || (type === 'integer' && types.includes('number'));
}

/**
 * Values that are listed. What clients send is closed: a value less breaks them. What they receive is open where the
 * contract says so, in its own words: "Responses may gain values."
 */
export function compareListed({ was, is, place }: Schemas, subject: Subject, tell: Tell, isOpen: boolean): void {
  const [before, after] = [listedIn(was), listedIn(is)];
  if (before === undefined && after === undefined) return;
  const lost = before === undefined ? undefined : without(before, after);
  const gained = after === undefined ? undefined : without(after, before);
  const at = is.get('enum') ?? is.get('const') ?? place;
  if (before === undefined || (lost !== undefined && lost.length > 0)) {
    const reason = lost === undefined ? 'only listed values are left' : `${lost.join(', ')} left the list`;
    tell(isSent(subject) ? 'breaking' : 'additive', `${subject}-enum-narrowed`, at, reason);
  }
  if (after === undefined || (gained !== undefined && gained.length > 0)) {
    const reason = gained === undefined ? 'the list is gone' : `${gained.join(', ')} joined the list`;
    const isHarmless = isSent(subject) || isOpen || (subject === 'payload' && areEvents(gained, place));
    tell(isHarmless ? 'additive' : 'breaking', `${subject}-enum-grown`, at, reason);
  }
}

/**
 * Events share a schema whose `type` lists their names. Who takes one of them never gets the name of another, so that
 * the list may gain the names of webhooks that send this very schema.
 */
function areEvents(gained: readonly string[] | undefined, { document, pointer }: Place): boolean {
  const webhooks = membersOf(child(rootOf(document), 'webhooks'));
  const names = [...webhooks].flatMap(([name, item]) => (sends(item, pointer) ? [canonicalJson(name)] : []));
  return gained?.every((value) => names.includes(value)) === true;
}

function sends(item: Place, pointer: string): boolean {
  const content = membersOf(membersOf(membersOf(item).get('post')).get('requestBody')).get('content');
  return [...membersOf(content).values()].some((media) => {
    const schema = membersOf(media).get('schema');
    return schema !== undefined && `${follow(schema).pointer}/properties/type` === pointer;
  });
}

function without(values: readonly string[], others: readonly string[] | undefined): string[] {
  return others === undefined ? [] : values.filter((value) => !others.includes(value));
}

function listedIn(schema: Members): string[] | undefined {
  const list = schema.get('enum')?.value;
  if (Array.isArray(list)) return list.map(canonicalJson);
  const constant = schema.get('const');
  return constant === undefined ? undefined : [canonicalJson(constant.value)];
}

/** Whether the released document says, where it uses or where it defines the list, that it may grow. */
export function mayGrow(schema: Place): boolean {
  return [schema, follow(schema)].some(
    ({ value }) => isJson(value) && /responses may gain values/i.test(String(value['description'])),
  );
}

/** A default that stands in for what a client leaves out is part of what it asked for. */
export function compareDefault({ was, is, place }: Schemas, subject: Subject, tell: Tell): void {
  const [before, after] = [was.get('default'), is.get('default')];
  if (canonicalJson(before?.value) === canonicalJson(after?.value)) return;
  const reason = `the default was ${canonicalJson(before?.value) || 'absent'} and is ${canonicalJson(after?.value) || 'absent'}`;
  tell(isSent(subject) ? 'breaking' : 'documentation', `${subject}-default-changed`, after ?? place, reason);
}
