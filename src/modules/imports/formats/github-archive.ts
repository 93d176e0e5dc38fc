// Reads the JSON archive of a GitHub repository's issues and pull requests, as IETF working groups publish it (written
// by the archive script of martinthomson/i-d-template). Nothing in it is trusted: each record is checked, and each
// fault is reported with its place and reason.
import { PLAIN_COLOR } from '../../labels/index.ts';
import type {
  ImportedComment,
  ImportedTask,
  ImportRecord,
  RecordContent,
  RecordKind,
  Refusal,
} from '../imports.types.ts';
import { identityOf, lastingIdOf, type GithubKind } from './github-ids.ts';
import { FieldReader, isFields, type Fields } from './record-fields.ts';
import {
  assigneesOf,
  CommentsBudget,
  labelsOf,
  milestoneNameOf,
  refusalsOf,
  urlOf,
  type Note,
} from './record-parts.ts';

const source = 'github_archive';

/** The place of a record that has not been read yet. */
interface Place {
  readonly repo: string;
  readonly kind: GithubKind;
  readonly pointer: string;
  readonly sharedIds: ReadonlySet<string>;
}

/** A record of an archive, and its place. */
export interface ArchiveEntry {
  readonly list: 'labels' | 'issues' | 'pulls';
  readonly index: number;
  readonly value: unknown;
}

/** Collects what must be known about all records of an archive before one of them is read. */
export class ArchiveOutline {
  readonly #repo: string;
  readonly #seen = new Set<string>();
  readonly #shared = new Set<string>();
  readonly #order: { readonly place: number; readonly rank: number }[] = [];

  constructor(repo: unknown) {
    this.#repo = typeof repo === 'string' ? repo : '';
  }

  /** Must be called for each record, in the order of the archive. */
  add({ list, value }: ArchiveEntry): void {
    const place = this.#order.length;
    const number = isFields(value) && typeof value['number'] === 'number' ? value['number'] : 0;
    this.#order.push({ place, rank: list === 'labels' ? -1 : number });
    const id = list === 'labels' || !isFields(value) ? undefined : lastingIdOf(value, kinds[list]);
    if (id !== undefined && this.#seen.has(id)) this.#shared.add(id);
    if (id !== undefined) this.#seen.add(id);
  }

  /**
   * Returns the places of the records in the order of import: labels, then issues and pull requests by number, so that
   * in a project without tasks each task gets the number it has in the archive.
   */
  places(): number[] {
    return [...this.#order].sort((one, other) => one.rank - other.rank).map(({ place }) => place);
  }

  /** Reads one record. */
  read({ list, index, value }: ArchiveEntry): ImportRecord {
    const pointer = `/${list}/${index}`;
    if (list === 'labels') return readLabel(value, pointer);
    return readTask({ repo: this.#repo, kind: kinds[list], pointer, sharedIds: this.#shared }, value);
  }
}

const kinds = { issues: 'issue', pulls: 'pull_request' } as const;

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [];
}

function readLabel(value: unknown, pointer: string): ImportRecord {
  return attempt('labels', pointer, value, (reader) => {
    const color = reader.isBlank('color') ? PLAIN_COLOR : `#${reader.text('color', 6).toLowerCase()}`;
    if (color !== '#' && !/^#[0-9a-f]{6}$/.test(color)) reader.refuse('color is not six hexadecimal digits');
    const name = reader.requiredText('name', 50);
    const label = {
      external_id: labelId(name),
      name,
      color,
      description: reader.filledText('description', 500),
      created_at: null,
      updated_at: null,
    };
    return { kind: 'labels', label };
  });
}

/** The id does not contain the repository, whose name can change. */
function labelId(name: string): string {
  return `github:label:${name}`;
}

function readTask(place: Place, value: unknown): ImportRecord {
  const kind = place.kind === 'issue' ? 'issues' : 'pull_requests';
  return attempt(kind, place.pointer, value, (reader) => {
    const refusals: Refusal[] = [];
    const note: Note = (reason, more) =>
      void refusals.push({ kind: null, record: place.pointer, line: null, reason, ...more });
    const parts = { pointer: place.pointer, refusals, budget: new CommentsBudget() };
    const comments = [
      ...readComments(reader, parts),
      ...(place.kind === 'pull_request' ? readReviews(reader, parts) : []),
    ];
    parts.budget.report(note);
    const labels = labelsOf(reader.list('labels'), note).map((name) => ({ name, external_id: labelId(name) }));
    return { kind, task: taskOf(reader, place, note), labels, comments, refusals };
  });
}

function taskOf(reader: FieldReader, place: Place, note: Note): ImportedTask {
  const { fields } = reader;
  const number = reader.positiveInteger('number');
  const identity = identityOf(fields, { ...place, number }, place.sharedIds);
  const status = statusOf(place.kind, reader);
  const createdAt = reader.time('createdAt');
  const assignees = assigneesOf(reader.list('assignees'), note);
  return {
    number,
    identity,
    origin: {
      source,
      kind: place.kind,
      external_id: identity.lasting ?? identity.named[0] ?? '',
      url: urlOf(fields['url'], note),
      author: reader.optionalText('author', 100),
      // statusOf has refused every other value.
      state: typeof fields['state'] === 'string' ? fields['state'] : null,
      assignees: assignees.map(({ login, email }) => login ?? email ?? ''),
    },
    title: reader.requiredText('title', 256),
    description: reader.optionalText('body', 100_000),
    type: typeOf(fields['labels']),
    status,
    completed_at: status === 'done' ? reader.time('closedAt') : null,
    priority: 'none',
    milestone_name: milestoneNameOf(fields['milestone'], note),
    assignees,
    due_on: null,
    created_at: createdAt,
    updated_at: reader.isAbsent('updatedAt') ? createdAt : reader.time('updatedAt'),
  };
}

function typeOf(labels: unknown): ImportedTask['type'] {
  const names = labelsOf(listOf(labels), () => undefined);
  return names.includes('bug') ? 'bug' : names.includes('enhancement') ? 'feature' : 'task';
}

/** A merged pull request and a closed issue are done; a pull request that was closed without a merge is cancelled. */
function statusOf(kind: GithubKind, reader: FieldReader): ImportedTask['status'] {
  switch (reader.value('state')) {
    case 'OPEN':
      return kind === 'issue' ? 'todo' : 'in_review';
    case 'MERGED':
      return 'done';
    case 'CLOSED':
      return kind === 'issue' ? 'done' : 'cancelled';
    default:
      reader.refuse('state is not one of OPEN, CLOSED, MERGED');
      return 'todo';
  }
}

/** The record whose comments are read. */
interface Parts {
  readonly pointer: string;
  readonly refusals: Refusal[];
  readonly budget: CommentsBudget;
}

function readComments(task: FieldReader, { pointer, refusals, budget }: Parts): ImportedComment[] {
  const ordinals = new Ordinals();
  return budget.within(task.list('comments')).flatMap((value, index) =>
    attemptPart({ kind: 'comments', record: `${pointer}/comments/${index}` }, { value, refusals }, (reader) => {
      const said = readComment(reader, 'comment');
      // The archive gives comments no id, and their authors can be renamed. The time does not change.
      const { id, ordinal } = ordinals.next(`comment:${said.created_at}`, reader);
      return { ...said, ordinal, origin: { ...said.origin, external_id: id }, parent_external_id: null };
    }),
  );
}

function readReviews(task: FieldReader, parts: Parts): ImportedComment[] {
  const { pointer, refusals, budget } = parts;
  return budget.within(task.list('reviews')).flatMap((value, index) => {
    const record = `${pointer}/reviews/${index}`;
    const [said] = attemptPart({ kind: 'reviews', record }, { value, refusals }, (reader) => {
      const { origin, ...rest } = readComment(reader, 'review');
      const external_id = `review:${reader.requiredText('id', 200)}`;
      return {
        ...rest,
        ordinal: null,
        origin: { ...origin, external_id, state: reader.requiredText('state', 50) },
        parent_external_id: null,
      };
    });
    if (said === undefined) return [];
    return [said, ...readReviewComments(value as Fields, { record, said }, parts)];
  });
}

function readReviewComments(
  review: Fields,
  parent: { readonly record: string; readonly said: ImportedComment },
  { refusals, budget }: Parts,
): ImportedComment[] {
  const ordinals = new Ordinals();
  const { external_id: parentId, author } = parent.said.origin;
  if (review['comments'] !== undefined && review['comments'] !== null && !Array.isArray(review['comments'])) {
    refusals.push({ kind: null, record: parent.record, line: null, reason: 'comments is not a list' });
  }
  return budget.within(listOf(review['comments'])).flatMap((value, index) =>
    attemptPart(
      { kind: 'review_comments', record: `${parent.record}/comments/${index}` },
      { value, refusals },
      (reader) => {
        const said = readComment(reader, 'review_comment');
        const { id } = ordinals.next(`${parentId}:comment:${said.created_at}`, reader);
        // The archive names the author once, in the review.
        return {
          ...said,
          ordinal: null,
          origin: { ...said.origin, external_id: id, author: said.origin.author ?? author },
          parent_external_id: parentId,
        };
      },
    ),
  );
}

function readComment<Kind extends ImportedComment['kind']>(reader: FieldReader, kind: Kind) {
  const createdAt = reader.time('createdAt');
  const author = reader.optionalText('author', 100);
  return {
    kind,
    body: reader.text('body', 100_000),
    origin: { source, kind, external_id: '', url: null, author, state: null, assignees: [] },
    created_at: createdAt,
    updated_at: reader.isAbsent('updatedAt') ? createdAt : reader.time('updatedAt'),
  };
}

/** Numbers records that have no id and the same time. */
class Ordinals {
  readonly #seen = new Map<string, number>();

  /** A refused record is not counted. */
  next(id: string, { faults }: FieldReader): { readonly id: string; readonly ordinal: number } {
    if (faults.length > 0) return { id, ordinal: 1 };
    const ordinal = (this.#seen.get(id) ?? 0) + 1;
    this.#seen.set(id, ordinal);
    return { id: ordinal === 1 ? id : `${id}:${ordinal}`, ordinal };
  }
}

type Read = RecordContent & { readonly refusals?: readonly Refusal[] };

function attempt(kind: RecordKind, record: string, value: unknown, read: (reader: FieldReader) => Read): ImportRecord {
  const place = { record, line: null };
  if (!isFields(value)) return { kind, place, refusals: [{ kind, ...place, reason: 'it is not an object' }] };
  const reader = new FieldReader(value);
  const entry = read(reader);
  if (reader.faults.length === 0) return { refusals: [], ...entry, place };
  return { kind, place, refusals: refusalsOf(kind, place, reader) };
}

function attemptPart(
  place: { readonly kind: RecordKind; readonly record: string },
  { value, refusals }: { readonly value: unknown; readonly refusals: Refusal[] },
  read: (reader: FieldReader) => ImportedComment,
): ImportedComment[] {
  const reader = new FieldReader(isFields(value) ? value : {});
  const part = read(reader);
  refusals.push(...refusalsOf(place.kind, { record: place.record, line: null }, reader));
  return reader.faults.length === 0 ? [part] : [];
}
