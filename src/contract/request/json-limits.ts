import type { Violation } from '../../problems/app-error.ts';
import { escapeToken } from '../../documents/reader/reference.ts';
import { textMax, violationsMax } from './violations.ts';

const depthMax = 64;
export const tooDeepCode = 'too_deep';

/** The path to a value inside the body. Its JSON pointer is only built for a violation. */
interface Place {
  readonly parent: Place | undefined;
  readonly name: string | number;
}

/**
 * Refuses what an open schema accepts but the code behind the engine cannot handle: nesting beyond 64 levels, the name
 * `__proto__`, and numbers beyond a double (`1e999`), which would be stored as null.
 */
export function inspectJson(value: unknown): Violation[] {
  const violations: Violation[] = [];
  if (typeof value === 'object' && value !== null) inspect(value, undefined, { depth: 0, violations });
  else if (typeof value === 'number' && !Number.isFinite(value)) add(violations, undefined, outOfRange);
  return violations;
}

interface Inspection {
  readonly depth: number;
  readonly violations: Violation[];
}

type Finding = readonly [code: string, detail: string];
const outOfRange: Finding = ['number_out_of_range', 'must be a finite number'];
const tooDeep: Finding = [tooDeepCode, `must not nest deeper than ${depthMax} levels`];
const prototypeName: Finding = ['unknown_field', 'must not have this name'];

function inspect(value: object, place: Place | undefined, { depth, violations }: Inspection): void {
  if (violations.length >= violationsMax) return;
  if (depth === depthMax) {
    add(violations, place, tooDeep);
    return;
  }
  const inspection = { depth: depth + 1, violations };
  if (Array.isArray(value)) {
    // Without the keys of the array: a million numbers would become a million texts.
    for (let index = 0; index < value.length; index++) inspectMember(value[index], index, place, inspection);
    return;
  }
  for (const name of Object.keys(value)) {
    if (name === '__proto__') add(violations, { parent: place, name }, prototypeName);
    inspectMember((value as Readonly<Record<string, unknown>>)[name], name, place, inspection);
  }
}

function inspectMember(member: unknown, name: Place['name'], parent: Place | undefined, inspection: Inspection): void {
  if (typeof member === 'number') {
    if (!Number.isFinite(member)) add(inspection.violations, { parent, name }, outOfRange);
  } else if (typeof member === 'object' && member !== null) {
    inspect(member, { parent, name }, inspection);
  }
}

function add(violations: Violation[], place: Place | undefined, [code, detail]: Finding): void {
  let pointer = '';
  for (let at = place; at !== undefined; at = at.parent) pointer = `/${escapeToken(String(at.name))}${pointer}`;
  violations.push({ in: 'body', pointer: pointer.slice(0, textMax), code, detail });
}
