import type { Change, Weight } from './change.ts';

const weights: readonly Weight[] = ['breaking', 'additive', 'documentation'];
const namesShown = 4;

/** The changes for a reader: each with its weight, kind, pointer, reason and the operations that it reaches. */
export function linesOf(changes: readonly Change[]): string[] {
  return weights.flatMap((weight) => {
    const own = changes.filter((change) => change.weight === weight);
    if (own.length === 0) return [];
    return [
      `  ${own.length} ${weight}`,
      ...own.flatMap((change) => [
        `    ${change.kind}  ${reachOf(change)}`,
        `      #${change.pointer}`,
        `      ${change.reason}`,
      ]),
    ];
  });
}

function reachOf({ operations }: Change): string {
  if (operations.length === 0) return 'everywhere';
  const shown = operations.slice(0, namesShown).join(', ');
  return operations.length > namesShown ? `${shown} and ${operations.length - namesShown} more` : shown;
}
