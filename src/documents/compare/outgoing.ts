import type { Json } from '../reader/json.ts';
import { methods } from '../reader/operations.ts';
import { child, follow, itemsOf, membersOf, rootOf, textOf, type Place } from '../reader/place.ts';
import { compareMediaTypes, compareRequestBodies } from './bodies.ts';
import { compareProse, type Report, type Tell } from './change.ts';
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
    const tell = report.tellOf(name);
    const current = is?.get(name);
    if (current === undefined) tell('breaking', 'webhook-removed', old, `${name} is no longer sent`);
    else compareSent({ before: old, after: current, name, kind: 'webhook' }, tell);
  }
  for (const [name, place] of is ?? []) {
    if (was?.has(name) !== true) report.tellOf(name)('additive', 'webhook-added', place, `${name} was added`);
  }
}

/** A callback has a name. Below it, expressions for URLs map to path items. */
export function compareCallbacks(before: Place, after: Place, tell: Tell): void {
  const [was, is] = [membersOf(child(before, 'callbacks')), membersOf(child(after, 'callbacks'))];
  for (const [name, old] of was) {
    const [targets, current] = [membersOf(old), membersOf(is.get(name))];
    for (const [target, place] of targets) {
      const now = current.get(target);
      if (target.startsWith('x-')) continue;
      if (now !== undefined) compareSent({ before: place, after: now, name, kind: 'callback' }, tell);
      else tell('breaking', 'callback-removed', place, `${name} is no longer sent to ${target}`);
    }
  }
  for (const [name, place] of is) {
    const known = membersOf(was.get(name));
    for (const [target, item] of membersOf(place)) {
      if (!known.has(target) && !target.startsWith('x-'))
        tell('additive', 'callback-added', item, `${name} is now sent to ${target}`);
    }
  }
}

interface Sent {
  readonly before: Place;
  readonly after: Place;
  readonly name: string;
  readonly kind: 'webhook' | 'callback';
}

function compareSent({ before, after, name, kind }: Sent, tell: Tell): void {
  const [was, is] = [membersOf(before), membersOf(after)];
  for (const method of methods) {
    const [left, right] = [was.get(method), is.get(method)];
    if (left !== undefined && right === undefined) {
      tell('breaking', `${kind}-removed`, left, `${name} is no longer sent with ${method.toUpperCase()}`);
    } else if (left === undefined && right !== undefined) {
      tell('additive', `${kind}-added`, right, `${name} is now also sent with ${method.toUpperCase()}`);
    } else if (left !== undefined && right !== undefined) {
      compareNames({ before: left, after: right }, false, tell);
      compareParameters({ item: before, operation: left }, { item: after, operation: right }, tell);
      compareRequestBodies(left, right, 'payload', tell);
      compareReceiverResponses({ before: left, after: right, name, kind }, tell);
      compareProse({ before: left, after: right }, tell);
    }
  }
}

/** Compares the responses that a receiver may return. */
function compareReceiverResponses({ before, after, kind }: Sent, tell: Tell): void {
  const [was, is] = [membersOf(membersOf(before).get('responses')), membersOf(membersOf(after).get('responses'))];
  for (const [status, place] of was) {
    const current = is.get(status);
    if (current === undefined) {
      tell('breaking', `${kind}-response-removed`, place, `a receiver may no longer return ${status}`);
    } else compareMediaTypes({ before: place, after: current }, 'request', tell);
  }
  for (const [status, place] of is) {
    if (!was.has(status)) tell('additive', `${kind}-response-added`, place, `a receiver may now return ${status}`);
  }
}

interface Origin {
  readonly item: Place;
  readonly operation: Place;
}

/** Compares the headers and other parameters of the sent request. Receivers rely on them. */
function compareParameters(before: Origin, after: Origin, tell: Tell): void {
  const [was, is] = [parametersOf(before), parametersOf(after)];
  for (const [key, old] of was) {
    const current = is.get(key);
    if (current === undefined) {
      tell('breaking', 'payload-parameter-removed', old, `${key} is no longer sent`);
      continue;
    }
    const [left, right] = [membersOf(old), membersOf(current)];
    const [needed, needs] = [left.get('required')?.value === true, right.get('required')?.value === true];
    if (needed && !needs)
      tell('breaking', 'payload-parameter-made-optional', current, `${key} is no longer always sent`);
    if (!needed && needs) tell('additive', 'payload-parameter-made-required', current, `${key} is now always sent`);
    const [schema, next] = [left.get('schema'), right.get('schema')];
    if (schema !== undefined && next !== undefined) compareSchemas({ before: schema, after: next }, 'payload', tell);
    compareProse({ before: old, after: current }, tell);
  }
  for (const [key, place] of is)
    if (!was.has(key)) tell('additive', 'payload-parameter-added', place, `${key} was added`);
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
