import { randomBytes } from 'node:crypto';
import type { ReportingKey } from '../../generated/v2/types.ts';
import { checkedFetch } from './contract/checked-fetch.ts';

export type Item = readonly [header: object, payload: unknown];

/** An id as SDKs of Sentry write it. */
export const eventId = (): string => randomBytes(16).toString('hex');

/** Returns an envelope as SDKs send it. */
export function envelope(header: object, ...items: readonly Item[]): string {
  const texts = items.flatMap(([head, payload]) => [
    JSON.stringify(head),
    typeof payload === 'string' ? payload : JSON.stringify(payload),
  ]);
  return [JSON.stringify(header), ...texts].join('\n');
}

/** Sends an envelope with a key. */
export async function postEnvelope(
  { url }: { readonly url: string },
  { project_number, public_key }: Pick<ReportingKey, 'project_number' | 'public_key'>,
  ...items: readonly Item[]
): Promise<Response> {
  return checkedFetch(`${url}/api/${project_number}/envelope/?sentry_key=${public_key}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-sentry-envelope' },
    body: envelope({}, ...items),
  });
}

/** The same; returns the status. */
export async function sendEnvelope(...sent: Parameters<typeof postEnvelope>): Promise<number> {
  const response = await postEnvelope(...sent);
  await response.arrayBuffer();
  return response.status;
}
