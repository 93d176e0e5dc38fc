import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Logger } from 'pino';
import { AppError } from '../problems/app-error.ts';
import { requestIdOf } from './middleware/begin.ts';
import { standardHeaders } from './middleware/headers.ts';
import type { ProblemWriter } from './problem-body.ts';

interface ParserError extends Error {
  readonly code?: string;
}

/**
 * Responds to messages that Node's parser refuses (`clientError`): headers too large, invalid syntax, a caller that is
 * too slow. No request object exists, so the response is written to the socket, with the headers and body of every
 * other error.
 */
export function respondToParserError(
  writer: ProblemWriter,
  logger: Logger,
): (error: ParserError, socket: Duplex) => void {
  return (error, socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) {
      socket.destroy();
      return;
    }
    const requestId = requestIdOf(undefined);
    const response = writer.write(problemOf(error), { version: 'v2', request_id: requestId, path: '/' });
    const lines = [
      `HTTP/1.1 ${response.status} ${STATUS_CODES[response.status] ?? ''}`,
      `X-Request-Id: ${requestId}`,
      ...standardHeaders.map(([name, value]) => `${name}: ${value}`),
      `Date: ${new Date().toUTCString()}`,
      `Content-Type: ${response.type}`,
      `Content-Length: ${Buffer.byteLength(response.body)}`,
      'Connection: close',
    ];
    endWith(socket, `${lines.join('\r\n')}\r\n\r\n${response.body}`);
    logger.info(
      { request_id: requestId, status: response.status, parser: error.code },
      'request refused by the parser',
    );
  };
}

/** The time in which a caller must read the response and close the connection. */
const lingerMs = 2_000;

/**
 * Sends the last bytes and closes the connection. Node leaves the socket to this function, and after CONNECT without an
 * error listener: a reset by the caller would end the process, and a caller that never closes would keep the socket
 * forever. Closing at once would reset the connection if unread bytes are left, and the response would be lost.
 */
function endWith(socket: Duplex, text: string): void {
  socket.on('error', () => socket.destroy());
  const limit = setTimeout(() => socket.destroy(), lingerMs).unref();
  socket.once('close', () => clearTimeout(limit));
  socket.end(text);
}

function problemOf(error: ParserError): AppError {
  if (error.code === 'HPE_HEADER_OVERFLOW') return new AppError('header_too_large', 431);
  if (error.code === 'ERR_HTTP_REQUEST_TIMEOUT') return new AppError('request_timeout', 408);
  return new AppError('malformed_request', 400);
}
