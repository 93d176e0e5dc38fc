import { isSent, type Subject, type Tell } from './change.ts';
import type { Schemas } from './bounds.ts';
import { child, isSame, membersOf, textsOf, type Pair, type Place } from '../reader/place.ts';

type Descend = (pair: Pair) => void;

/** The members of an object, which of them must be there, and whether others may. */
export function compareObjects(schemas: Schemas, subject: Subject, tell: Tell, descend: Descend): void {
  compareProperties(schemas, subject, tell, descend);
  compareAdditional(schemas, subject, tell, descend);
  const [before, after] = [schemas.was.get('patternProperties'), schemas.is.get('patternProperties')];
  if (before === undefined && after === undefined) return;
  const [was, is] = [membersOf(before), membersOf(after)];
  for (const pattern of new Set([...was.keys(), ...is.keys()])) {
    const [old, current] = [was.get(pattern), is.get(pattern)];
    if (old !== undefined && current !== undefined) descend({ before: old, after: current });
    else
      tell(
        'breaking',
        `${subject}-pattern-property-changed`,
        current ?? old ?? schemas.place,
        `members like ${pattern}`,
      );
  }
}

function compareProperties({ was, is, place }: Schemas, subject: Subject, tell: Tell, descend: Descend): void {
  const [before, after] = [membersOf(was.get('properties')), membersOf(is.get('properties'))];
  const [needed, needs] = [new Set(textsOf(was.get('required'))), new Set(textsOf(is.get('required')))];
  for (const name of new Set([...before.keys(), ...after.keys(), ...needed, ...needs])) {
    const [old, current] = [before.get(name), after.get(name)];
    const at = current ?? old ?? place;
    if (old !== undefined && current === undefined) {
      tell('breaking', `${subject}-property-removed`, old, removedReason(name, subject));
    } else if (old === undefined && current !== undefined) {
      const isAsked = isSent(subject) && needs.has(name);
      const reason = `${name} is new${isAsked ? ', and must be sent' : ''}`;
      tell(
        isAsked ? 'breaking' : 'additive',
        `${subject}-property-added${isAsked ? '-required' : ''}`,
        current,
        reason,
      );
    } else {
      compareNeed({ name, at, needed: needed.has(name), needs: needs.has(name) }, subject, tell);
      if (old !== undefined && current !== undefined) descend({ before: old, after: current });
    }
  }
}

function removedReason(name: string, subject: Subject): string {
  return isSent(subject) ? `${name} may no longer be sent` : `${name} is no longer there`;
}

interface Need {
  readonly name: string;
  readonly at: Place;
  readonly needed: boolean;
  readonly needs: boolean;
}

function compareNeed({ name, at, needed, needs }: Need, subject: Subject, tell: Tell): void {
  if (needed === needs) return;
  const isBreaking = needs === isSent(subject);
  const reason = needs ? `${name} was optional and is required` : `${name} was required and is optional`;
  tell(isBreaking ? 'breaking' : 'additive', `${subject}-property-made-${needs ? 'required' : 'optional'}`, at, reason);
}

/**
 * Members that have no name in the schema. Whether responses may hold some was never promised (clients must bear new
 * ones); what those that are described look like was.
 */
function compareAdditional({ was, is, place }: Schemas, subject: Subject, tell: Tell, descend: Descend): void {
  const [before, after] = [was.get('additionalProperties'), is.get('additionalProperties')];
  const [old, current] = [before?.value ?? true, after?.value ?? true];
  if (isSame(before, after) || old === current) return;
  if (before !== undefined && after !== undefined && typeof old === 'object' && typeof current === 'object') {
    descend({ before, after });
    return;
  }
  const isTighter = old === true || current === false;
  const isToggled = typeof old === 'boolean' && typeof current === 'boolean';
  const isBreaking = isSent(subject) ? isTighter : !isTighter && !isToggled;
  const reason = isTighter ? 'fewer members without a name of their own' : 'more members without a name of their own';
  tell(
    isBreaking ? 'breaking' : 'additive',
    `${subject}-object-${isTighter ? 'closed' : 'opened'}`,
    after ?? place,
    reason,
  );
}

/** What stands in a text: each record, where it is a stream of them. */
export function compareContent({ was, is, place }: Schemas, subject: Subject, tell: Tell, descend: Descend): void {
  const [before, after] = [was.get('contentSchema'), is.get('contentSchema')];
  if (before !== undefined && after !== undefined) descend({ before, after });
  else if (before !== after) {
    const isBreaking = (before === undefined) === isSent(subject);
    const reason = before === undefined ? 'what stands in the text is described now' : 'it is no longer described';
    tell(isBreaking ? 'breaking' : 'additive', `${subject}-content-changed`, after ?? place, reason);
  }
}

/** The items of an array. */
export function compareItems({ was, is, place }: Schemas, subject: Subject, tell: Tell, descend: Descend): void {
  const [before, after] = [was.get('items'), is.get('items')];
  if (before !== undefined && after !== undefined) descend({ before, after });
  else if (before !== after) {
    const isTighter = before === undefined;
    const isBreaking = isTighter === isSent(subject);
    const reason = isTighter ? 'the items are described now' : 'the items are no longer described';
    tell(isBreaking ? 'breaking' : 'additive', `${subject}-items-changed`, after ?? place, reason);
  }
  const [first, current] = [was.get('prefixItems'), is.get('prefixItems')];
  if (first === undefined && current === undefined) return;
  const count = (list: Place | undefined): number => (Array.isArray(list?.value) ? list.value.length : 0);
  if (count(first) !== count(current)) tell('breaking', `${subject}-items-changed`, current ?? place, 'another tuple');
  for (let index = 0; index < Math.min(count(first), count(current)); index += 1) {
    const [left, right] = [first && child(first, index), current && child(current, index)];
    if (left !== undefined && right !== undefined) descend({ before: left, after: right });
  }
}
