import { createHash } from 'node:crypto';
import { appendFileSync, globSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

// Records the exchanges between tests and the server as bytes, for a validator that runs afterwards (tests/gate). Each
// process writes one file with one line of JSON per exchange. `make test` and `make gate` enable it; it is off if a
// single spec file is run.

/** The directory of the files; tests/run.ts empties it before a run. */
export const exchangesDirectory = join(import.meta.dirname, '../../../coverage/exchanges');

/** Bodies are Latin-1: one character per byte, whatever the bytes are. */
export interface RecordedExchange {
  readonly method: string;
  /** Path and query. */
  readonly target: string;
  /** As set by the test, with names in lower case. */
  readonly headers: Readonly<Record<string, string | string[]>>;
  /** Absent if none was sent, or if it was too long to keep. */
  readonly body?: string;
  /** True if a request or response body was longer than a megabyte. */
  readonly isCut?: true;
  readonly response: {
    readonly status: number;
    readonly version: string | null;
    readonly type: string | null;
    readonly body: string;
  };
}

/** An exchange before it is written. */
interface Exchange {
  readonly method: string;
  readonly url: string;
  readonly headers: RecordedExchange['headers'];
  readonly body: Buffer | undefined;
}

interface GivenResponse {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

const bytesMax = 1024 * 1024;
const linesMax = 200;

export const isRecording = process.env['RECORD_EXCHANGES'] === 'true';

const seen = new Set<string>();
const lines: string[] = [];

function flush(): void {
  if (lines.length === 0) return;
  mkdirSync(exchangesDirectory, { recursive: true });
  appendFileSync(join(exchangesDirectory, `${process.pid}.ndjson`), `${lines.splice(0).join('\n')}\n`);
}

if (isRecording) process.on('exit', flush);

export function recordOf({ method, url, headers, body }: Exchange, result: GivenResponse): RecordedExchange {
  const heard = Buffer.from(result.text);
  const isCut = Math.max(body?.length ?? 0, heard.length) > bytesMax;
  const { pathname, search } = new URL(url);
  return {
    method,
    target: pathname + search,
    headers,
    ...(body === undefined || isCut ? {} : { body: body.toString('latin1') }),
    ...(isCut ? { isCut } : {}),
    response: {
      status: result.status,
      version: result.headers.get('api-version'),
      type: result.headers.get('content-type'),
      body: isCut ? '' : heard.toString('latin1'),
    },
  };
}

/** Writes an exchange. Frequently repeated exchanges are written once. */
export function noteExchange(exchange: Exchange, result: GivenResponse): void {
  if (!isRecording) return;
  const line = JSON.stringify(recordOf(exchange, result));
  const hash = createHash('sha1').update(line).digest('base64');
  if (seen.has(hash)) return;
  seen.add(hash);
  lines.push(line);
  if (lines.length >= linesMax) flush();
}

/** Yields every recorded exchange, process by process. */
export function* readRecords(): Generator<RecordedExchange> {
  for (const file of globSync(join(exchangesDirectory, '*.ndjson')).sort()) {
    for (const line of readFileSync(file, 'utf8').split('\n')) {
      if (line !== '') yield JSON.parse(line) as RecordedExchange;
    }
  }
}
