import type { ServerResponse } from 'node:http';

interface ResponseLimits {
  readonly responseTimeoutMs: number;
  readonly unreadBytesMax: number;
}

/**
 * Creates the function that cuts connections whose clients do not read their responses. Node limits only the time for
 * sending a request, and keeps unread responses. The function is called periodically, because a timer per response
 * would cost every request. It checks responses in the order in which they began. It spares a response that it sees for
 * the first time.
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
