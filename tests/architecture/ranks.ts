import { modules } from '../../src/modules/modules.ts';

/** The modules from the lowest to the highest. A module may import only the `index.ts` of lower ones. */
export const ranks: readonly string[] = Object.keys(modules);

/** Returns the modules that `name` must not import: those with a higher rank. */
export function notBelow(name: string): readonly string[] {
  return ranks.slice(ranks.indexOf(name) + 1);
}
