import { isOld } from './dialect.ts';
import type { Json } from '../reader/json.ts';
import { referencesIn } from '../reader/structure.ts';
import { follow, isSame, rootOf, type Pair } from '../reader/place.ts';

type IsUntouched = (pair: Pair) => boolean;

/**
 * Keyed by the document before, then by the document after. compareDocuments() passes fresh objects to each comparison.
 */
const known = new WeakMap<Json, WeakMap<Json, IsUntouched>>();

/**
 * Finds operations and schemas that are equal in both documents, together with everything that they refer to, so that
 * the comparison can skip them. Results are cached by object: the documents must not change in between.
 */
export function untouchedIn(before: Json, after: Json): IsUntouched {
  const others = known.get(before) ?? new WeakMap<Json, IsUntouched>();
  const isUntouched = others.get(after) ?? createIsUntouched(before, after);
  known.set(before, others.set(after, isUntouched));
  return isUntouched;
}

function createIsUntouched(before: Json, after: Json): IsUntouched {
  const changed = changedReferences(before, after);
  // The same text has another meaning in another dialect.
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
  // A Set that is iterated visits entries that are added meanwhile. A schema that refers to a changed one has changed
  // too.
  for (const reference of changed) for (const user of users.get(reference) ?? []) changed.add(user);
  return changed;
}

/** Undefined if only one of the documents has it. */
function targetOf(document: Json, $ref: string) {
  try {
    return follow({ ...rootOf(document), value: { $ref } });
  } catch {
    return undefined;
  }
}
