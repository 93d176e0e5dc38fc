import { isSame, membersOf, type Pair, type Place } from '../reader/place.ts';

/**
 * `breaking`: a correct client of the old document can fail now. `additive`: something was added that clients need not
 * use. `documentation`: only texts for readers changed.
 */
export type Weight = 'breaking' | 'additive' | 'documentation';

interface Finding {
  readonly weight: Weight;
  /** The kind of change, such as `response-property-removed`. */
  readonly kind: string;
  /** The JSON pointer: into the released document for something removed, else into the current one. */
  readonly pointer: string;
  readonly reason: string;
}

export interface Change extends Finding {
  /** operationIds of the affected operations, in the order of the document; empty if all are affected. */
  readonly operations: readonly string[];
}

export type AddFinding = (weight: Weight, kind: string, place: Place, reason: string) => void;

/** What a value belongs to, which also determines the direction in which it is sent. */
export type Subject = 'parameter' | 'request' | 'response' | 'header' | 'payload';

/** Clients send parameters and requests. They receive responses, headers and the payloads of webhooks. */
export function isSent(subject: Subject): boolean {
  return subject === 'parameter' || subject === 'request';
}

export interface Report {
  /** Collects the findings about one operation, or about all operations if none is named. */
  forOperation(operation: string | undefined): AddFinding;
  /** The findings without duplicates, the most severe first. */
  changes(): Change[];
}

/** Creates an empty report. */
export function createReport(): Report {
  const found = new Map<string, Finding & { operations: Set<string> }>();
  const order: readonly Weight[] = ['breaking', 'additive', 'documentation'];
  return {
    forOperation: (operation) => (weight, kind, place, reason) => {
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

/** Whether a keyword is for readers only. */
export function isProse(keyword: string): boolean {
  return prose.has(keyword) || keyword.startsWith('x-');
}

/**
 * Reports changes of texts and vendor keywords.
 * @param compared vendor keywords that other functions compare
 */
export function compareProse(
  { before, after }: Pair,
  addFinding: AddFinding,
  compared: ReadonlySet<string> = new Set(),
): void {
  const was = membersOf(before);
  const is = membersOf(after);
  for (const keyword of new Set([...was.keys(), ...is.keys()])) {
    if (!isProse(keyword) || compared.has(keyword)) continue;
    const [old, current] = [was.get(keyword), is.get(keyword)];
    if (keyword === 'examples' && old !== undefined && current !== undefined) compareExamples(old, current, addFinding);
    else if (!isSame(old, current))
      addFinding('documentation', `${keyword}-changed`, current ?? old ?? after, 'the text changed');
  }
}

/** Named examples are compared one by one. The example list of a schema is compared as a whole. */
function compareExamples(before: Place, after: Place, addFinding: AddFinding): void {
  if (Array.isArray(after.value) || Array.isArray(before.value)) {
    if (!isSame(before, after)) addFinding('documentation', 'examples-changed', after, 'the examples changed');
    return;
  }
  const [was, is] = [membersOf(before), membersOf(after)];
  for (const name of new Set([...was.keys(), ...is.keys()])) {
    const [old, current] = [membersOf(was.get(name)).get('value'), membersOf(is.get(name)).get('value')];
    if (!isSame(old, current))
      addFinding('documentation', 'examples-changed', current ?? old ?? after, `the example ${name} changed`);
  }
}
