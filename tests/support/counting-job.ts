import type { JobContext, JobTask } from '../../src/queue/job-context.ts';
import { runInSteps } from '../../src/queue/resumable.ts';
import type { Db } from '../../src/platform/database.ts';

/** Creates the table into which a counting job inserts one row per step. */
export async function createSteps(db: Db): Promise<void> {
  await db.knex.raw('CREATE TABLE steps (id serial, step integer NOT NULL)');
}

export function stepsOf(db: Db): Promise<number[]> {
  return db.knex('steps').orderBy('id').pluck<number[]>('step');
}

interface Counting {
  readonly last: number;
  /** Called in the transaction of each step, after its INSERT. */
  readonly onStep?: (step: number, context: JobContext) => Promise<void>;
}

/** Counts to `last`, one step at a time. */
export function countingTask({ last, onStep }: Counting): JobTask<'mail.send'> {
  return (_payload, context) =>
    runInSteps(context, {
      key: 'counting',
      actor: undefined,
      start: 1,
      step: async (unit, step: number) => {
        await unit.db.knex('steps').insert({ step });
        await onStep?.(step, context);
        return step === last ? undefined : step + 1;
      },
    });
}
