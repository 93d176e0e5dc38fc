import type { Change, Weight } from './change.ts';
import type { Verdict } from './gate.ts';
import type { ChangeUsage } from './key-usage.ts';

const weights: readonly Weight[] = ['breaking', 'additive', 'documentation'];
const namesShown = 4;

/** Formats verdicts for people: first one line for each document, then what has to be done. */
export function linesOf(verdicts: readonly Verdict[], { isComplete }: { readonly isComplete: boolean }): string[] {
  return [...verdicts.map(verdictLine), ...verdicts.flatMap((verdict) => detailsOf(verdict, isComplete))];
}

/** Returns one line: whether the document passed, and how many changes there are. */
function verdictLine({ name, isPassed, changes, excused, faults, released, current }: Verdict): string {
  const counts = weights.map((weight) => {
    const count = changes.filter((change) => change.weight === weight && !excused.includes(change)).length;
    const waived = weight === 'breaking' && excused.length > 0 ? ` (${excused.length} excused)` : '';
    return `${count} ${weight}${waived}`;
  });
  const wrong = faults.length > 0 ? `; ${faults.length} to correct` : '';
  return `${name} ${isPassed ? 'passed' : 'FAILED'}: ${counts.join(', ')}${wrong}; ${released} to ${current}`;
}

/**
 * Returns the faults, the notes and the changes: breaking ones without a waiver, or all of them.
 */
function detailsOf(verdict: Verdict, isComplete: boolean): string[] {
  const { name, changes, excused, faults, notes } = verdict;
  const shown = isComplete ? weights : (['breaking'] as const);
  const blocks = shown.flatMap((weight) => {
    const own = changes.filter((change) => change.weight === weight && !excused.includes(change));
    return own.length === 0
      ? []
      : [`${name}: ${own.length} ${weight}`, ...own.flatMap((one) => linesOfChange(one, verdict))];
  });
  return [
    ...notes.map((note) => `${name}: ${note}`),
    ...faults.map((fault) => `${name}: ${fault}`),
    ...blocks,
    ...(isComplete ? excused.map(({ kind, pointer }) => `${name}: excused: ${kind} #${pointer}`) : []),
  ];
}

function linesOfChange(change: Change, { usage }: Verdict): string[] {
  const used = usage?.get(change);
  return [
    `  ${change.kind}  ${reachOf(change)}`,
    `    #${change.pointer}`,
    `    ${change.reason}`,
    ...(used === undefined ? [] : [`    ${usageText(used)}`]),
  ];
}

/** `breaks nobody`, or how many keys with the names of the first ones. */
function usageText({ scope, keys }: ChangeUsage): string {
  const where = `in the last 30 days, of the keys of ${scope}`;
  if (keys.length === 0) return `breaks nobody ${where}`;
  const names = listOf(keys.map(({ api_key_name }) => api_key_name));
  return `breaks ${keys.length} ${keys.length === 1 ? 'key' : 'keys'} ${where}: ${names}`;
}

function reachOf({ operations }: Change): string {
  return operations.length === 0 ? 'everywhere' : listOf(operations);
}

function listOf(names: readonly string[]): string {
  const shown = names.slice(0, namesShown).join(', ');
  return names.length > namesShown ? `${shown} and ${names.length - namesShown} more` : shown;
}

/** Formats a verdict as JSON for programs. */
export function jsonOf({ excused, isPassed, changes, documents: _documents, usage, ...verdict }: Verdict): object {
  return {
    ...verdict,
    operations: verdict.operations ?? null,
    passed: isPassed,
    changes: changes.map((change) => ({
      ...change,
      pointer: `#${change.pointer}`,
      excused: excused.includes(change),
      ...(usage?.has(change) === true ? { breaks: usage.get(change) } : {}),
    })),
  };
}

/** Formats a verdict as Markdown, for the summary of a CI job. */
export function markdownOf(verdict: Verdict): string {
  const { name, released, current, changes, excused, faults, notes, usage } = verdict;
  const breaking = changes.filter(({ weight }) => weight === 'breaking');
  const row = (change: Change): string => {
    const used = usage?.get(change);
    const cells = [
      excused.includes(change) ? `${change.kind} (excused)` : change.kind,
      `\`#${change.pointer}\``,
      reachOf(change),
      used === undefined ? change.reason : `${change.reason}; ${usageText(used)}`,
    ];
    return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |\n`;
  };
  const table = `| breaking | where | operations | reason |\n|---|---|---|---|\n${breaking.map(row).join('')}\n`;
  return [
    `### Contract ${name}: ${released} to ${current}\n\n`,
    `${verdictLine(verdict)}\n\n`,
    ...[...notes, ...faults].map((line) => `- ${line}\n`),
    breaking.length === 0 ? '' : `\n${table}`,
  ].join('');
}
