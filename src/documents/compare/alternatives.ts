import { isProse, isSent, type Subject, type AddFinding } from './change.ts';
import { canonicalJson, isJson } from '../reader/json.ts';
import { follow, isSame, itemsOf, membersOf, textOf, type Members, type Pair, type Place } from '../reader/place.ts';
import { isRef, nameIn } from '../reader/reference.ts';
import { isNull } from './parts.ts';
import type { Schemas } from './view.ts';

/** Compares combined schemas: `oneOf` and `anyOf` list alternatives, all schemas of `allOf` must match. */
export function compareAlternatives(
  { was, is, place }: Schemas,
  subject: Subject,
  addFinding: AddFinding,
  descend: (pair: Pair) => void,
): void {
  for (const keyword of ['oneOf', 'anyOf', 'allOf']) {
    const [before, after] = [was.keywords.get(keyword), is.keywords.get(keyword)];
    if (before === undefined && after === undefined) continue;
    if (before === undefined || after === undefined) {
      const isBreaking = (before === undefined) === isSent(subject);
      const reason = before === undefined ? `${keyword} was added` : `${keyword} was removed`;
      addFinding(isBreaking ? 'breaking' : 'additive', `${subject}-${keyword}-changed`, after ?? place, reason);
      continue;
    }
    const { pairs, removed, added } = matchAlternatives(schemasIn(before), schemasIn(after));
    pairs.forEach(descend);
    for (const one of removed)
      addAlternative({ one, isTighter: keyword !== 'allOf', isGone: true }, subject, addFinding);
    for (const one of added)
      addAlternative({ one, isTighter: keyword === 'allOf', isGone: false }, subject, addFinding);
  }
}

/**
 * Detects that a schema became one of several alternatives, or that one alternative of several is left. Returns the two
 * schemas that correspond, or undefined if there is no such pair.
 */
export function compareWithUnion(pair: Pair, subject: Subject, addFinding: AddFinding): Pair | undefined {
  const [old, current] = [choicesOf(pair.before), choicesOf(pair.after)];
  if (old.length > 1 === current.length > 1) return undefined;
  const before = old.find((one) => current.some((other) => isSameSchema(one, other)));
  const after = current.find((other) => before !== undefined && isSameSchema(before, other));
  if (before === undefined || after === undefined) return undefined;
  for (const one of old)
    if (one !== before) addAlternative({ one, isTighter: true, isGone: true }, subject, addFinding);
  for (const one of current)
    if (one !== after) addAlternative({ one, isTighter: false, isGone: false }, subject, addFinding);
  return { before, after };
}

/** Returns the alternatives, without null, of a schema that consists only of alternatives; else the schema itself. */
function choicesOf(place: Place): readonly Place[] {
  const members = membersOf(place);
  const keywords = [...members.keys()].filter((keyword) => !isProse(keyword));
  const list = members.get('oneOf') ?? members.get('anyOf');
  const isUnion = keywords.every((keyword) => ['oneOf', 'anyOf', 'discriminator', 'nullable'].includes(keyword));
  return isUnion && list !== undefined && members.has('oneOf') !== members.has('anyOf') ? schemasIn(list) : [place];
}

function isSameSchema(one: Place, other: Place): boolean {
  const [left, right] = [unwrap(one), unwrap(other)];
  if (isRef(left.value) && isRef(right.value)) return left.value.$ref === right.value.$ref;
  return isSame(follow(left), follow(right));
}

/** `allOf` with one schema has the meaning of that schema. */
function unwrap(place: Place): Place {
  const members = membersOf(place);
  const keywords = [...members.keys()].filter((keyword) => !isProse(keyword));
  const [only, ...others] = keywords.length === 1 ? itemsOf(members.get('allOf')) : [];
  return only === undefined || others.length > 0 ? place : unwrap(only);
}

/** Null among the alternatives is reported as nullability of the whole schema. */
function schemasIn(list: Place): Place[] {
  return itemsOf(list).filter((one) => !isNull(one));
}

interface Alternative {
  readonly one: Place;
  readonly isTighter: boolean;
  readonly isGone: boolean;
}

function addAlternative({ one, isTighter, isGone }: Alternative, subject: Subject, addFinding: AddFinding): void {
  const reason = `${describe(one)} ${isGone ? 'was removed' : 'was added'}`;
  const kind = `${subject}-alternative-${isGone ? 'removed' : 'added'}`;
  addFinding(isTighter === isSent(subject) ? 'breaking' : 'additive', kind, one, reason);
}

/**
 * Compares discriminators: the property that selects the alternative, and its values. A value without a mapping is the
 * name of a component (OpenAPI 3.1, Discriminator Object).
 */
export function compareDiscriminators({ was, is, place }: Schemas, subject: Subject, addFinding: AddFinding): void {
  const [before, after] = [was.keywords.get('discriminator'), is.keywords.get('discriminator')];
  if (before === undefined && after === undefined) return;
  const kind = `${subject}-discriminator-changed`;
  if (before === undefined || after === undefined) {
    const isRemoved = after === undefined;
    const reason = `a discriminator was ${isRemoved ? 'removed' : 'added'}`;
    addFinding(isRemoved ? 'breaking' : 'additive', kind, after ?? place, reason);
    return;
  }
  const [old, current] = [before, after].map((one) => textOf(membersOf(one).get('propertyName')));
  if (old !== current)
    addFinding('breaking', kind, after, `propertyName was ${old ?? 'absent'} and is ${current ?? 'absent'}`);
  const [mapped, maps] = [mappingOf(was.keywords, before), mappingOf(is.keywords, after)];
  for (const [value, name] of mapped) {
    const now = maps.get(value);
    if (now === undefined) {
      const reason = `the value ${value} no longer selects an alternative`;
      addFinding(isSent(subject) ? 'breaking' : 'additive', `${subject}-discriminator-value-removed`, after, reason);
    } else if (now !== name)
      addFinding('breaking', kind, after, `the value ${value} selected ${name} and selects ${now}`);
  }
  for (const [value, name] of maps) {
    if (mapped.has(value)) continue;
    const reason = `the new value ${value} selects ${name}`;
    addFinding(isSent(subject) ? 'additive' : 'breaking', `${subject}-discriminator-value-added`, after, reason);
  }
}

/** Discriminator value -> component. */
function mappingOf(keywords: Members, discriminator: Place): ReadonlyMap<string, string> {
  const mapped = [...membersOf(membersOf(discriminator).get('mapping'))].map(([value, place]) => {
    const target = textOf(place) ?? '';
    return [value, target.startsWith('#') ? nameIn(target) : target] as const;
  });
  const named = new Set(mapped.map(([, name]) => name));
  const implied = ['oneOf', 'anyOf'].flatMap((keyword) =>
    itemsOf(keywords.get(keyword)).flatMap(({ value }) => (isRef(value) ? [nameIn(value.$ref)] : [])),
  );
  return new Map([...implied.filter((name) => !named.has(name)).map((name) => [name, name] as const), ...mapped]);
}

/**
 * Pairs alternatives of the same name, then equal ones, then those at the same index if the lists are of equal length.
 */
function matchAlternatives(before: readonly Place[], after: readonly Place[]) {
  const pairs: Pair[] = [];
  let [removed, added] = [[...before], [...after]];
  for (const identify of [describe, (place: Place) => canonicalJson(place.value)]) {
    for (const old of [...removed]) {
      const current = added.find((one) => identify(one) === identify(old));
      if (current === undefined) continue;
      pairs.push({ before: old, after: current });
      removed = removed.filter((one) => one !== old);
      added = added.filter((one) => one !== current);
    }
  }
  if (removed.length === added.length) {
    removed.forEach((old, index) => {
      const current = added[index];
      if (current !== undefined) pairs.push({ before: old, after: current });
    });
    return { pairs, removed: [], added: [] };
  }
  return { pairs, removed, added };
}

function describe({ value, pointer }: Place): string {
  if (!isJson(value)) return pointer;
  if (typeof value['$ref'] === 'string') return value['$ref'];
  return typeof value['title'] === 'string' ? value['title'] : canonicalJson(value);
}
