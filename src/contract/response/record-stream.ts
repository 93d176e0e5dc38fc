import type { ServerResponse } from 'node:http';
import { AppError } from '../../problems/app-error.ts';
import type { EngineLog, StreamLimits } from '../options.ts';
import type { ResponseCoding } from './content-coding.ts';
import { sinkTo, type Outcome, type StreamSink } from './stream-sink.ts';

/** A body that is made while it is sent. */
export interface RecordBody {
  readonly records: AsyncIterable<unknown>;
  /** Stands before the first record. */
  readonly head: string;
  /** The text of a record. @throws AppError `contract_violated` where it breaks the contract, once that is logged and counted */
  readonly encode: (record: unknown) => string;
}

interface RecordStreamOptions {
  readonly response: ServerResponse;
  /** How the bytes are compressed. */
  readonly coding: ResponseCoding | undefined;
  /** Sets status and headers; called when the first bytes are there, so that what fails before is an error like any other. */
  readonly begin: () => void;
  /** Hears of every piece of the body, how many bytes it has. */
  readonly onWrite: (bytes: number) => void;
  /** What the log says of the request. */
  readonly facts: object;
}

/** Text is gathered up to here before it is written, so that there is not one write for each record. */
const chunkChars = 16_384;

/** Sends bodies record by record, and bounds how many are on their way and for how long. */
export class RecordStreams {
  readonly #limits: StreamLimits;
  readonly #log: EngineLog;
  #open = 0;

  constructor(limits: StreamLimits, log: EngineLog) {
    this.#limits = limits;
    this.#log = log;
  }

  /**
   * Writes the records as fast as the reader takes them, no faster. A reader that goes away, stalls or takes too long
   * ends the iteration, and with it the query behind it. What fails after the first bytes leaves a body without its
   * last chunk, which no client takes for a whole one.
   * @throws AppError `overloaded` before anything is read; what iterating or encoding throws
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

  /** Why it was cut off; undefined where it was not, or by the reader. */
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
