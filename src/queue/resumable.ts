import type { Db, Statement } from '../platform/database.ts';
import { newId } from '../platform/ids.ts';
import type { Actor, Unit } from '../platform/unit.ts';
import { JobInterrupted } from './job-context.ts';
import type { JobContext } from './job-context.ts';

interface Resumable<Cursor, A extends Actor | undefined> {
  /** Identifies the work in the whole program: `import <id>`. */
  readonly key: string;
  readonly actor: A;
  /** The first cursor. A cursor is JSON other than null. */
  readonly start: Cursor;
  /** Ends the work with WorkerDiedError if more processes than this have died at the same cursor. */
  readonly deathsMax?: number;
  /** Called before the first step of a run. A process that dies here counts for `deathsMax` too. */
  prepare?(): Promise<void>;
  /** Does one step. Returns the next cursor; undefined if the work is complete. */
  step(unit: Omit<Unit, 'actor'> & { readonly actor: A }, cursor: Cursor): Promise<Cursor | undefined>;
}

// Locks the cursor's row, which it creates if it is missing, so that two runs of the same work take turns step by step.
const TAKE: Statement = {
  name: 'job_cursor_take',
  text: `INSERT INTO job_cursors (key, cursor, updated_at) VALUES ($1, $2, $3)
    ON CONFLICT (key) DO UPDATE SET updated_at = excluded.updated_at RETURNING cursor`,
};
const MOVE: Statement = {
  name: 'job_cursor_move',
  text: 'UPDATE job_cursors SET cursor = $2, open_starts = least(open_starts, 1) WHERE key = $1',
};
// A second start by the same process does not count as a death.
const BEGIN: Statement = {
  name: 'job_cursor_begin',
  text: `INSERT INTO job_cursors AS c (key, cursor, updated_at, open_starts, started_by) VALUES ($1, $2, $3, 1, $4)
    ON CONFLICT (key) DO UPDATE SET started_by = $4,
      open_starts = CASE WHEN c.started_by = $4 THEN greatest(c.open_starts, 1) ELSE c.open_starts + 1 END
    RETURNING open_starts`,
};
const END: Statement = { name: 'job_cursor_end', text: 'UPDATE job_cursors SET open_starts = 0 WHERE key = $1' };
const DROP: Statement = { name: 'job_cursor_drop', text: 'DELETE FROM job_cursors WHERE key = $1' };

const processId = newId();

/** Thrown if `deathsMax` processes have died at the same cursor of the work. */
export class WorkerDiedError extends Error {
  override readonly name = 'WorkerDiedError';
  readonly code = 'worker_died';
}

/**
 * Does work in steps, each in a transaction that also moves the cursor. After a crash, a step's effects and its cursor
 * are either both committed or both rolled back, and the next run continues there. If the process dies after the last
 * step but before the queue records it, the next run begins at `start`, and its step must find that nothing is left.
 * @throws JobInterrupted between two steps when the process is about to stop; WorkerDiedError
 */
export async function runInSteps<Cursor, A extends Actor | undefined>(
  context: JobContext,
  work: Resumable<Cursor, A>,
): Promise<void> {
  const { key, start, deathsMax } = work;
  if (deathsMax === undefined) {
    await runSteps(context, work);
    return;
  }
  const values = [key, JSON.stringify(start), context.clock.now(), processId];
  const [begun] = await context.db.query<{ open_starts: number }>(BEGIN, values);
  if ((begun?.open_starts ?? 0) > deathsMax)
    throw new WorkerDiedError(`${key}: the process died ${deathsMax} times at the same cursor`);
  try {
    await runSteps(context, work);
  } catch (error) {
    // If the database is unavailable, the start stays open; this process does not count it again.
    await context.db.query(END, [key]).catch(() => undefined);
    throw error;
  }
}

/** Deletes the cursor of work that will not be resumed. */
export async function dropCursor(db: Db, key: string): Promise<void> {
  await db.query(DROP, [key]);
}

async function runSteps<Cursor, A extends Actor | undefined>(
  context: JobContext,
  work: Resumable<Cursor, A>,
): Promise<void> {
  const { key, actor, start } = work;
  await work.prepare?.();
  for (;;) {
    if (context.signal.aborted) throw new JobInterrupted(`${key} continues after the restart`);
    const isDone = await context.inUnit(actor, async (unit) => {
      const [taken] = await unit.db.query<{ cursor: Cursor }>(TAKE, [key, JSON.stringify(start), unit.now]);
      const next = await work.step(unit, taken === undefined ? start : taken.cursor);
      if (next === undefined) await unit.db.query(DROP, [key]);
      else await unit.db.query(MOVE, [key, JSON.stringify(next)]);
      return next === undefined;
    });
    if (isDone) return;
  }
}
