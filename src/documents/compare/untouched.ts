import type { Json } from '../reader/json.ts';
import { follow, isSame, rootOf, type Pair } from '../reader/place.ts';

/**
 * Most of a contract is what it was. Tells what need not be walked: an operation that is the same, and whose
 * references, followed to their ends, lead to what is the same.
 */
export function untouchedIn(before: Json, after: Json): (pair: Pair) => boolean {
  const changed = changedReferences(before, after);
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

/** Every `$ref` below a value, as it is written. */
export function referencesIn(value: unknown, found: string[] = []): string[] {
  if (typeof value !== 'object' || value === null) return found;
  for (const [key, member] of Object.entries(value)) {
    if (key === '$ref' && typeof member === 'string') found.push(member);
    else referencesIn(member, found);
  }
  return found;
}
