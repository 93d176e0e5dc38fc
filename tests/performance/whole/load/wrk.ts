import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ForeseenError } from '../../../../src/problems/foreseen-error.ts';

const run = promisify(execFile);
const script = join(import.meta.dirname, 'wrk.lua');
/** One thread sends more than any subject can take. */
const THREADS = 1;

interface WrkRun {
  readonly port: number;
  /** Requests in their wire form, separated by NUL bytes. */
  readonly file: string;
  /** The first request of this run. */
  readonly offset: number;
  readonly connections: number;
  readonly seconds: number;
}

interface WrkResult {
  readonly requests: number;
  readonly seconds: number;
  /** Statuses above 399, failed and timed out connections. */
  readonly errors: number;
}

/** @throws ForeseenError if wrk is not installed */
export async function runWrk({ port, file, offset, connections, seconds }: WrkRun): Promise<WrkResult> {
  const load = ['-t', String(THREADS), '-c', String(connections), '-d', `${seconds}s`, '--timeout', '10s'];
  const args = [...load, '-s', script, `http://127.0.0.1:${port}`, '--', file, String(offset), String(THREADS)];
  const { stdout } = await run('wrk', args).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new ForeseenError('wrk is not installed: run `make bench-tools`');
  });
  const text = stdout.split('\n').find((line) => line.startsWith('{"requests"'));
  if (text === undefined) throw new Error(`wrk printed no summary:\n${stdout}`);
  const summary = JSON.parse(text) as { requests: number; duration_us: number; status: number; socket: number };
  return {
    requests: summary.requests,
    seconds: summary.duration_us / 1_000_000,
    errors: summary.status + summary.socket,
  };
}
