import type { Statement } from '../platform/database.ts';
import type { Actor, Unit } from '../platform/unit.ts';
import { JobInterrupted } from './job-context.ts';
import type { JobContext } from './job-context.ts';

interface Resumable<Cursor, A extends Actor | undefined> {
  /** Names the piece of work in the whole program: `import <id>`. */
  readonly key: string;
  readonly actor: A;
  /** Where to begin. A cursor is JSON, and not null. */
  readonly start: Cursor;
  /** Does one step and returns where the next one begins, undefined when there is nothing left. */
  step(unit: Omit<Unit, 'actor'> & { readonly actor: A }, cursor: Cursor): Promise<Cursor | undefined>;
}

// Takes the cursor's lock, whether it is there or not: two runs of one piece of work take turns, step by step.
const TAKE: Statement = {
  name: 'job_cursor_take',
  text: `INSERT INTO job_cursors (key, cursor, updated_at) VALUES ($1, $2, $3)
    ON CONFLICT (key) DO UPDATE SET updated_at = excluded.updated_at RETURNING cursor`,
};
const MOVE: Statement = { name: 'job_cursor_move', text: 'UPDATE job_cursors SET cursor = $2 WHERE key = $1' };
const DROP: Statement = { name: 'job_cursor_drop', text: 'DELETE FROM job_cursors WHERE key = $1' };

/**
 * Does work in steps, each in a transaction that also moves the cursor: after a crash, a step's effects and its cursor
 * are both there or both not, and the next run goes on from there. What is done once more after the last step (because
 * the process died before the queue knew) begins at `start`; it must find that there is nothing to do.
 * @throws JobInterrupted between two steps when the process is about to stop
 */
export async function runInSteps<Cursor, A extends Actor | undefined>(
  context: JobContext,
  work: Resumable<Cursor, A>,
): Promise<void> {
  const { key, actor, start } = work;
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
