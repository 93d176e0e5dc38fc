import { modules } from '../../src/modules/modules.ts';

/** The modules from the lowest up: one may import the `index.ts` of those before it only. */
export const ranks: readonly string[] = Object.keys(modules);

/** Modules that `name` must not import: those that come after it. */
export function notBelow(name: string): readonly string[] {
  return ranks.slice(ranks.indexOf(name) + 1);
}
