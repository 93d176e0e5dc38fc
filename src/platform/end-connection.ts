import type pg from 'pg';
import { endsWithin } from './bounded.ts';

/** Closes a connection at once, without a message to the server, which may not respond. A running statement fails. */
export function destroyConnection(client: pg.Client | undefined): void {
  client?.connection.stream.destroy();
}

/** Ends a connection in good order. Destroys it if that takes longer than `limitMs`. */
export async function endConnection(client: pg.Client | undefined, limitMs: number): Promise<void> {
  const ended = client?.end().catch(() => undefined) ?? Promise.resolve();
  if (!(await endsWithin(limitMs, ended))) destroyConnection(client);
}
