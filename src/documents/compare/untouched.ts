import { isOld } from './dialect.ts';
import type { Json } from '../reader/json.ts';
import { follow, isSame, rootOf, type Pair } from '../reader/place.ts';

type IsUntouched = (pair: Pair) => boolean;

/** By the document before, by the document after. Comparisons are given objects of their own: see compareDocuments(). */
const known = new WeakMap<Json, WeakMap<Json, IsUntouched>>();

/**
 * Most of a contract is what it was. Tells what need not be walked: an operation or a schema that is the same, and whose
 * references, followed to their ends, lead to what is the same. Asked again for the same two objects, it returns what it
 * returned before: nobody may change these in between.
 */
export function untouchedIn(before: Json, after: Json): IsUntouched {
  const others = known.get(before) ?? new WeakMap<Json, IsUntouched>();
  const isUntouched = others.get(after) ?? createIsUntouched(before, after);
  known.set(before, others.set(after, isUntouched));
  return isUntouched;
}

function createIsUntouched(before: Json, after: Json): IsUntouched {
  const changed = changedReferences(before, after);
  // The same words mean something else in another dialect.
  if (isOld(rootOf(before)) !== isOld(rootOf(after))) return () => false;
  return (pair) => isSame(pair.before, pair.after) && !referencesIn(pair.after.value).some((one) => changed.has(one));
}

function changedReferences(before: Json, after: Json): ReadonlySet<string> {
  const changed = new Set<string>();
  const users = new Map<string, string[]>();
  for (const reference of new Set([...referencesIn(before), ...referencesIn(after)])) {
    const [old, current] = [targetOf(before, reference), targetOf(after, reference)];
    if (old === undefined || current === undefined || !isSame(old, current)) changed.add(reference);
    for (const used of referencesIn(current?.value)) users.set(used, [...(users.get(used) ?? []), reference]);
  }
  // A set that is walked grows while it is: what uses something changed has changed.
  for (const reference of changed) for (const user of users.get(reference) ?? []) changed.add(user);
  return changed;
}

/** Undefined where only one of the documents has it. */
function targetOf(document: Json, $ref: string) {
  try {
    return follow({ ...rootOf(document), value: { $ref } });
  } catch {
    return undefined;
  }
}

function referencesIn(value: unknown, found: string[] = []): string[] {
  if (typeof value !== 'object' || value === null) return found;
  for (const [key, member] of Object.entries(value)) {
    if (key === '$ref' && typeof member === 'string') found.push(member);
    else referencesIn(member, found);
  }
  return found;
}
