import type pg from 'pg';
import { endsWithin } from './bounded.ts';

/** Ends a connection without a word to the server, which may not listen any more; a statement in progress fails. */
export function destroyConnection(client: pg.Client | undefined): void {
  client?.connection.stream.destroy();
}

/** Ends a connection in good order, or destroys it where that takes longer than `limitMs`. */
export async function endConnection(client: pg.Client | undefined, limitMs: number): Promise<void> {
  const ended = client?.end().catch(() => undefined) ?? Promise.resolve();
  if (!(await endsWithin(limitMs, ended))) destroyConnection(client);
}
