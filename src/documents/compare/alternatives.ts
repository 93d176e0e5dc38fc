import { isSent, type Subject, type Tell } from './change.ts';
import type { Schemas } from './bounds.ts';
import { canonicalJson, isJson } from '../reader/json.ts';
import { itemsOf, type Pair, type Place } from '../reader/place.ts';

/** Schemas that are combined: `oneOf` and `anyOf` list what is let through, `allOf` what is asked. */
export function compareAlternatives(
  { was, is, place }: Schemas,
  subject: Subject,
  tell: Tell,
  descend: (pair: Pair) => void,
): void {
  for (const keyword of ['oneOf', 'anyOf', 'allOf']) {
    const [before, after] = [was.get(keyword), is.get(keyword)];
    if (before === undefined && after === undefined) continue;
    if (before === undefined || after === undefined) {
      const isBreaking = (before === undefined) === isSent(subject);
      const reason = before === undefined ? `${keyword} is new` : `${keyword} is gone`;
      tell(isBreaking ? 'breaking' : 'additive', `${subject}-${keyword}-changed`, after ?? place, reason);
      continue;
    }
    const { pairs, removed, added } = matched(itemsOf(before), itemsOf(after));
    pairs.forEach(descend);
    for (const one of removed) tellOne({ one, isTighter: keyword !== 'allOf', isGone: true }, subject, tell);
    for (const one of added) tellOne({ one, isTighter: keyword === 'allOf', isGone: false }, subject, tell);
  }
}

interface Alternative {
  readonly one: Place;
  readonly isTighter: boolean;
  readonly isGone: boolean;
}

function tellOne({ one, isTighter, isGone }: Alternative, subject: Subject, tell: Tell): void {
  const isNull = isJson(one.value) && one.value['type'] === 'null';
  const what = isNull
    ? isGone
      ? 'nullability-removed'
      : 'made-nullable'
    : `alternative-${isGone ? 'removed' : 'added'}`;
  const reason = `${describe(one)} ${isGone ? 'is no longer there' : 'is new'}`;
  tell(isTighter === isSent(subject) ? 'breaking' : 'additive', `${subject}-${what}`, one, reason);
}

/** Brings together what has the same name, then what is equal, then what stands at the same place of equal lists. */
function matched(before: readonly Place[], after: readonly Place[]) {
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
