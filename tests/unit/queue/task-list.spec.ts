import { expect } from 'chai';
import type { JobHelpers } from 'graphile-worker';
import { JobInterrupted, type JobTask } from '../../../src/queue/job-context.ts';
import { taskListOf } from '../../../src/queue/task-list.ts';
import type { Db } from '../../../src/platform/database.ts';
import { silentLogger } from '../../support/silent-logger.ts';

const now = new Date('2026-11-23T12:00:00.000Z');
const db: Db = {
  get knex(): never {
    throw new Error('not asked for');
  },
  query: () => Promise.resolve([]),
  defer: () => Promise.resolve(),
  transaction: (work) => work(db),
  touch: () => Promise.resolve(),
};

describe('taskListOf', () => {
  const job = {
    ...{ id: '7', task_identifier: 'mail.send', attempts: 2, max_attempts: 9, priority: -3, key: 'digest' },
    payload: { to: 'ada@example.org' },
  };

  async function run(task: JobTask<'mail.send'>, more: object = {}) {
    const added: unknown[] = [];
    const helpers = {
      job: { ...job, ...more },
      abortSignal: new AbortController().signal,
      addJob: (...values: unknown[]) => Promise.resolve(added.push(values)),
    } as unknown as JobHelpers;
    const tasks = taskListOf({ 'mail.send': task }, { db, clock: { now: () => now }, logger: silentLogger });
    const outcome = await Promise.resolve(tasks['mail.send']!(job.payload, helpers)).then(
      () => 'done',
      (error: unknown) => (error as Error).message,
    );
    return { outcome, added };
  }

  it('adds an interrupted job again with the same payload, attempts, priority and key', async () => {
    const interrupted = () => Promise.reject(new JobInterrupted('goes on later'));
    const spec = { maxAttempts: 9, priority: -3, jobKey: 'digest' };
    expect(await run(interrupted)).to.deep.equal({ outcome: 'done', added: [['mail.send', job.payload, spec]] });
    const withoutKey = { maxAttempts: 9, priority: -3 };
    expect((await run(interrupted, { key: null })).added).to.deep.equal([['mail.send', job.payload, withoutKey]]);
  });

  it('does not add a failed job again', async () => {
    const failing = () => Promise.reject(new Error('no route'));
    expect(await run(failing)).to.deep.equal({ outcome: 'no route', added: [] });
  });

  it('passes the run to the task, and a unit with its own request id', async () => {
    let seen: unknown;
    await run(async (_payload, context) => {
      const { actor, request_id, now: time } = await context.inUnit(undefined, (unit) => Promise.resolve(unit));
      seen = { job: context.job, unit: { actor, request_id, time } };
    });
    expect(seen).to.deep.equal({
      job: { id: '7', name: 'mail.send', attempt: 2, attempts_max: 9 },
      unit: { actor: undefined, request_id: 'job-7', time: now },
    });
  });
});
