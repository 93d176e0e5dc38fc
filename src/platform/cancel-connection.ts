import { connect } from 'node:net';
import type pg from 'pg';

/** Connections whose request is past its deadline: they accept no further statements. */
const cancelled = new WeakSet<pg.Client>();

export function isCancelled(connection: pg.Client): boolean {
  return cancelled.has(connection);
}

/** The server process of a connection, which pg knows but its types do not declare. */
interface BackendKey {
  readonly processID: number;
  readonly secretKey: number;
}

const CANCEL_REQUEST_CODE = 80_877_102;
const CANCEL_MS_MAX = 5000;

/**
 * Asks the server to cancel the running statement, over another connection (PostgreSQL, 54.2.9). The cancellation can
 * arrive late, during another statement, so the connection must not return to its pool.
 */
export function cancelConnection(connection: pg.Client): void {
  cancelled.add(connection);
  const { host, port } = connection;
  const { processID, secretKey } = connection as unknown as BackendKey;
  const message = Buffer.alloc(16);
  for (const [index, word] of [16, CANCEL_REQUEST_CODE, processID, secretKey].entries())
    message.writeInt32BE(word, 4 * index);
  const socket = host.startsWith('/') ? connect(`${host}/.s.PGSQL.${port}`) : connect({ host, port });
  // If the cancellation does not arrive, the statement ends at its own limit.
  socket.on('error', () => socket.destroy());
  socket.setTimeout(CANCEL_MS_MAX, () => socket.destroy());
  // The server closes the connection when it has read the request. PgBouncer forgets a request whose sender closes it
  // first.
  socket.resume();
  socket.write(message);
}
