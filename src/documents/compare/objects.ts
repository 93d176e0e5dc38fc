import { isSent, type Subject, type AddFinding } from './change.ts';
import { isExpressible } from './dialect.ts';
import { child, isSame, membersOf, type Pair, type Place } from '../reader/place.ts';
import { isAnything } from './parts.ts';
import type { Schemas } from './view.ts';

type Descend = (pair: Pair) => void;

/** Compares the members of an object, which of them are required, and whether others are allowed. */
export function compareObjects(schemas: Schemas, subject: Subject, addFinding: AddFinding, descend: Descend): void {
  compareProperties(schemas, subject, addFinding, descend);
  compareAdditional(schemas, subject, addFinding, descend);
  comparePatternProperties(schemas, subject, addFinding, descend);
}

function comparePatternProperties(schemas: Schemas, subject: Subject, addFinding: AddFinding, descend: Descend): void {
  const { before: left, place: right } = schemas;
  const [before, after] = [schemas.was, schemas.is].map(({ keywords }) => keywords.get('patternProperties'));
  if (!isExpressible('patternProperties', before, left) || !isExpressible('patternProperties', after, right)) return;
  const [was, is] = [membersOf(before), membersOf(after)];
  for (const pattern of new Set([...was.keys(), ...is.keys()])) {
    const [old, current] = [was.get(pattern), is.get(pattern)];
    if (old !== undefined && current !== undefined) descend({ before: old, after: current });
    else
      addFinding(
        'breaking',
        `${subject}-pattern-property-changed`,
        current ?? old ?? right,
        `the schema of members that match ${pattern} was ${old === undefined ? 'added' : 'removed'}`,
      );
  }
}

function compareProperties(
  { was, is, place }: Schemas,
  subject: Subject,
  addFinding: AddFinding,
  descend: Descend,
): void {
  const [needed, needs] = [was.required, is.required];
  for (const name of new Set([...was.properties.keys(), ...is.properties.keys(), ...needed, ...needs])) {
    const [before, after] = [was.properties.get(name), is.properties.get(name)];
    const [old, current] = [before?.[0], after?.[0]];
    if (old !== undefined && current === undefined) {
      addFinding('breaking', `${subject}-property-removed`, old, removedReason(name, subject));
    } else if (old === undefined && current !== undefined) {
      const isRequiredNow = isSent(subject) && needs.has(name);
      const reason = `${name} was added${isRequiredNow ? ' and is required' : ''}`;
      const kind = `${subject}-property-added${isRequiredNow ? '-required' : ''}`;
      addFinding(isRequiredNow ? 'breaking' : 'additive', kind, current, reason);
    } else {
      compareNeed(
        { name, at: current ?? old ?? place, needed: needed.has(name), needs: needs.has(name) },
        subject,
        addFinding,
      );
      compareStatements(before ?? [], after ?? [], { subject, addFinding, descend });
    }
  }
}

interface Context {
  readonly subject: Subject;
  readonly addFinding: AddFinding;
  readonly descend: Descend;
}

/** A schema with `allOf` may describe a property several times. All descriptions apply. */
function compareStatements(
  before: readonly Place[],
  after: readonly Place[],
  { subject, addFinding, descend }: Context,
): void {
  const isStated = (place: Place, others: readonly Place[]): boolean => others.some((one) => isSame(one, place));
  const lost = before.length === 1 ? before : before.filter((place) => !isStated(place, after));
  const gained = after.length === 1 ? after : after.filter((place) => !isStated(place, before));
  const count = Math.min(lost.length, gained.length);
  lost.slice(0, count).forEach((place, index) => descend({ before: place, after: gained[index] ?? place }));
  for (const place of lost.slice(count)) {
    addFinding(
      isSent(subject) ? 'additive' : 'breaking',
      `${subject}-property-widened`,
      place,
      'a schema of the property was removed',
    );
  }
  for (const place of gained.slice(count)) {
    addFinding(
      isSent(subject) ? 'breaking' : 'additive',
      `${subject}-property-narrowed`,
      place,
      'a schema of the property was added',
    );
  }
}

function removedReason(name: string, subject: Subject): string {
  return isSent(subject) ? `${name} is no longer accepted` : `${name} was removed`;
}

interface Need {
  readonly name: string;
  readonly at: Place;
  readonly needed: boolean;
  readonly needs: boolean;
}

function compareNeed({ name, at, needed, needs }: Need, subject: Subject, addFinding: AddFinding): void {
  if (needed === needs) return;
  const isBreaking = needs === isSent(subject);
  const reason = needs ? `${name} was optional and is required` : `${name} was required and is optional`;
  addFinding(
    isBreaking ? 'breaking' : 'additive',
    `${subject}-property-made-${needs ? 'required' : 'optional'}`,
    at,
    reason,
  );
}

/**
 * Compares additional members. Responses may gain additional members, because clients must tolerate unknown ones. If
 * additional members have a schema, clients rely on it.
 */
function compareAdditional(
  { was, is, before, place }: Schemas,
  subject: Subject,
  addFinding: AddFinding,
  descend: Descend,
): void {
  for (const keyword of ['additionalProperties', 'unevaluatedProperties']) {
    const [first, second] = [was.keywords.get(keyword), is.keywords.get(keyword)];
    if (!isExpressible(keyword, first, before) || !isExpressible(keyword, second, place)) continue;
    const [old, current] = [first, second].map((one) => (isAnything(one) ? true : one?.value));
    if (old === current) continue;
    if (first !== undefined && second !== undefined && typeof old === 'object' && typeof current === 'object') {
      descend({ before: first, after: second });
      continue;
    }
    const isTighter = old === true || current === false;
    const isToggled = typeof old === 'boolean' && typeof current === 'boolean';
    const isBreaking = isSent(subject) ? isTighter : !isTighter && !isToggled;
    const reason = `${isTighter ? 'fewer' : 'more'} additional members are allowed`;
    const kind = `${subject}-object-${isTighter ? 'closed' : 'opened'}`;
    addFinding(isBreaking ? 'breaking' : 'additive', kind, second ?? place, reason);
  }
}

/** Compares the schema of a text's content: that of each record, if it is a stream of records. */
export function compareContent(schemas: Schemas, subject: Subject, addFinding: AddFinding, descend: Descend): void {
  compareInner(schemas, 'contentSchema', { subject, addFinding, descend });
}

/** Compares the items of an array. */
export function compareItems(schemas: Schemas, subject: Subject, addFinding: AddFinding, descend: Descend): void {
  compareInner(schemas, 'items', { subject, addFinding, descend });
  const { before, place } = schemas;
  const [first, current] = [schemas.was, schemas.is].map(({ keywords }) => keywords.get('prefixItems'));
  if (first === undefined && current === undefined) return;
  if (!isExpressible('prefixItems', first, before) || !isExpressible('prefixItems', current, place)) return;
  const count = (list: Place | undefined): number => (Array.isArray(list?.value) ? list.value.length : 0);
  if (count(first) !== count(current))
    addFinding('breaking', `${subject}-items-changed`, current ?? place, 'the number of items of the tuple changed');
  for (let index = 0; index < Math.min(count(first), count(current)); index += 1) {
    const [left, right] = [first && child(first, index), current && child(current, index)];
    if (left !== undefined && right !== undefined) descend({ before: left, after: right });
  }
}

/** The schema of the items of an array or of the content of a text. An empty schema counts as absent. */
function compareInner(
  schemas: Schemas,
  keyword: 'items' | 'contentSchema',
  { subject, addFinding, descend }: Context,
): void {
  const { was, is, place } = schemas;
  const [before, after] = [was.keywords.get(keyword), is.keywords.get(keyword)];
  if (!isExpressible(keyword, before, schemas.before) || !isExpressible(keyword, after, place)) return;
  const [isOpen, isOpenNow] = [isAnything(before), isAnything(after)];
  if (isOpen && isOpenNow) return;
  if (before !== undefined && after !== undefined && !isOpen && !isOpenNow) {
    descend({ before, after });
    return;
  }
  const isBreaking = isOpen === isSent(subject);
  const reason = isOpen ? `${keyword} now has a schema` : `${keyword} no longer has a schema`;
  const kind = `${subject}-${keyword === 'items' ? 'items' : 'content'}-changed`;
  addFinding(isBreaking ? 'breaking' : 'additive', kind, after ?? place, reason);
}
