import { isDeepStrictEqual } from 'node:util';
import type { BenchCase } from './cases.ts';
import type { BenchRequest } from './load/requests.ts';
import { sharedFields, toPlatformatic } from './peers/platformatic/translation.ts';
import type { Subject } from './subjects/subject.ts';

/** Requests of a case, by their method, that are compared before it is timed. */
const COMPARED = 8;
/** Fields that each server assigns by itself. */
const masked = new Set(['next_cursor']);
const maskedOfNew = new Set([...masked, 'id', 'created_at', 'updated_at']);
const maskedOfChanged = new Set([...masked, 'updated_at']);

interface Response {
  readonly status: number;
  readonly etag: string | null;
  readonly body: unknown;
}

/**
 * Sends the first requests of a case, with each of its methods, to every subject.
 * @throws Error if a status is not one of the case, or if a field of a response differs from that of the first subject
 */
export async function compareResponses(one: BenchCase, subjects: readonly Subject[]): Promise<void> {
  const compared = (['GET', 'POST', 'PATCH'] as const).flatMap((method) =>
    one.requests.filter((request) => request.method === method).slice(0, COMPARED),
  );
  for (const request of compared) {
    let first: Response | undefined;
    for (const subject of subjects) {
      const isTranslated = subject.name === 'platformatic';
      const found = await exchange(subject, isTranslated ? toPlatformatic(request) : request);
      const place = `${one.name}, ${subject.name}, ${request.method} ${request.path}`;
      if (!one.statuses.includes(found.status))
        throw new Error(`${place}: status ${found.status}: ${JSON.stringify(found.body)}`);
      first ??= found;
      if (one.name === 'liveness' || isDeepStrictEqual(found, first)) continue;
      if (isTranslated && isDeepStrictEqual(sharedFields(found.body), sharedFields(first.body))) continue;
      throw new Error(`${place} differs:\n${JSON.stringify(found)}\n${subjects[0]?.name}:\n${JSON.stringify(first)}`);
    }
  }
}

async function exchange({ port }: Subject, { method, path, headers, body }: BenchRequest): Promise<Response> {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, { method, headers, body: body ?? null });
  const text = await response.text();
  const names = method === 'GET' ? masked : method === 'POST' ? maskedOfNew : maskedOfChanged;
  const mask = (key: string, value: unknown): unknown => (names.has(key) ? `a ${typeof value}` : value);
  return {
    status: response.status,
    etag: path.includes('/tasks?') ? null : response.headers.get('etag'),
    body: text === '' ? undefined : JSON.parse(text, mask),
  };
}
