import { compareBytes, compareResponses, compareRequestBodies } from './bodies.ts';
import { compareProse, type AddFinding } from './change.ts';
import { compareNames } from './names.ts';
import { compareCallbacks } from './outgoing.ts';
import { compareParameters, type Site } from './parameters.ts';
import { child, isSame, itemsOf, membersOf, rootOf, textOf, textsOf, type Pair, type Place } from '../reader/place.ts';
import { compareSecurity } from './security.ts';

/**
 * Vendor keywords that are promises to clients. They are compared here. All other vendor keywords are for readers only.
 */
const compared = new Set(['deprecated', 'x-sunset', 'x-role', 'x-emits', 'x-body-bytes-max']);
/** From the lowest role to the highest. A move to the left within one line admits more callers. */
const roles = [
  ['anonymous', 'user', 'viewer', 'member', 'admin', 'owner'],
  ['anonymous', 'user', 'viewer', 'contributor', 'lead', 'admin', 'owner'],
];

interface Operations {
  readonly before: Site;
  readonly after: Site;
  /** As 2026-12-31, to detect a sunset in the past. */
  readonly today: string;
}

/** Compares an operation that both documents have. */
export function compareOperations({ before, after, today }: Operations, addFinding: AddFinding): void {
  const pair = { before: before.operation, after: after.operation };
  compareNames(pair, true, addFinding);
  compareParameters(before, after, addFinding);
  compareRequestBodies(pair.before, pair.after, 'request', addFinding);
  compareResponses(pair.before, pair.after, addFinding);
  compareSecurity(pair.before, pair.after, addFinding);
  compareServers({ before: serversOf(before), after: serversOf(after) }, addFinding);
  compareCallbacks(pair.before, pair.after, addFinding);
  compareDeprecation(pair, today, addFinding);
  compareFacts(pair, addFinding);
  compareProse(pair, addFinding, compared);
}

function compareDeprecation({ before, after }: Pair, today: string, addFinding: AddFinding): void {
  const [was, is] = [membersOf(before), membersOf(after)];
  if (!isSame(was.get('deprecated'), is.get('deprecated'))) {
    const isDeprecated = is.get('deprecated')?.value === true;
    const reason = `the operation is ${isDeprecated ? 'now' : 'no longer'} deprecated`;
    addFinding('additive', 'deprecation-changed', is.get('deprecated') ?? after, reason);
  }
  const [old, current] = [was.get('x-sunset'), is.get('x-sunset')];
  if (isSame(old, current)) return;
  const at = current ?? old ?? after;
  const reason = `the sunset was ${dayOf(old)} and is ${dayOf(current)}`;
  const isOver = current !== undefined && !(timeOf(current) > Date.parse(today));
  const isNearer = old !== undefined && current !== undefined && !(timeOf(current) >= timeOf(old));
  if (isNearer) addFinding('breaking', 'sunset-nearer', at, reason);
  else if (isOver)
    addFinding('breaking', 'sunset-passed', at, `${reason}, which must be later than the beginning of today`);
  else addFinding('additive', 'sunset-changed', at, reason);
}

/** A date can be a text, a YAML date without quotes, or a number. */
function dayOf(place: Place | undefined): string {
  return place === undefined ? 'absent' : String(place.value);
}

function timeOf(place: Place): number {
  return Date.parse(String(place.value));
}

function compareFacts({ before, after }: Pair, addFinding: AddFinding): void {
  const [was, is] = [membersOf(before), membersOf(after)];
  const [old, current] = [textOf(was.get('x-role')), textOf(is.get('x-role'))];
  if (old !== undefined && current !== undefined && old !== current) {
    const isLower = roles.some((line) => line.includes(current) && line.indexOf(current) < line.indexOf(old));
    const what = isLower ? 'role-lowered' : 'role-raised';
    addFinding(
      isLower ? 'additive' : 'breaking',
      what,
      is.get('x-role') ?? after,
      `the role was ${old} and is ${current}`,
    );
  }
  const [events, emitted] = [textsOf(was.get('x-emits')), textsOf(is.get('x-emits'))];
  for (const event of events.filter((name) => !emitted.includes(name))) {
    addFinding('breaking', 'event-removed', is.get('x-emits') ?? after, `the operation no longer emits ${event}`);
  }
  for (const event of emitted.filter((name) => !events.includes(name))) {
    addFinding('additive', 'event-added', is.get('x-emits') ?? after, `the operation now emits ${event}`);
  }
  compareBytes(was.get('x-body-bytes-max'), is.get('x-body-bytes-max'), { after, addFinding });
}

function serversOf({ item, operation }: Site): Place {
  const root = rootOf(operation.document);
  return child(operation, 'servers') ?? child(item, 'servers') ?? child(root, 'servers') ?? root;
}

function compareServers({ before, after }: Pair, addFinding: AddFinding): void {
  const urlOf = (server: Place) => textOf(membersOf(server).get('url'));
  const [was, is] = [itemsOf(before), itemsOf(after)];
  for (const old of was) {
    const current = is.find((one) => urlOf(one) === urlOf(old));
    if (current === undefined)
      addFinding('breaking', 'server-removed', old, `the server ${urlOf(old) ?? ''} was removed`);
    else if (!isSame(child(old, 'variables'), child(current, 'variables'))) {
      addFinding('breaking', 'server-changed', current, 'the variables of the server changed');
    } else compareProse({ before: old, after: current }, addFinding);
  }
  for (const current of is) {
    if (!was.some((old) => urlOf(old) === urlOf(current)))
      addFinding('additive', 'server-added', current, 'a server was added');
  }
}
