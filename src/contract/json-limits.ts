import type { Violation } from '../errors/app-error.ts';
import { escapePointer, violationsMax } from './violations.ts';

const depthMax = 64;

/**
 * What no schema says and no part behind the engine must meet: nesting beyond 64 levels, `__proto__` as a name, and
 * numbers that are beyond a double (`1e999`), which would turn into null when they are stored.
 */
export function inspectJson(value: unknown): Violation[] {
  const violations: Violation[] = [];
  // Wrapped, so that a bare number is a member like any other.
  inspect([value], '', { depth: -1, violations });
  return violations.map((violation) => ({ ...violation, pointer: violation.pointer?.slice(2) ?? '' }));
}

interface Inspection {
  readonly depth: number;
  readonly violations: Violation[];
}

function inspect(value: object, pointer: string, inspection: Inspection): void {
  if (inspection.violations.length >= violationsMax) return;
  if (inspection.depth === depthMax) {
    add(inspection, pointer, ['too_deep', `must not nest deeper than ${depthMax} levels`]);
    return;
  }
  const below = { depth: inspection.depth + 1, violations: inspection.violations };
  // for-in, because Object.entries would allocate a pair for every field of every body.
  for (const name in value) {
    if (name === '__proto__') add(inspection, `${pointer}/__proto__`, ['unknown_field', 'must not have this name']);
    const member = (value as Readonly<Record<string, unknown>>)[name];
    if (typeof member === 'object') {
      if (member !== null) inspect(member, `${pointer}/${escapePointer(name)}`, below);
    } else if (typeof member === 'number' && !Number.isFinite(member)) {
      add(inspection, `${pointer}/${escapePointer(name)}`, ['number_out_of_range', 'must be a finite number']);
    }
  }
}

function add({ violations }: Inspection, pointer: string, [code, detail]: [string, string]): void {
  violations.push({ in: 'body', pointer, code, detail });
}
