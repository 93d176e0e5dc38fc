import type { Change, Weight } from './change.ts';
import type { Verdict } from './gate.ts';

const weights: readonly Weight[] = ['breaking', 'additive', 'documentation'];
const namesShown = 4;

/** Returns one line: whether the document passed, and how many changes there are. */
function verdictLine({ name, isPassed, changes, excused, faults }: Verdict): string {
  const counts = weights.map((weight) => {
    const count = changes.filter((change) => change.weight === weight).length;
    const waived = weight === 'breaking' && excused.length > 0 ? ` (${excused.length} excused)` : '';
    return `${count} ${weight}${waived}`;
  });
  const wrong = faults.length > 0 ? `; ${faults.length} to correct` : '';
  return `${name} ${isPassed ? 'passed' : 'FAILED'}: ${counts.join(', ')}${wrong}`;
}

/** Formats a verdict for people: each change with its weight, kind, pointer, reason and affected operations. */
export function linesOf(verdict: Verdict, shown: readonly Weight[] = weights): string[] {
  const { name, released, current, changes, excused, faults } = verdict;
  return [
    `${name}: compared ${released} with ${current}`,
    ...weights.filter((weight) => shown.includes(weight)).flatMap((weight) => linesOfWeight(weight, changes)),
    ...excused.map(({ kind, pointer }) => `  excused: ${kind} #${pointer}`),
    ...faults.map((fault) => `  ${fault}`),
    verdictLine(verdict),
  ];
}

function linesOfWeight(weight: Weight, changes: readonly Change[]): string[] {
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
}

function reachOf({ operations }: Change): string {
  if (operations.length === 0) return 'everywhere';
  const shown = operations.slice(0, namesShown).join(', ');
  return operations.length > namesShown ? `${shown} and ${operations.length - namesShown} more` : shown;
}

/** Formats a verdict as JSON for programs. */
export function jsonOf({ excused, isPassed, changes, ...verdict }: Verdict): object {
  return {
    ...verdict,
    passed: isPassed,
    changes: changes.map((change) => ({ ...change, pointer: `#${change.pointer}`, excused: excused.includes(change) })),
  };
}

/** Formats a verdict as Markdown, for the summary of a CI job. */
export function markdownOf(verdict: Verdict): string {
  const { name, released, current, changes, excused, faults } = verdict;
  const breaking = changes.filter(({ weight }) => weight === 'breaking');
  const row = (change: Change): string =>
    `| ${excused.includes(change) ? `${change.kind} (excused)` : change.kind} | \`#${change.pointer.replaceAll('|', '\\|')}\` | ` +
    `${reachOf(change)} | ${change.reason.replaceAll('|', '\\|')} |\n`;
  const table = `| breaking | where | operations | reason |\n|---|---|---|---|\n${breaking.map(row).join('')}\n`;
  return [
    `### Contract ${name}: ${released} to ${current}\n\n`,
    `${verdictLine(verdict)}\n\n`,
    ...faults.map((fault) => `- ${fault}\n`),
    breaking.length === 0 ? '' : table,
  ].join('');
}
