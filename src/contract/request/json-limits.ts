import type { Violation } from '../../problems/app-error.ts';
import { escapeToken } from '../../documents/reader/reference.ts';
import { textMax, violationsMax } from './violations.ts';

const depthMax = 64;
export const tooDeepCode = 'too_deep';

/** The path to a value inside the body. Its JSON pointer is only built for a violation. */
interface Place {
  readonly parent: Place | undefined;
  readonly name: string;
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
  for (const name of Object.keys(value)) {
    const here = { parent: place, name };
    if (name === '__proto__') add(violations, here, prototypeName);
    const member = (value as Readonly<Record<string, unknown>>)[name];
    if (typeof member === 'number') {
      if (!Number.isFinite(member)) add(violations, here, outOfRange);
    } else if (typeof member === 'object' && member !== null) {
      inspect(member, here, { depth: depth + 1, violations });
    }
  }
}

function add(violations: Violation[], place: Place | undefined, [code, detail]: Finding): void {
  let pointer = '';
  for (let at = place; at !== undefined; at = at.parent) pointer = `/${escapeToken(at.name)}${pointer}`;
  violations.push({ in: 'body', pointer: pointer.slice(0, textMax), code, detail });
}
