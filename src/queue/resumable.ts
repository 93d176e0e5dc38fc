import type { Db, Statement } from '../platform/database.ts';
import { newId } from '../platform/ids.ts';
import type { Actor, Unit } from '../platform/unit.ts';
import { JobInterrupted } from './job-context.ts';
import type { JobContext } from './job-context.ts';

interface Resumable<Cursor, A extends Actor | undefined> {
  /** Names the piece of work in the whole program: `import <id>`. */
  readonly key: string;
  readonly actor: A;
  /** Where to begin. A cursor is JSON, and not null. */
  readonly start: Cursor;
  /** Ends the work with JobDoomed where the process has died so often in the middle of it without getting further. */
  readonly deathsMax?: number;
  /** Called before the first step of a run; what it costs a process its life counts as the work's. */
  prepare?(): Promise<void>;
  /** Does one step and returns where the next one begins, undefined when there is nothing left. */
  step(unit: Omit<Unit, 'actor'> & { readonly actor: A }, cursor: Cursor): Promise<Cursor | undefined>;
}

// Takes the cursor's lock, whether it is there or not: two runs of one piece of work take turns, step by step.
const TAKE: Statement = {
  name: 'job_cursor_take',
  text: `INSERT INTO job_cursors (key, cursor, updated_at) VALUES ($1, $2, $3)
    ON CONFLICT (key) DO UPDATE SET updated_at = excluded.updated_at RETURNING cursor`,
};
const MOVE: Statement = {
  name: 'job_cursor_move',
  text: 'UPDATE job_cursors SET cursor = $2, open_starts = least(open_starts, 1) WHERE key = $1',
};
// A run that was begun by this process and did not end in a death is the same one still.
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

/** Thrown where each process that took the work up has died at the same place. */
export class JobDoomed extends Error {
  override readonly name = 'JobDoomed';
  readonly code = 'worker_died';
}

/**
 * Does work in steps, each in a transaction that also moves the cursor: after a crash, a step's effects and its cursor
 * are both there or both not, and the next run goes on from there. What is done once more after the last step (because
 * the process died before the queue knew) begins at `start`; it must find that there is nothing to do.
 * @throws JobInterrupted between two steps when the process is about to stop; JobDoomed
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
    throw new JobDoomed(`${key}: its process died ${deathsMax} times at one place`);
  try {
    await runSteps(context, work);
  } catch (error) {
    // Where the store is away, the start stays open; this process does not count it again.
    await context.db.query(END, [key]).catch(() => undefined);
    throw error;
  }
}

/** Forgets how far work has come that nobody will take up again. */
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
    if (context.signal.aborted) throw new JobInterrupted(`${key} goes on after the restart`);
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
