// Reads records as exportProject returns them: members of an object, however they were written. Only what a kind cannot
// do without must be there, so that people can write such records, too.
import { createHash } from 'node:crypto';
import type { ImportedComment, ImportedTask, ImportRecord, RecordKind } from '../imports.types.ts';
import {
  choice,
  filledText,
  httpsUrl,
  isAbsent,
  list,
  optionalDate,
  optionalText,
  optionalTimestamp,
  positiveInteger,
  RefusedError,
  requiredText,
  text,
  timestamp,
  type Fields,
} from './record-fields.ts';

/** A task's number is kept up to here, so that a project never runs out of them. */
const NUMBER_MAX = 1_000_000_000;
const LABELS_MAX = 100;

type Source = 'csv' | 'ndjson';
type Reader = (fields: Fields, source: Source) => ImportRecord;

const readers: Readonly<Record<string, { readonly kind: RecordKind; readonly read: Reader }>> = {
  label: { kind: 'labels', read: readLabel },
  milestone: { kind: 'milestones', read: readMilestone },
  task: { kind: 'tasks', read: readTask },
  comment: { kind: 'comments', read: readComment },
  dependency: { kind: 'dependencies', read: readDependency },
};

/** @param record its number, for the refusal */
export function readRecord(fields: Fields, record: string, source: Source): ImportRecord {
  const name = isAbsent(fields, 'record') ? 'task' : fields['record'];
  const reader = typeof name === 'string' && Object.hasOwn(readers, name) ? readers[name] : undefined;
  if (reader === undefined) return refused('tasks', record, `record is none of ${Object.keys(readers).join(', ')}`);
  try {
    return reader.read(fields, source);
  } catch (error) {
    if (error instanceof RefusedError) return refused(reader.kind, record, error.message);
    throw error;
  }
}

export function refused(kind: RecordKind, record: string, reason: string): ImportRecord {
  return { kind, refusals: [{ kind, record, reason }] };
}

function readLabel(fields: Fields): ImportRecord {
  const color = isAbsent(fields, 'color') ? '#8b949e' : text(fields, 'color', 7).toLowerCase();
  if (!/^#[0-9a-f]{6}$/.test(color)) throw new RefusedError('color is not # and six hexadecimal digits');
  const label = {
    external_id: null,
    name: requiredText(fields, 'name', 50),
    color,
    description: optionalText(fields, 'description', 500),
    ...datesOf(fields),
  };
  return { kind: 'labels', label, refusals: [] };
}

function readMilestone(fields: Fields): ImportRecord {
  const state = choice(fields, 'state', ['open', 'closed']);
  const dates = datesOf(fields);
  const closedAt = optionalTimestamp(fields, 'closed_at');
  if (state === 'open' && closedAt !== null) throw new RefusedError('closed_at belongs to milestones that are closed');
  const milestone = {
    name: requiredText(fields, 'name', 100),
    description: optionalText(fields, 'description', 10_000),
    due_on: optionalDate(fields, 'due_on'),
    state,
    closed_at: closedAt,
    ...dates,
  };
  return { kind: 'milestones', milestone, refusals: [] };
}

function readTask(fields: Fields, source: Source): ImportRecord {
  const status = choice(fields, 'status', ['todo', 'backlog', 'in_progress', 'in_review', 'done', 'cancelled']);
  const completedAt = optionalTimestamp(fields, 'completed_at');
  if (status !== 'done' && completedAt !== null) throw new RefusedError('completed_at belongs to tasks that are done');
  const task: ImportedTask = {
    number: isAbsent(fields, 'number') ? null : numberOf(fields),
    origin: originOf(fields, source, 'task'),
    title: requiredText(fields, 'title', 256),
    description: optionalText(fields, 'description', 100_000),
    type: choice(fields, 'type', ['task', 'bug', 'feature']),
    status,
    priority: choice(fields, 'priority', ['none', 'low', 'medium', 'high', 'urgent']),
    label_names: labelsOf(fields),
    isNamingNew: true,
    milestone_name: filledText(fields, 'milestone', 100),
    assignee: filledText(fields, 'assignee', 254),
    due_on: optionalDate(fields, 'due_on'),
    completed_at: completedAt,
    ...datesOf(fields),
  };
  return { kind: 'tasks', task, comments: [], refusals: [] };
}

function readComment(fields: Fields, source: Source): ImportRecord {
  const kind = choice(fields, 'kind', ['comment', 'review', 'review_comment']);
  const comment: ImportedComment = {
    kind,
    body: text(fields, 'body', 100_000),
    origin: originOf(fields, source, kind),
    parent_external_id: filledText(fields, 'parent', 500),
    ...datesOf(fields),
  };
  const kinds = { comment: 'comments', review: 'reviews', review_comment: 'review_comments' } as const;
  return { kind: kinds[kind], said: { task: requiredText(fields, 'task', 500), comment }, refusals: [] };
}

function readDependency(fields: Fields): ImportRecord {
  const dependency = {
    task: requiredText(fields, 'task', 500),
    blocking_task: requiredText(fields, 'blocking_task', 500),
    created_at: optionalTimestamp(fields, 'created_at'),
  };
  return { kind: 'dependencies', dependency, refusals: [] };
}

function numberOf(fields: Fields): number {
  const number = positiveInteger(fields, 'number');
  if (number > NUMBER_MAX) throw new RefusedError(`number is above ${NUMBER_MAX}`);
  return number;
}

function labelsOf(fields: Fields): string[] {
  const names = [...new Set(list(fields['labels'], 'string'))];
  if (names.length > LABELS_MAX) throw new RefusedError(`there are more than ${LABELS_MAX} labels`);
  return names.map((name) => requiredText({ label: name }, 'label', 50));
}

function datesOf(fields: Fields): { readonly created_at: string | null; readonly updated_at: string | null } {
  const created_at = optionalTimestamp(fields, 'created_at');
  return { created_at, updated_at: isAbsent(fields, 'updated_at') ? created_at : timestamp(fields, 'updated_at') };
}

/** What has no id is known again by what it says: the same record twice is one. */
function originOf(fields: Fields, source: Source, kind: string) {
  const digest = (): string => createHash('sha256').update(JSON.stringify(fields)).digest('hex').slice(0, 32);
  return {
    source: filledText(fields, 'source', 50) ?? source,
    kind: filledText(fields, 'source_kind', 50) ?? kind,
    external_id: filledText(fields, 'external_id', 500) ?? `${source}:${digest()}`,
    url: httpsUrl(fields['url']),
    author: filledText(fields, 'author', 200),
    state: filledText(fields, 'source_state', 50),
  };
}
