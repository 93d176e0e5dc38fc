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
 * Responds to what Node's parser refuses before there is a request (`clientError`): header too large, bad syntax, a
 * caller too slow. The response is written to the socket by hand, with the headers and the body of every other error.
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

/** How long a caller that was answered may take to read it and to close. */
const lingerMs = 2_000;

/**
 * Sends the last bytes and closes. Node leaves the socket to us, of CONNECT even without a listener for its errors:
 * a caller that resets the connection would end the process, and one that never closes would keep it for good. Closed
 * at once, bytes of theirs that nobody has read would reset it and take the response with it.
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
