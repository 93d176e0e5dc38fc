import { createHmac } from 'node:crypto';
import { seededHome, seededId } from '../../../../support/scale/seed.ts';
import type { BenchRequest } from '../../load/requests.ts';

// The requests of the benchmark as Platformatic DB takes them: its own paths and filters, and a token that is signed.

export const JWT_SECRET = 'the secret of the benchmark';

const bearer = /^Bearer ak_0*(\d+)$/;

/**
 * What it does of the benchmark's cases. It has no ETags, and a task that it creates has neither a number, nor an audit
 * row, nor an event.
 */
export const casesOfPlatformatic = new Set(['getTask', 'getTask-cold', 'list']);

/** Returns the request for the same rows. */
export function toPlatformatic(request: BenchRequest): BenchRequest {
  const [, user] = bearer.exec(request.headers['Authorization'] ?? '') ?? [];
  const headers = user === undefined ? {} : { Authorization: `Bearer ${tokenOf(Number(user))}` };
  return { ...request, path: pathOf(request.path), headers };
}

/** The columns of the product's responses. It would send the index of the search, too. */
const fields = [
  'id',
  'organizationId',
  'projectId',
  'number',
  'key',
  'title',
  'description',
  'type',
  'status',
  'priority',
]
  .concat(['assigneeId', 'dueOn', 'milestoneId', 'createdById', 'completedAt', 'origin', 'version', 'createdAt'])
  .concat('updatedAt')
  .join(',');

function pathOf(path: string): string {
  const [, project, query = ''] = /^\/api\/v2\/projects\/([0-9a-f-]+)\/tasks\?(.*)$/.exec(path) ?? [];
  if (project === undefined) return `${path.replace('/api/v2', '')}?fields=${fields}`;
  const parameters = new URLSearchParams(query);
  return `/tasks/?${new URLSearchParams({
    'where.projectId.eq': project,
    'where.status.in': parameters.getAll('status').join(','),
    'orderby.updatedAt': 'desc',
    'orderby.id': 'desc',
    limit: parameters.get('limit') ?? '20',
    fields,
  }).toString()}`;
}

const tokens = new Map<number, string>();

/** A token with the organization and the role of a user of the seeded data. */
function tokenOf(user: number): string {
  const known = tokens.get(user);
  if (known !== undefined) return known;
  const claims = { role: 'owner', organization_id: seededId('organization', seededHome(user)) };
  const [head, body] = [{ alg: 'HS256', typ: 'JWT' }, claims].map((part) =>
    Buffer.from(JSON.stringify(part)).toString('base64url'),
  );
  const signed = `${head!}.${body!}`;
  const token = `${signed}.${createHmac('sha256', JWT_SECRET).update(signed).digest('base64url')}`;
  tokens.set(user, token);
  return token;
}

/** Reduces bodies of the product and of Platformatic DB to what both have under the same names. */
export function sharedFields(body: unknown): unknown {
  const list = Array.isArray(body) ? body : (body as { readonly data?: readonly unknown[] }).data;
  const rows = (list ?? [body]) as readonly Readonly<Record<string, unknown>>[];
  return rows.map(({ id, number, key, title, status, version }) => ({ id, number, key, title, status, version }));
}
