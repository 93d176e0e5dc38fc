import { setTimeout as delay } from 'node:timers/promises';
import { DatabaseSync } from 'node:sqlite';
import { ForeseenError } from '../problems/foreseen-error.ts';

const POLL_MS = 50;

/**
 * Runs `work` while no other process of this machine holds the lock of that file. The kernel holds the lock (SQLite
 * locks its file with fcntl), so it is released when the process ends, even by kill -9. Waits at most `timeoutMs`.
 * @throws Error after `timeoutMs`
 */
export async function withFileLock<Result>(
  path: string,
  timeoutMs: number,
  work: () => Promise<Result>,
): Promise<Result> {
  const file = new DatabaseSync(path);
  try {
    const deadline = performance.now() + timeoutMs;
    while (!tryLock(file)) {
      if (performance.now() > deadline) throw new ForeseenError(`another process has held ${path} for ${timeoutMs} ms`);
      await delay(POLL_MS);
    }
    return await work();
  } finally {
    file.close();
  }
}

function tryLock(file: DatabaseSync): boolean {
  try {
    file.exec('BEGIN EXCLUSIVE');
    return true;
  } catch (error) {
    const SQLITE_BUSY = 5;
    if ((error as { errcode?: number }).errcode === SQLITE_BUSY) return false;
    throw error;
  }
}
