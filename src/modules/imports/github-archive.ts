// Reads the JSON archive of a GitHub repository's issues and pull requests, as IETF working groups publish it
// (written by martinthomson/i-d-template's archive script). Nothing in it is trusted: each record is checked, and what
// cannot be taken is named with its place and the reason.
import type {
  ArchiveRecord,
  ImportedComment,
  ImportedLabel,
  ImportedTask,
  Refusal,
  RecordKind,
} from './imports.types.ts';

type Fields = Readonly<Record<string, unknown>>;

const source = 'github_archive';

class RefusedError extends Error {}

/** The records of an archive, in the order in which they are carried out. */
export function readGithubArchive(archive: Fields): ArchiveRecord[] {
  const repo = typeof archive['repo'] === 'string' ? archive['repo'] : '';
  return [
    ...list(archive['labels']).map((label, index) => readLabel(label, `/labels/${index}`)),
    ...list(archive['issues']).map((issue, index) =>
      readTask({ repo, kind: 'issue', pointer: `/issues/${index}` }, issue),
    ),
    ...list(archive['pulls']).map((pull, index) =>
      readTask({ repo, kind: 'pull_request', pointer: `/pulls/${index}` }, pull),
    ),
  ];
}

function readLabel(fields: Fields, pointer: string): ArchiveRecord {
  return attempt('labels', pointer, () => {
    const color = text(fields, 'color', 6).toLowerCase();
    if (!/^[0-9a-f]{6}$/.test(color)) throw new RefusedError('color is not six hexadecimal digits');
    const description = optionalText(fields, 'description', 500);
    const label: ImportedLabel = {
      name: requiredText(fields, 'name', 50),
      color: `#${color}`,
      description: description === '' ? null : description,
    };
    return { label, refusals: [] };
  });
}

interface Place {
  readonly repo: string;
  readonly kind: ImportedTask['kind'];
  readonly pointer: string;
}

function readTask(place: Place, fields: Fields): ArchiveRecord {
  const { repo, kind, pointer } = place;
  return attempt(kind === 'issue' ? 'issues' : 'pull_requests', pointer, () => {
    const number = positiveInteger(fields, 'number');
    const status = statusOf(kind, fields);
    const labelNames = list(fields['labels'], 'string');
    const refusals: Refusal[] = [];
    const comments = [
      ...readComments(fields, pointer, refusals),
      ...(kind === 'pull_request' ? readReviews(fields, pointer, refusals) : []),
    ];
    const createdAt = timestamp(fields, 'createdAt');
    const task: ImportedTask = {
      kind,
      origin: {
        source,
        kind,
        external_id: `github:${repo}#${number}`,
        url: httpsUrl(fields['url']),
        author: optionalText(fields, 'author', 100),
        state: text(fields, 'state', 20),
      },
      title: requiredText(fields, 'title', 256),
      description: optionalText(fields, 'body', 100_000),
      type: labelNames.includes('bug') ? 'bug' : labelNames.includes('enhancement') ? 'feature' : 'task',
      status,
      completed_at: status === 'done' ? timestamp(fields, 'closedAt') : null,
      label_names: labelNames,
      created_at: createdAt,
      updated_at: fields['updatedAt'] === undefined ? createdAt : timestamp(fields, 'updatedAt'),
      comments,
    };
    return { task, refusals };
  });
}

/** A merged pull request and a closed issue are done; a pull request that was closed unmerged is cancelled. */
function statusOf(kind: ImportedTask['kind'], fields: Fields): ImportedTask['status'] {
  switch (requiredText(fields, 'state', 20)) {
    case 'OPEN':
      return kind === 'issue' ? 'todo' : 'in_review';
    case 'MERGED':
      return 'done';
    case 'CLOSED':
      return kind === 'issue' ? 'done' : 'cancelled';
    default:
      throw new RefusedError('state is none of OPEN, CLOSED, MERGED');
  }
}

function readComments(fields: Fields, pointer: string, refusals: Refusal[]): ImportedComment[] {
  const ids = new Ordinals();
  return list(fields['comments']).flatMap((comment, index) =>
    attemptPart({ kind: 'comments', record: `${pointer}/comments/${index}` }, refusals, () => {
      const said = readSaid(comment, 'comment');
      // The archive gives comments no id.
      const external_id = ids.next(`comment:${said.created_at}:${said.origin.author ?? ''}`);
      return { ...said, origin: { ...said.origin, external_id }, parent_external_id: null };
    }),
  );
}

function readReviews(fields: Fields, pointer: string, refusals: Refusal[]): ImportedComment[] {
  return list(fields['reviews']).flatMap((review, index) => {
    const record = `${pointer}/reviews/${index}`;
    const [said] = attemptPart({ kind: 'reviews', record }, refusals, () => {
      const { origin, ...rest } = readSaid(review, 'review');
      const external_id = `review:${requiredText(review, 'id', 200)}`;
      return {
        ...rest,
        origin: { ...origin, external_id, state: requiredText(review, 'state', 50) },
        parent_external_id: null,
      };
    });
    if (said === undefined) return [];
    return [said, ...readReviewComments(review, { record, said }, refusals)];
  });
}

function readReviewComments(
  review: Fields,
  parent: { readonly record: string; readonly said: ImportedComment },
  refusals: Refusal[],
): ImportedComment[] {
  const ids = new Ordinals();
  const { external_id: parentId, author } = parent.said.origin;
  return list(review['comments']).flatMap((comment, index) =>
    attemptPart({ kind: 'review_comments', record: `${parent.record}/comments/${index}` }, refusals, () => {
      const said = readSaid(comment, 'review_comment');
      const external_id = ids.next(`${parentId}:comment:${said.created_at}`);
      // The archive names the author once, on the review.
      return {
        ...said,
        origin: { ...said.origin, external_id, author: said.origin.author ?? author },
        parent_external_id: parentId,
      };
    }),
  );
}

function readSaid<Kind extends ImportedComment['kind']>(fields: Fields, kind: Kind) {
  const createdAt = timestamp(fields, 'createdAt');
  return {
    kind,
    body: text(fields, 'body', 100_000),
    origin: { source, kind, external_id: '', url: null, author: optionalText(fields, 'author', 100), state: null },
    created_at: createdAt,
    updated_at: fields['updatedAt'] === undefined ? createdAt : timestamp(fields, 'updatedAt'),
  };
}

/** Tells apart what has no id of its own and was said at the same moment. */
class Ordinals {
  readonly #seen = new Map<string, number>();

  next(id: string): string {
    const count = (this.#seen.get(id) ?? 0) + 1;
    this.#seen.set(id, count);
    return count === 1 ? id : `${id}:${count}`;
  }
}

function attempt(kind: RecordKind, record: string, read: () => ArchiveRecord): ArchiveRecord {
  try {
    return read();
  } catch (error) {
    if (error instanceof RefusedError) return { refusals: [{ kind, record, reason: error.message }] };
    throw error;
  }
}

function attemptPart(
  place: Pick<Refusal, 'kind' | 'record'>,
  refusals: Refusal[],
  read: () => ImportedComment,
): ImportedComment[] {
  try {
    return [read()];
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    refusals.push({ ...place, reason: error.message });
    return [];
  }
}

function list(value: unknown, of: 'string'): string[];
function list(value: unknown): Fields[];
function list(value: unknown, of: 'string' | 'object' = 'object'): unknown[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw new RefusedError('a list was expected');
  if (of === 'string') return value.filter((item) => typeof item === 'string');
  return value.map((item: unknown) => (typeof item === 'object' && item !== null && !Array.isArray(item) ? item : {}));
}

function text(fields: Fields, name: string, lengthMax: number): string {
  const value = fields[name];
  if (typeof value !== 'string') throw new RefusedError(`${name} is missing or not a text`);
  if (Array.from(value).length > lengthMax) throw new RefusedError(`${name} has more than ${lengthMax} characters`);
  if (value.includes('\0')) throw new RefusedError(`${name} has a null byte`);
  if (!value.isWellFormed()) throw new RefusedError(`${name} has half of a surrogate pair`);
  return value;
}

function requiredText(fields: Fields, name: string, lengthMax: number): string {
  const value = text(fields, name, lengthMax);
  if (value === '') throw new RefusedError(`${name} is empty`);
  return value;
}

function optionalText(fields: Fields, name: string, lengthMax: number): string | null {
  return fields[name] === undefined || fields[name] === null ? null : text(fields, name, lengthMax);
}

function positiveInteger(fields: Fields, name: string): number {
  const value = fields[name];
  if (!Number.isSafeInteger(value) || (value as number) < 1)
    throw new RefusedError(`${name} is not a positive integer`);
  return value as number;
}

function timestamp(fields: Fields, name: string): string {
  const value = text(fields, name, 35);
  const date = new Date(value);
  const isTimestamp = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(value);
  if (!isTimestamp || Number.isNaN(date.getTime())) throw new RefusedError(`${name} is not an RFC 3339 time`);
  return date.toISOString();
}

function httpsUrl(value: unknown): string | null {
  return typeof value === 'string' && value.length <= 500 && /^https:\/\/[\x21-\x7e]+$/.test(value) ? value : null;
}
