import type { Json } from '../reader/json.ts';
import { methods } from '../reader/operations.ts';
import { child, follow, itemsOf, membersOf, rootOf, textOf, type Place } from '../reader/place.ts';
import { compareMediaTypes, compareRequestBodies } from './bodies.ts';
import { compareProse, type Report, type AddFinding } from './change.ts';
import { compareNames } from './names.ts';
import { compareSchemas } from './schema.ts';

// Compares requests that the server sends: webhooks and callbacks. The server sends and the client receives, so the
// rules for breaking changes are reversed.

/** 3.0 documents have no webhooks. Redoc and other tools read them from `x-webhooks`. */
export function compareWebhooks(before: Json, after: Json, report: Report): void {
  const [was, is] = [before, after].map((document) => {
    const root = rootOf(document);
    return membersOf(child(root, 'webhooks') ?? child(root, 'x-webhooks'));
  });
  for (const [name, old] of was ?? []) {
    const addFinding = report.forOperation(name);
    const current = is?.get(name);
    if (current === undefined) addFinding('breaking', 'webhook-removed', old, `${name} is no longer sent`);
    else compareSent({ before: old, after: current, name, kind: 'webhook' }, addFinding);
  }
  for (const [name, place] of is ?? []) {
    if (was?.has(name) !== true) report.forOperation(name)('additive', 'webhook-added', place, `${name} was added`);
  }
}

/** A callback has a name. Below it, expressions for URLs map to path items. */
export function compareCallbacks(before: Place, after: Place, addFinding: AddFinding): void {
  const [was, is] = [membersOf(child(before, 'callbacks')), membersOf(child(after, 'callbacks'))];
  for (const [name, old] of was) {
    const [targets, current] = [membersOf(old), membersOf(is.get(name))];
    for (const [target, place] of targets) {
      const now = current.get(target);
      if (target.startsWith('x-')) continue;
      if (now !== undefined) compareSent({ before: place, after: now, name, kind: 'callback' }, addFinding);
      else addFinding('breaking', 'callback-removed', place, `${name} is no longer sent to ${target}`);
    }
  }
  for (const [name, place] of is) {
    const known = membersOf(was.get(name));
    for (const [target, item] of membersOf(place)) {
      if (!known.has(target) && !target.startsWith('x-'))
        addFinding('additive', 'callback-added', item, `${name} is now sent to ${target}`);
    }
  }
}

interface Sent {
  readonly before: Place;
  readonly after: Place;
  readonly name: string;
  readonly kind: 'webhook' | 'callback';
}

function compareSent({ before, after, name, kind }: Sent, addFinding: AddFinding): void {
  const [was, is] = [membersOf(before), membersOf(after)];
  for (const method of methods) {
    const [left, right] = [was.get(method), is.get(method)];
    if (left !== undefined && right === undefined) {
      addFinding('breaking', `${kind}-removed`, left, `${name} is no longer sent with ${method.toUpperCase()}`);
    } else if (left === undefined && right !== undefined) {
      addFinding('additive', `${kind}-added`, right, `${name} is now also sent with ${method.toUpperCase()}`);
    } else if (left !== undefined && right !== undefined) {
      compareNames({ before: left, after: right }, false, addFinding);
      compareParameters({ item: before, operation: left }, { item: after, operation: right }, addFinding);
      compareRequestBodies(left, right, 'payload', addFinding);
      compareReceiverResponses({ before: left, after: right, name, kind }, addFinding);
      compareProse({ before: left, after: right }, addFinding);
    }
  }
}

/** Compares the responses that a receiver may return. */
function compareReceiverResponses({ before, after, kind }: Sent, addFinding: AddFinding): void {
  const [was, is] = [membersOf(membersOf(before).get('responses')), membersOf(membersOf(after).get('responses'))];
  for (const [status, place] of was) {
    const current = is.get(status);
    if (current === undefined) {
      addFinding('breaking', `${kind}-response-removed`, place, `a receiver may no longer return ${status}`);
    } else compareMediaTypes({ before: place, after: current }, 'request', addFinding);
  }
  for (const [status, place] of is) {
    if (!was.has(status))
      addFinding('additive', `${kind}-response-added`, place, `a receiver may now return ${status}`);
  }
}

interface Origin {
  readonly item: Place;
  readonly operation: Place;
}

/** Compares the headers and other parameters of the sent request. Receivers rely on them. */
function compareParameters(before: Origin, after: Origin, addFinding: AddFinding): void {
  const [was, is] = [parametersOf(before), parametersOf(after)];
  for (const [key, old] of was) {
    const current = is.get(key);
    if (current === undefined) {
      addFinding('breaking', 'payload-parameter-removed', old, `${key} is no longer sent`);
      continue;
    }
    const [left, right] = [membersOf(old), membersOf(current)];
    const [needed, needs] = [left.get('required')?.value === true, right.get('required')?.value === true];
    if (needed && !needs)
      addFinding('breaking', 'payload-parameter-made-optional', current, `${key} is no longer always sent`);
    if (!needed && needs)
      addFinding('additive', 'payload-parameter-made-required', current, `${key} is now always sent`);
    const [schema, next] = [left.get('schema'), right.get('schema')];
    if (schema !== undefined && next !== undefined)
      compareSchemas({ before: schema, after: next }, 'payload', addFinding);
    compareProse({ before: old, after: current }, addFinding);
  }
  for (const [key, place] of is)
    if (!was.has(key)) addFinding('additive', 'payload-parameter-added', place, `${key} was added`);
}

function parametersOf({ item, operation }: Origin): ReadonlyMap<string, Place> {
  const entries = [item, operation].flatMap((source) => itemsOf(membersOf(source).get('parameters')));
  return new Map(
    entries.map((entry) => {
      const members = membersOf(entry);
      const [location, name] = [textOf(members.get('in')) ?? '', textOf(members.get('name')) ?? ''];
      return [`${location} ${location === 'header' ? name.toLowerCase() : name}`, follow(entry)];
    }),
  );
}
