import type { ServerResponse } from 'node:http';
import { AppError } from '../../problems/app-error.ts';
import type { EngineLog, StreamLimits } from '../options.ts';
import type { ResponseCoding } from './content-coding.ts';
import { sinkTo, type Outcome, type StreamSink } from './stream-sink.ts';

/** A body that is produced while it is sent. */
export interface RecordBody {
  readonly records: AsyncIterable<unknown>;
  /** The text before the first record. */
  readonly head: string;
  /**
   * Returns the text of a record.
   * @throws AppError `contract_violated` if the record breaks the contract, after logging and counting it
   */
  readonly encode: (record: unknown) => string;
}

interface RecordStreamOptions {
  readonly response: ServerResponse;
  /** The content coding of the body. */
  readonly coding: ResponseCoding | undefined;
  /**
   * Sets status and headers. Called when the first bytes are ready, so that an earlier failure returns an ordinary
   * error.
   */
  readonly begin: () => void;
  /** Called with the size in bytes of each chunk of the body. */
  readonly onWrite: (bytes: number) => void;
  /** The fields of the request in log lines. */
  readonly facts: object;
}

/** Text is collected up to this length before it is written, so that not every record causes a write. */
const chunkChars = 16_384;

/** Sends bodies record by record. Limits how many are sent at the same time, and for how long. */
export class RecordStreams {
  readonly #limits: StreamLimits;
  readonly #log: EngineLog;
  #open = 0;

  constructor(limits: StreamLimits, log: EngineLog) {
    this.#limits = limits;
    this.#log = log;
  }

  /**
   * Writes the records as fast as the client reads them. The iteration, and the query behind it, ends if the client
   * disconnects, stalls or takes too long. After a failure behind the first bytes the body lacks its last chunk, so
   * that clients can detect that it is incomplete.
   * @throws AppError `overloaded` before anything is read; errors of the iteration and of the encoder
   */
  async send(body: RecordBody, { facts, ...options }: RecordStreamOptions): Promise<void> {
    const { openMax, durationMaxMs } = this.#limits;
    if (this.#open >= openMax) throw new AppError('overloaded', 503, {}, { headers: { 'retry-after': '1' } });
    this.#open += 1;
    const deadline = performance.now() + durationMaxMs;
    try {
      const cause = await this.#write(body, { ...options, deadline });
      if (cause === undefined) return;
      this.#log.warn({ ...facts, cause }, 'a stream of records was cut off');
      options.response.destroy();
    } finally {
      this.#open -= 1;
    }
  }

  /** Why the server cut the stream off; undefined if it did not. */
  async #write(
    { records, head, encode }: RecordBody,
    { response, coding, begin, onWrite, deadline }: Omit<RecordStreamOptions, 'facts'> & { readonly deadline: number },
  ): Promise<'stalled' | 'slow' | undefined> {
    let text = head;
    let sink: StreamSink | undefined;
    const flush = async (): Promise<Outcome> => {
      if (!response.headersSent) begin();
      sink ??= sinkTo(response, { coding, onWrite, stallMs: this.#limits.stallMs });
      const chunk = Buffer.from(text);
      text = '';
      return sink.write(chunk);
    };
    for await (const record of records) {
      if (response.destroyed) return undefined;
      if (performance.now() > deadline) return 'slow';
      text += encode(record);
      if (text.length < chunkChars) continue;
      const outcome = await flush();
      if (outcome === 'gone') return undefined;
      if (outcome === 'stalled') return 'stalled';
    }
    if (response.destroyed) return undefined;
    let outcome = text === '' && response.headersSent ? 'taken' : await flush();
    if (outcome === 'taken' && sink !== undefined) outcome = await sink.end();
    return outcome === 'stalled' ? outcome : undefined;
  }
}
