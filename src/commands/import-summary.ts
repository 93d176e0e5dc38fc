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

/** How many records an import has taken, new or known, and how many it has refused. */
export function outcomeOf({ counts }: Pick<Import, 'counts'>) {
  const all = Object.values(counts);
  const sumOf = (what: 'created' | 'unchanged' | 'refused'): number => all.reduce((sum, count) => sum + count[what], 0);
  return { created: sumOf('created'), taken: sumOf('created') + sumOf('unchanged'), refused: sumOf('refused') };
}

/** A table of what an import did, kind by kind as far as it had them, and what it refused. */
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
  const tasks = [counts.tasks, counts.issues, counts.pull_requests];
  const total = (what: 'created' | 'unchanged'): number => tasks.reduce((sum, count) => sum + count[what], 0);
  const outcome = `${total('created')} tasks created, ${total('unchanged')} known already`;
  const isNew = outcomeOf({ counts }).created > 0;
  const head = `${''.padEnd(16)}${['created', 'unchanged', 'refused'].map((title) => title.padStart(10)).join('')}`;
  const places = refused.map(
    ({ record, line, reason }) => `refused ${record}${line === null ? '' : ` (line ${line})`}: ${reason}`,
  );
  return [head, ...rows, isNew ? outcome : `nothing new: ${outcome}`, ...places, ''].join('\n');
}
