import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { expect } from 'chai';
import type { Db } from '../../src/platform/database.ts';
import { eventually } from './eventually.ts';

/** Starts one of the programs in tests/support as a process and waits for its line `ready`. */
export async function startProgram(file: string, ...args: string[]): Promise<ChildProcess> {
  const program = spawn(process.execPath, [file, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = createInterface({ input: program.stdout });
  const ended = once(program, 'exit').then(() => {
    throw new Error(`${file} ended before it was ready`);
  });
  const ready = (async () => {
    for await (const line of lines) if (line === 'ready') return;
  })();
  await Promise.race([ready, ended]);
  ended.catch(() => undefined);
  return program;
}

/** Kills a process with SIGKILL and waits for its end. */
export async function killHard(program: ChildProcess): Promise<void> {
  const gone = once(program, 'exit');
  program.kill('SIGKILL');
  await gone;
}

/**
 * Waits until the database has been up for ten seconds. Before that no worker counts as gone, because all of them may
 * still be reconnecting (src/queue/absence-watch.ts).
 */
export async function untilAbsenceCounts(db: Db): Promise<void> {
  await eventually(async () => {
    const [row] = await db.knex.select<{ age: number }[]>(
      db.knex.raw('extract(epoch FROM now() - pg_postmaster_start_time())::float8 AS age'),
    );
    expect(row!.age).to.be.above(10);
  }, 15_000);
}
