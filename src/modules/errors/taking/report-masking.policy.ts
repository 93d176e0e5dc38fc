import { createSecretTest } from '../../../platform/secret-fields.ts';
import { isSecretName, MASK, maskText, toStorable } from '../../../platform/secret-texts.ts';

// Reports come from programs that know nothing of our contract, so secrets are recognized by the words of their names
// and by their form.

const isSecretField = createSecretTest({});

const DEPTH_MAX = 8;
const MEMBERS_MAX = 1000;
const TEXT_LENGTH_MAX = 8192;
const CUT = '[cut off]';

/** Bounds the size of what is stored of one report. */
interface Budget {
  members: number;
}

/** Returns a copy of a value without secrets, cut off where it is too deep, too large or too long. */
export function maskValue(value: unknown, budget: Budget = { members: MEMBERS_MAX }, depth = 0): unknown {
  if (typeof value === 'string') return maskText(value.slice(0, TEXT_LENGTH_MAX));
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= DEPTH_MAX) return CUT;
  if (Array.isArray(value)) return maskItems(value, budget, depth);
  return maskMembers(value, budget, depth);
}

function maskItems(items: readonly unknown[], budget: Budget, depth: number): unknown[] {
  const masked: unknown[] = [];
  for (const item of items) {
    if (budget.members-- <= 0) return [...masked, CUT];
    masked.push(maskValue(item, budget, depth + 1));
  }
  return masked;
}

function maskMembers(members: object, budget: Budget, depth: number): Record<string, unknown> {
  const masked: [string, unknown][] = [];
  for (const [name, value] of Object.entries(members)) {
    if (budget.members-- <= 0) break;
    const isHidden = value !== null && (isSecretName(name) || isSecretField(name, value));
    masked.push([toStorable(name), isHidden ? MASK : maskValue(value, budget, depth + 1)]);
  }
  return Object.fromEntries(masked);
}
