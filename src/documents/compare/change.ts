import { isSame, membersOf, type Pair, type Place } from '../reader/place.ts';

/**
 * `breaking`: a client that was right before can be wrong now. `additive`: there is more, and nobody must use it.
 * `documentation`: only readers notice.
 */
export type Weight = 'breaking' | 'additive' | 'documentation';

interface Finding {
  readonly weight: Weight;
  /** What happened, as `response-property-removed`. */
  readonly kind: string;
  /** Where: in the released document for what is gone, else in the current one. */
  readonly pointer: string;
  readonly reason: string;
}

export interface Change extends Finding {
  /** The operations that it reaches, by operationId, in the order of the document; empty for what concerns all. */
  readonly operations: readonly string[];
}

export type Tell = (weight: Weight, kind: string, place: Place, reason: string) => void;

/** Which way a value travels, and what it belongs to. */
export type Subject = 'parameter' | 'request' | 'response' | 'header' | 'payload';

/** Clients send parameters and requests; they receive responses, headers and the payloads of webhooks. */
export function isSent(subject: Subject): boolean {
  return subject === 'parameter' || subject === 'request';
}

export interface Report {
  /** Findings about one operation, or about all where none is named. */
  tellOf(operation: string | undefined): Tell;
  /** What was found, equal findings folded, the weightiest first. */
  changes(): Change[];
}

export function createReport(): Report {
  const found = new Map<string, Finding & { operations: Set<string> }>();
  const order: readonly Weight[] = ['breaking', 'additive', 'documentation'];
  return {
    tellOf: (operation) => (weight, kind, place, reason) => {
      const key = `${weight} ${kind} ${place.pointer}`;
      const known = found.get(key) ?? { weight, kind, pointer: place.pointer, reason, operations: new Set<string>() };
      found.set(key, known);
      if (operation !== undefined) known.operations.add(operation);
    },
    changes: () =>
      [...found.values()]
        .map((finding) => ({ ...finding, operations: [...finding.operations] }))
        .sort((left, right) => order.indexOf(left.weight) - order.indexOf(right.weight)),
  };
}

const prose = new Set([
  ...['title', 'summary', 'description', 'example', 'examples', 'deprecated', 'externalDocs', 'xml', '$comment'],
  ...['contact', 'license', 'termsOfService'],
]);

/** Whether a keyword speaks to readers only. */
export function isProse(keyword: string): boolean {
  return prose.has(keyword) || keyword.startsWith('x-');
}

/** Tells what changed for readers, apart from the vendor keywords that `judged` elsewhere mean something. */
export function compareProse({ before, after }: Pair, tell: Tell, judged: ReadonlySet<string> = new Set()): void {
  const was = membersOf(before);
  const is = membersOf(after);
  for (const keyword of new Set([...was.keys(), ...is.keys()])) {
    if (!isProse(keyword) || judged.has(keyword)) continue;
    const [old, current] = [was.get(keyword), is.get(keyword)];
    if (keyword === 'examples' && old !== undefined && current !== undefined) compareExamples(old, current, tell);
    else if (!isSame(old, current)) tell('documentation', `${keyword}-changed`, current ?? old ?? after, 'other words');
  }
}

/** Named examples are looked up; the list of a schema's examples is compared as it stands. */
function compareExamples(before: Place, after: Place, tell: Tell): void {
  if (Array.isArray(after.value) || Array.isArray(before.value)) {
    if (!isSame(before, after)) tell('documentation', 'examples-changed', after, 'other examples');
    return;
  }
  const [was, is] = [membersOf(before), membersOf(after)];
  for (const name of new Set([...was.keys(), ...is.keys()])) {
    const [old, current] = [membersOf(was.get(name)).get('value'), membersOf(is.get(name)).get('value')];
    if (!isSame(old, current)) tell('documentation', 'examples-changed', current ?? old ?? after, `example ${name}`);
  }
}
