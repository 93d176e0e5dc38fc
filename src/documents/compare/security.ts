import { isProse, type AddFinding } from './change.ts';
import { asList, isJson, memberOf } from '../reader/json.ts';
import {
  child,
  isSame,
  itemsOf,
  membersOf,
  rootOf,
  textOf,
  textsOf,
  type Members,
  type Pair,
  type Place,
} from '../reader/place.ts';
import { operationsOf } from '../reader/operations.ts';
import { isOld } from './dialect.ts';

interface Alternative {
  /** Scheme -> scopes, undefined if they are unknown. An alternative without schemes admits everyone. */
  readonly schemes: ReadonlyMap<string, readonly string[] | undefined>;
  readonly place: Place;
}

/** Compares security. Credentials that were sufficient before must be sufficient now. */
export function compareSecurity(before: Place, after: Place, addFinding: AddFinding): void {
  const [was, is] = [alternativesOf(before), alternativesOf(after)];
  for (const old of was) {
    if (is.some((one) => isCovered(one, old))) continue;
    const poorer = is.find((one) => [...one.schemes.keys()].every((scheme) => old.schemes.has(scheme)));
    const richer = is.find((one) => [...old.schemes.keys()].every((scheme) => one.schemes.has(scheme)));
    const names = [...old.schemes.keys()].join(' with ') || 'nothing';
    if (poorer !== undefined) {
      addFinding(
        'breaking',
        'scope-added',
        poorer.place,
        `${names} required ${scopesOf(old)} and requires ${scopesOf(poorer)}`,
      );
    } else if (richer !== undefined) {
      addFinding(
        'breaking',
        'security-added',
        richer.place,
        `${names} was sufficient; ${[...richer.schemes.keys()].join(' with ')} is now required`,
      );
    } else addFinding('breaking', 'scheme-removed', old.place, `${names} is no longer accepted`);
  }
  for (const current of is) {
    if (was.some((old) => isCovered(current, old))) continue;
    if (was.some((old) => [...old.schemes.keys()].join() === [...current.schemes.keys()].join())) continue;
    if (was.length === 1 && was[0]?.schemes.size === 0) continue;
    addFinding('additive', 'security-alternative-added', current.place, 'an alternative was added');
  }
}

function alternativesOf(operation: Place): Alternative[] {
  const source = child(operation, 'security') === undefined ? rootOf(operation.document) : operation;
  const place = child(source, 'security');
  const kept = itemsOf(child(source, 'x-scopes'));
  const listed = itemsOf(place).map((one, index) => ({
    place: one,
    schemes: new Map(
      [...membersOf(one)].map(([scheme, scopes]) => [scheme, scopesFor(scheme, scopes, membersOf(kept[index]))]),
    ),
  }));
  return listed.length > 0 ? listed : [{ place: place ?? operation, schemes: new Map() }];
}

/**
 * In 3.0 only OAuth 2 and OpenID Connect have scopes. The 3.0 variant of this contract keeps the scopes of other
 * schemes in `x-scopes`. Without that keyword the scopes are unknown.
 */
function scopesFor(scheme: string, scopes: Place, kept: Members): readonly string[] | undefined {
  const known = kept.get(scheme);
  if (known !== undefined) return textsOf(known);
  const schemes = membersOf(membersOf(rootOf(scopes.document)).get('components')).get('securitySchemes');
  const type = textOf(membersOf(membersOf(schemes).get(scheme)).get('type'));
  const isKept = child(rootOf(scopes.document), 'x-lost') !== undefined;
  const isUnsayable = isOld(scopes) && !isKept && type !== 'oauth2' && type !== 'openIdConnect';
  return isUnsayable ? undefined : textsOf(scopes);
}

/** Whether credentials that satisfy `old` also satisfy `current`. */
function isCovered(current: Alternative, old: Alternative): boolean {
  return [...current.schemes].every(([scheme, scopes]) => {
    if (!old.schemes.has(scheme)) return false;
    const held = old.schemes.get(scheme);
    return held === undefined || scopes === undefined || scopes.every((scope) => held.includes(scope));
  });
}

function scopesOf({ schemes }: Alternative): string {
  return [...schemes.values()].flatMap((scopes) => scopes ?? []).join(' and ') || 'no scope';
}

/** Compares the schemes themselves: where the credential is sent, and its type. */
export function compareSchemes({ before, after }: Pair, addFinding: AddFinding): void {
  const [was, is] = [schemesOf(before), schemesOf(after)];
  for (const [name, old] of was) {
    const current = is.get(name);
    if (current !== undefined) compareScheme(name, { before: old, after: current }, addFinding);
    else if (isUsed(name, before)) addFinding('breaking', 'scheme-removed', old, `${name} was removed`);
    else addFinding('documentation', 'scheme-removed', old, `${name} was removed; no operation used it`);
  }
  for (const [name, place] of is)
    if (!was.has(name)) addFinding('additive', 'scheme-added', place, `${name} was added`);
}

function compareScheme(name: string, { before, after }: Pair, addFinding: AddFinding): void {
  const [was, is] = [membersOf(before), membersOf(after)];
  const isHeader = textOf(was.get('in')) === 'header';
  for (const key of new Set([...was.keys(), ...is.keys()])) {
    const [old, current] = [was.get(key), is.get(key)];
    const at = current ?? after;
    // Names of HTTP schemes and headers are case-insensitive (RFC 9110, 11.1 and 5.1).
    const knowsNoCase = key === 'scheme' || (key === 'name' && isHeader);
    if (isSame(old, current) || (knowsNoCase && lowerCase(old) === lowerCase(current))) continue;
    if (isProse(key) || key === 'bearerFormat') addFinding('documentation', `${key}-changed`, at, 'the text changed');
    else if (key === 'flows' && isMoreOf(old, current))
      addFinding('additive', 'scope-offered', at, 'scopes were added');
    else addFinding('breaking', 'scheme-changed', at, `${key} of ${name} changed`);
  }
}

function lowerCase(place: Place | undefined): string | undefined {
  return textOf(place)?.toLowerCase();
}

function schemesOf(root: Place): Members {
  return membersOf(membersOf(membersOf(root).get('components')).get('securitySchemes'));
}

/** Whether the document or one of its operations uses the scheme. */
function isUsed(name: string, root: Place): boolean {
  const { document } = root;
  const lists = [document['security'], ...operationsOf(document).map(({ operation }) => operation['security'])];
  return lists.some((list) => asList(list).some((alternative) => memberOf(alternative, name) !== undefined));
}

/** Whether one value contains everything of another one. It may contain more. */
function isMoreOf(before: Place | undefined, after: Place | undefined): boolean {
  if (before === undefined || after === undefined || !isJson(before.value)) return isSame(before, after);
  return Object.keys(before.value).every((key) => isMoreOf(child(before, key), child(after, key)));
}
