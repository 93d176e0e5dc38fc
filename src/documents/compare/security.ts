import { isProse, type Tell } from './change.ts';
import { isJson } from '../reader/json.ts';
import { child, isSame, itemsOf, membersOf, rootOf, textsOf, type Pair, type Place } from '../reader/place.ts';

interface Alternative {
  /** Scheme -> scopes. No scheme at all: anybody. */
  readonly schemes: ReadonlyMap<string, readonly string[]>;
  readonly place: Place;
}

/** Whoever was let in before must be let in by the same credentials now. */
export function compareSecurity(before: Place, after: Place, tell: Tell): void {
  const [was, is] = [alternativesOf(before), alternativesOf(after)];
  for (const old of was) {
    if (is.some((one) => isCovered(one, old))) continue;
    const poorer = is.find((one) => [...one.schemes.keys()].every((scheme) => old.schemes.has(scheme)));
    const richer = is.find((one) => [...old.schemes.keys()].every((scheme) => one.schemes.has(scheme)));
    const names = [...old.schemes.keys()].join(' with ') || 'nothing';
    if (poorer !== undefined) {
      tell('breaking', 'scope-added', poorer.place, `${names} needs ${scopesOf(poorer)}; ${scopesOf(old)} was enough`);
    } else if (richer !== undefined) {
      tell(
        'breaking',
        'security-added',
        richer.place,
        `${names} was enough; ${[...richer.schemes.keys()].join(' with ')} is asked`,
      );
    } else tell('breaking', 'scheme-removed', old.place, `${names} is no longer taken`);
  }
  for (const current of is) {
    if (was.some((old) => isCovered(current, old))) continue;
    if (was.some((old) => [...old.schemes.keys()].join() === [...current.schemes.keys()].join())) continue;
    if (was.length === 1 && was[0]?.schemes.size === 0) continue;
    tell('additive', 'security-alternative-added', current.place, 'one more way in');
  }
}

function alternativesOf(operation: Place): Alternative[] {
  const place = child(operation, 'security') ?? child(rootOf(operation.document), 'security');
  const listed = itemsOf(place).map((one) => ({
    place: one,
    schemes: new Map([...membersOf(one)].map(([scheme, scopes]) => [scheme, textsOf(scopes)])),
  }));
  return listed.length > 0 ? listed : [{ place: place ?? operation, schemes: new Map() }];
}

/** Whether credentials that fulfil `old` fulfil `current`. */
function isCovered(current: Alternative, old: Alternative): boolean {
  return [...current.schemes].every(([scheme, scopes]) => {
    const held = old.schemes.get(scheme);
    return held !== undefined && scopes.every((scope) => held.includes(scope));
  });
}

function scopesOf({ schemes }: Alternative): string {
  return [...schemes.values()].flat().join(' and ') || 'no scope';
}

/** The schemes themselves: where the credential stands, and what it is. */
export function compareSchemes({ before, after }: Pair, tell: Tell): void {
  const schemesOf = (place: Place) => membersOf(membersOf(membersOf(place).get('components')).get('securitySchemes'));
  const [was, is] = [schemesOf(before), schemesOf(after)];
  for (const [name, old] of was) {
    const current = is.get(name);
    if (current === undefined) tell('breaking', 'scheme-removed', old, `${name} is gone`);
    else {
      const [left, right] = [membersOf(old), membersOf(current)];
      for (const key of new Set([...left.keys(), ...right.keys()])) {
        const at = right.get(key) ?? current;
        if (isSame(left.get(key), right.get(key))) continue;
        if (isProse(key)) tell('documentation', `${key}-changed`, at, 'other words');
        else if (key === 'flows' && isMoreOf(left.get(key), right.get(key)))
          tell('additive', 'scope-offered', at, 'more scopes');
        else tell('breaking', 'scheme-changed', at, `${name} is not what it was: ${key}`);
      }
    }
  }
  for (const [name, place] of is) if (!was.has(name)) tell('additive', 'scheme-added', place, `${name} is new`);
}

/** Whether everything in one value is in the other, which may have more. */
function isMoreOf(before: Place | undefined, after: Place | undefined): boolean {
  if (before === undefined || after === undefined || !isJson(before.value)) return isSame(before, after);
  return Object.keys(before.value).every((key) => isMoreOf(child(before, key), child(after, key)));
}
