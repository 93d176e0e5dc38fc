import { toTerminalLine, toTerminalText } from '../../platform/terminal-text.ts';
import type { Change, Weight } from './change.ts';
import type { Verdict } from './gate.ts';
import type { ChangeUsage } from './key-usage.ts';

// Documents, waivers and names of keys are texts of others: what is printed goes through the functions of terminal-text.ts.

const weights: readonly Weight[] = ['breaking', 'additive', 'documentation'];
const namesShown = 4;

/** Formats verdicts for people: first one line for each document, then what has to be done. */
export function linesOf(verdicts: readonly Verdict[], { isComplete }: { readonly isComplete: boolean }): string[] {
  const lines = [...verdicts.map(verdictLine), ...verdicts.flatMap((verdict) => detailsOf(verdict, isComplete))];
  return lines.map(toTerminalLine);
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
  const names = listOf(keys.map(({ api_key_name }) => JSON.stringify(api_key_name)));
  return `breaks ${keys.length} ${keys.length === 1 ? 'key' : 'keys'} ${where}: ${names}`;
}

function reachOf({ operations }: Change): string {
  return operations.length === 0 ? 'everywhere' : listOf(operations);
}

function listOf(names: readonly string[]): string {
  const shown = names.slice(0, namesShown).join(', ');
  return names.length > namesShown ? `${shown} and ${names.length - namesShown} more` : shown;
}

/** Formats verdicts as JSON for programs. */
export function jsonTextOf(verdicts: readonly Verdict[]): string {
  return toTerminalText(JSON.stringify(verdicts.map(jsonOf), undefined, 2));
}

function jsonOf({ excused, isPassed, changes, documents: _documents, usage, ...verdict }: Verdict): object {
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
      toMarkdown(excused.includes(change) ? `${change.kind} (excused)` : change.kind),
      toCode(`#${change.pointer}`),
      toMarkdown(reachOf(change)),
      toMarkdown(used === undefined ? change.reason : `${change.reason}; ${usageText(used)}`),
    ];
    return `| ${cells.join(' | ')} |\n`;
  };
  const table = `| breaking | where | operations | reason |\n|---|---|---|---|\n${breaking.map(row).join('')}\n`;
  return [
    `### Contract ${toMarkdown(`${name}: ${released} to ${current}`)}\n\n`,
    `${toMarkdown(verdictLine(verdict))}\n\n`,
    ...[...notes, ...faults].map((line) => `- ${toMarkdown(line)}\n`),
    breaking.length === 0 ? '' : `\n${table}`,
  ].join('');
}

/** Returns a text so that Markdown shows it as it is, also in a cell of a table. */
function toMarkdown(text: string): string {
  return toTerminalLine(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll(/[\\`|[\]*_]/g, String.raw`\$&`);
}

/** Returns a text as code. Nothing in code can be escaped but the bar, which is the table's. */
function toCode(text: string): string {
  return `\`${toTerminalLine(text)
    .replaceAll('`', "'")
    .replaceAll('|', String.raw`\|`)}\``;
}
