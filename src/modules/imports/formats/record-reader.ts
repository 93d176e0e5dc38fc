// Reads records as exportProject returns them, with fields from any format. Only fields that a kind needs are required,
// so that people can write such records, too.
import { createHash } from 'node:crypto';
import { PLAIN_COLOR } from '../../labels/index.ts';
import type {
  ImportedComment,
  ImportRecord,
  RecordContent,
  RecordKind,
  RecordPlace,
  Refusal,
} from '../imports.types.ts';
import { isLastingId } from './github-ids.ts';
import { FieldReader, type Fields } from './record-fields.ts';
import { labelsOf, leftOut, milestoneNameOf, refusalsOf, urlOf, type Note } from './record-parts.ts';
import { commentKinds, milestoneStates, priorities, statuses, taskTypes } from './vocabulary.ts';

/** Higher numbers are not kept, so that a project never runs out of numbers. */
const NUMBER_MAX = 1_000_000_000;

interface RecordOrigin {
  readonly source: 'csv' | 'ndjson';
  readonly place: RecordPlace;
  /** The content that identifies a record without an id. */
  readonly said: Fields;
}

type Reader = (reader: FieldReader, origin: RecordOrigin, note: Note) => RecordContent;

const readers: Readonly<Record<string, { readonly kind: RecordKind; readonly read: Reader }>> = {
  label: { kind: 'labels', read: readLabel },
  milestone: { kind: 'milestones', read: readMilestone },
  task: { kind: 'tasks', read: readTask },
  comment: { kind: 'comments', read: readComment },
  dependency: { kind: 'dependencies', read: readDependency },
};

export function readRecord(fields: Fields, origin: RecordOrigin): ImportRecord {
  const { place } = origin;
  const reader = new FieldReader(fields);
  const name = reader.value('record') ?? 'task';
  const found = typeof name === 'string' && Object.hasOwn(readers, name) ? readers[name] : undefined;
  if (found === undefined) return refused('tasks', place, `record is not one of ${Object.keys(readers).join(', ')}`);
  const notes: Refusal[] = [];
  const read = found.read(reader, origin, (reason, more) => void notes.push({ kind: null, ...place, reason, ...more }));
  const unread = origin.source === 'ndjson' ? reader.unread() : [];
  // The columns of a table are reported with its header.
  if (unread.length > 0) notes.push({ kind: null, ...place, reason: leftOut('fields', unread), isGeneral: true });
  if (reader.faults.length === 0) return { ...read, place, refusals: notes };
  return { kind: found.kind, place, refusals: [...refusalsOf(found.kind, place, reader), ...notes] };
}

export function refused(kind: RecordKind, place: RecordPlace, reason: string): ImportRecord {
  return { kind, place, refusals: [{ kind, ...place, reason }] };
}

function readLabel(reader: FieldReader): RecordContent {
  const color = reader.isBlank('color') ? PLAIN_COLOR : reader.text('color', 7).toLowerCase();
  if (color !== '' && !/^#[0-9a-f]{6}$/.test(color)) reader.refuse('color is not # and six hexadecimal digits');
  const label = {
    external_id: null,
    name: reader.requiredText('name', 50),
    color,
    description: reader.optionalText('description', 500),
    ...datesOf(reader),
  };
  return { kind: 'labels', label };
}

function readMilestone(reader: FieldReader): RecordContent {
  const state = reader.word('state', milestoneStates);
  const closed_at = reader.optionalTime('closed_at');
  if (state === 'open' && closed_at !== null) reader.refuse('closed_at belongs to milestones that are closed');
  const milestone = {
    name: reader.requiredText('name', 100),
    description: reader.optionalText('description', 10_000),
    due_on: reader.optionalDay('due_on'),
    state,
    closed_at,
    ...datesOf(reader),
  };
  return { kind: 'milestones', milestone };
}

function readTask(reader: FieldReader, origin: RecordOrigin, note: Note): RecordContent {
  const title = reader.requiredText('title', 256);
  const status = reader.word('status', statuses);
  const completed_at = reader.optionalTime('completed_at');
  if (status !== 'done' && completed_at !== null) reader.refuse('completed_at belongs to tasks that are done');
  const assignee = reader.filledText('assignee', 254);
  const from = originOf(reader, origin, 'task', note);
  const labels = labelsOf(reader.list('labels'), note);
  const task = {
    number: reader.isBlank('number') ? null : numberOf(reader),
    identity: {
      lasting: isLastingId(from.external_id) ? from.external_id : null,
      named: [from.external_id],
      number: null,
    },
    origin: from,
    title,
    description: reader.optionalText('description', 100_000),
    type: reader.word('type', taskTypes),
    status,
    priority: reader.word('priority', priorities),
    milestone_name: milestoneNameOf(reader.value('milestone'), note),
    assignees: assignee === null ? [] : [{ login: null, email: assignee }],
    due_on: reader.optionalDay('due_on'),
    completed_at,
    ...datesOf(reader),
  };
  return { kind: 'tasks', task, labels: labels.map((name) => ({ name, external_id: null })), comments: [] };
}

function readComment(reader: FieldReader, origin: RecordOrigin, note: Note): RecordContent {
  const kind = reader.word('kind', commentKinds);
  const comment: ImportedComment = {
    kind,
    body: reader.text('body', 100_000),
    origin: originOf(reader, origin, kind, note),
    ordinal: null,
    parent_external_id: reader.filledText('parent', 500),
    ...datesOf(reader),
  };
  const kinds = { comment: 'comments', review: 'reviews', review_comment: 'review_comments' } as const;
  return { kind: kinds[kind], said: { task: reader.requiredText('task', 500), comment } };
}

function readDependency(reader: FieldReader): RecordContent {
  const dependency = {
    task: reader.requiredText('task', 500),
    blocking_task: reader.requiredText('blocking_task', 500),
    created_at: reader.optionalTime('created_at'),
  };
  return { kind: 'dependencies', dependency };
}

function numberOf(reader: FieldReader): number {
  const number = reader.positiveInteger('number');
  if (number > NUMBER_MAX) reader.refuse(`number is above ${NUMBER_MAX}`);
  return number;
}

function datesOf(reader: FieldReader): { readonly created_at: string | null; readonly updated_at: string | null } {
  const created_at = reader.optionalTime('created_at');
  return { created_at, updated_at: reader.optionalTime('updated_at') ?? created_at };
}

/** A record without an id is identified by its content: two equal records are one. */
function originOf(reader: FieldReader, { source, said }: RecordOrigin, kind: string, note: Note) {
  const digest = (): string => createHash('sha256').update(JSON.stringify(said)).digest('hex').slice(0, 32);
  return {
    source: reader.filledText('source', 50) ?? source,
    kind: reader.filledText('source_kind', 50) ?? kind,
    external_id: reader.filledText('external_id', 500) ?? `${source}:${digest()}`,
    url: urlOf(reader.value('url'), note),
    author: reader.filledText('author', 200),
    state: reader.filledText('source_state', 50),
    assignees: [],
  };
}
