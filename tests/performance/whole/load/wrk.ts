import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ForeseenError } from '../../../../src/problems/foreseen-error.ts';
import type { Load, LoadResult } from './load.ts';

const run = promisify(execFile);
const script = join(import.meta.dirname, 'wrk.lua');
/** One thread sends more than any subject can take. */
const THREADS = 1;

/** @throws ForeseenError if wrk is not installed */
export async function sendByWrk({ port, file, offset, connections, length }: Load): Promise<LoadResult> {
  if (!('seconds' in length)) throw new Error('wrk sends requests for some seconds only');
  const load = ['-t', String(THREADS), '-c', String(connections), '-d', `${length.seconds}s`, '--timeout', '10s'];
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
