import type { ServerResponse } from 'node:http';
import { createEncoder, type ResponseCoding } from './content-coding.ts';

/** `stalled`: the client has read nothing for too long. `gone`: the connection is closed. */
export type Outcome = 'taken' | 'gone' | 'stalled';

/** The destination of a body that is produced while it is sent. */
export interface StreamSink {
  /** Writes a chunk, and waits while the client's buffer is full. */
  write(chunk: Buffer): Promise<Outcome>;
  /** Ends the body, and waits until all of it has been passed to the connection. */
  end(): Promise<Outcome>;
}

interface SinkOptions {
  readonly coding: ResponseCoding | undefined;
  /** A client that reads nothing for this long has stalled. */
  readonly stallMs: number;
  /** Called with the size of each chunk in bytes on the wire. */
  readonly onWrite: (bytes: number) => void;
}

/** Returns a sink that writes to a response, compressed if a coding is given. Every chunk is flushed at once. */
export function sinkTo(response: ServerResponse, { coding, stallMs, onWrite }: SinkOptions): StreamSink {
  if (coding === undefined) {
    return {
      write: (chunk) => {
        onWrite(chunk.length);
        return response.write(chunk) ? Promise.resolve('taken') : outcomeOf(response, 'drain', stallMs);
      },
      end: () => {
        response.end();
        return Promise.resolve('taken');
      },
    };
  }
  const encoder = createEncoder(coding);
  response.once('close', () => encoder.destroy());
  encoder.on('data', (chunk: Buffer) => onWrite(chunk.length));
  encoder.pipe(response);
  return {
    write: (chunk) => {
      const hasRoom = encoder.write(chunk);
      encoder.flush();
      return hasRoom ? Promise.resolve('taken') : outcomeOf(encoder, 'drain', stallMs);
    },
    end: () => {
      const outcome = outcomeOf(encoder, 'end', stallMs);
      encoder.end();
      return outcome;
    },
  };
}

function outcomeOf(stream: NodeJS.EventEmitter, event: 'drain' | 'end', stallMs: number): Promise<Outcome> {
  return new Promise((resolve) => {
    const settle = (outcome: Outcome) => () => {
      clearTimeout(timer);
      stream.off(event, taken).off('close', gone);
      resolve(outcome);
    };
    const taken = settle('taken');
    const gone = settle('gone');
    const timer = setTimeout(settle('stalled'), stallMs);
    stream.on(event, taken).on('close', gone);
  });
}
