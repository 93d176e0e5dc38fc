import { toTerminalLine } from '../platform/terminal-text.ts';
import type { Import } from '../../generated/v2/types.ts';

const kinds = [
  'labels',
  'milestones',
  'tasks',
  'issues',
  'pull_requests',
  'comments',
  'reviews',
  'review_comments',
  'dependencies',
] as const satisfies readonly (keyof Import['counts'])[];

const taskKinds = ['tasks', 'issues', 'pull_requests'] as const satisfies readonly (keyof Import['counts'])[];

/**
 * Counts the records that an import created.
 * @returns also what was refused completely: all records, or all tasks even if their labels were imported
 */
export function outcomeOf({ counts }: Pick<Import, 'counts'>) {
  const isLost = (names: readonly (keyof Import['counts'])[]): boolean => {
    const all = names.map((name) => counts[name]);
    return all.some(({ refused }) => refused > 0) && all.every(({ created, unchanged }) => created + unchanged === 0);
  };
  const created = kinds.reduce((sum, kind) => sum + counts[kind].created, 0);
  return { created, lost: isLost(kinds) ? 'record' : isLost(taskKinds) ? 'task' : undefined };
}

/** Returns a table of an import's counts by kind of record, and a line for each rejected record. */
export function summaryOf({ counts, refused }: Import): string {
  const rows = kinds
    .map((kind) => [kind, counts[kind]] as const)
    .filter(([, count]) => Object.values(count).some((number) => number > 0))
    .map(([kind, { created, unchanged, refused: bad }]) =>
      [
        kind.replace('_', ' ').padEnd(16),
        ...[created, unchanged, bad].map((number) => String(number).padStart(10)),
      ].join(''),
    );
  const tasks = taskKinds.map((kind) => counts[kind]);
  const total = (what: 'created' | 'unchanged'): number => tasks.reduce((sum, count) => sum + count[what], 0);
  const outcome = `${total('created')} tasks created, ${total('unchanged')} already imported`;
  const isNew = outcomeOf({ counts }).created > 0;
  const head = `${''.padEnd(16)}${['created', 'unchanged', 'refused'].map((title) => title.padStart(10)).join('')}`;
  const places = refused.map(({ record, line, reason }) =>
    toTerminalLine(`refused ${record}${line === null ? '' : ` (line ${line})`}: ${reason}`),
  );
  return [head, ...rows, isNew ? outcome : `nothing new: ${outcome}`, ...places, ''].join('\n');
}
