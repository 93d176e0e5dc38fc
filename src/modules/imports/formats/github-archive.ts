// Reads the JSON archive of a GitHub repository's issues and pull requests, as IETF working groups publish it
// (written by martinthomson/i-d-template's archive script). Nothing in it is trusted: each record is checked, and what
// cannot be taken is named with its place and the reason.
import type {
  ImportedComment,
  ImportedLabel,
  ImportedTask,
  ImportRecord,
  Refusal,
  RecordKind,
} from '../imports.types.ts';
import {
  httpsUrl,
  list,
  optionalText,
  positiveInteger,
  RefusedError,
  requiredText,
  text,
  timestamp,
  type Fields,
} from './record-fields.ts';

const source = 'github_archive';

/** The records of an archive, in the order in which they are carried out. */
export function readGithubArchive(archive: Fields): ImportRecord[] {
  const repo = typeof archive['repo'] === 'string' ? archive['repo'] : '';
  return [
    ...list(archive['labels']).map((label, index) => readLabel(repo, label, `/labels/${index}`)),
    ...list(archive['issues']).map((issue, index) =>
      readTask({ repo, kind: 'issue', pointer: `/issues/${index}` }, issue),
    ),
    ...list(archive['pulls']).map((pull, index) =>
      readTask({ repo, kind: 'pull_request', pointer: `/pulls/${index}` }, pull),
    ),
  ];
}

function readLabel(repo: string, fields: Fields, pointer: string): ImportRecord {
  return attempt('labels', pointer, () => {
    const color = text(fields, 'color', 6).toLowerCase();
    if (!/^[0-9a-f]{6}$/.test(color)) throw new RefusedError('color is not six hexadecimal digits');
    const description = optionalText(fields, 'description', 500);
    const label: ImportedLabel = {
      external_id: `github:${repo}:${requiredText(fields, 'name', 50)}`,
      name: requiredText(fields, 'name', 50),
      color: `#${color}`,
      description: description === '' ? null : description,
      created_at: null,
      updated_at: null,
    };
    return { kind: 'labels', label, refusals: [] };
  });
}

interface Place {
  readonly repo: string;
  readonly kind: 'issue' | 'pull_request';
  readonly pointer: string;
}

function readTask(place: Place, fields: Fields): ImportRecord {
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
      number: null,
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
      priority: 'none',
      label_names: labelNames,
      isNamingNew: false,
      milestone_name: null,
      assignee: null,
      due_on: null,
      created_at: createdAt,
      updated_at: fields['updatedAt'] === undefined ? createdAt : timestamp(fields, 'updatedAt'),
    };
    return { kind: kind === 'issue' ? 'issues' : 'pull_requests', task, comments, refusals };
  });
}

/** A merged pull request and a closed issue are done; a pull request that was closed unmerged is cancelled. */
function statusOf(kind: Place['kind'], fields: Fields): ImportedTask['status'] {
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

function attempt(kind: RecordKind, record: string, read: () => ImportRecord): ImportRecord {
  try {
    return read();
  } catch (error) {
    if (error instanceof RefusedError) return { kind, refusals: [{ kind, record, reason: error.message }] };
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
