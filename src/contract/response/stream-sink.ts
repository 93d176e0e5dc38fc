import type { ServerResponse } from 'node:http';
import { createEncoder, type ResponseCoding } from './content-coding.ts';

/** `stalled`: the reader has taken nothing for too long; `gone`: the connection is closed. */
export type Outcome = 'taken' | 'gone' | 'stalled';

/** Where a body goes that is made while it is sent. */
export interface StreamSink {
  /** Writes, and waits where the reader has more than enough. */
  write(chunk: Buffer): Promise<Outcome>;
  /** Ends the body, and waits until all of it has been handed to the connection. */
  end(): Promise<Outcome>;
}

interface SinkOptions {
  readonly coding: ResponseCoding | undefined;
  /** A reader that takes nothing for so long has stalled. */
  readonly stallMs: number;
  /** Hears of every piece, how many bytes it has on the wire. */
  readonly onWrite: (bytes: number) => void;
}

/** Writes to a response, compressed where a coding is given: then, too, every piece goes on at once. */
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
