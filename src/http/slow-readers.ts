import type { ServerResponse } from 'node:http';

interface ResponseLimits {
  readonly responseTimeoutMs: number;
  readonly unreadBytesMax: number;
}

/**
 * Makes the function that cuts connections whose callers do not take their responses; Node bounds only the time for
 * sending a request, and keeps what nobody reads. It is called now and then, because a timer for each response would cost
 * every request, and takes what is in flight in the order in which it began. What it meets for the first time it spares.
 */
export function slowReaderCut(): (inFlight: Iterable<ServerResponse>, limits: ResponseLimits) => void {
  const metAt = new WeakMap<ServerResponse, number>();
  return (inFlight, { responseTimeoutMs, unreadBytesMax }) => {
    const now = performance.now();
    const waiting: ServerResponse[] = [];
    for (const response of inFlight) {
      if (!response.writableEnded) continue;
      const since = metAt.get(response);
      if (since === undefined) metAt.set(response, now);
      else if (now - since > responseTimeoutMs) response.req.socket.destroy();
      else waiting.push(response);
    }
    let unread = waiting.reduce((sum, { writableLength }) => sum + writableLength, 0);
    for (const response of waiting) {
      if (unread <= unreadBytesMax) break;
      unread -= response.writableLength;
      response.req.socket.destroy();
    }
  };
}
