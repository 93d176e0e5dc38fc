import { once } from 'node:events';
import { expect } from 'chai';
import { handOverBatch } from '../../src/outbox/relay.ts';
import type { JobContext, JobTasks } from '../../src/queue/job-context.ts';
import type { JobPayloads } from '../../src/queue/job-payloads.ts';
import { readJobStats } from '../../src/queue/job-stats.ts';
import { enqueue } from '../../src/queue/enqueue.ts';
import { createMailTask, MAIL_PURPOSE, sealMail } from '../../src/queue/mail-job.ts';
import { createKeyring } from '../../src/platform/crypto.ts';
import { createWorker } from '../../src/queue/worker.ts';
import type { JobEnd, Worker } from '../../src/queue/worker.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { openDatabase } from '../../src/platform/database.ts';
import type { Database, Db } from '../../src/platform/database.ts';
import { unitOn } from '../support/changes.ts';
import { eventually } from '../support/eventually.ts';
import { killHard, startProgram, untilAbsenceCounts } from '../support/killed-process.ts';
import { createScratchDatabase } from '../support/database.ts';
import type { ScratchDatabase } from '../support/database.ts';
import { silentLogger } from '../support/silent-logger.ts';
import { countingTask, createSteps, stepsOf } from '../support/counting-job.ts';

const support = new URL('../support/', import.meta.url).pathname;

describe('jobs', function () {
  this.timeout(60_000);
  const clock = systemClock;
  let scratch: ScratchDatabase;
  let database: Database;
  let db: Db;
  let workers: Worker[] = [];
  let ends: JobEnd[] = [];

  beforeEach(async () => {
    scratch = await createScratchDatabase();
    database = await openDatabase({ url: scratch.url });
    db = database.db;
    ends = [];
  });
  afterEach(async () => {
    await Promise.all(workers.map((worker) => worker.stop()));
    workers = [];
    await database.close();
    await scratch.drop();
  });

  async function work(tasks: JobTasks): Promise<Worker> {
    const onEnd = (end: JobEnd): number => ends.push(end);
    const worker = await createWorker({ connectionString: scratch.url, db, clock, logger: silentLogger, tasks, onEnd });
    workers.push(worker);
    return worker;
  }

  const handOver = () => handOverBatch({ db, clock, logger: silentLogger, subscriptions: [] });
  const mail = { to: 'ada@example.org', subject: 'Welcome', text: 'Hello' };
  const keyOfJobs = () => db.knex('graphile_worker._private_jobs').orderBy('id').pluck<(string | null)[]>('key');

  it('runs a job with its payload once its transaction has committed', async () => {
    const sent: unknown[] = [];
    const cipher = createKeyring('a secret of this test alone, long enough').cipher(MAIL_PURPOSE);
    await work({ 'mail.send': createMailTask({ send: async (one) => sent.push(one) }, cipher) });
    const sealed = sealMail(cipher, mail);
    expect(sealed.text).not.to.include(mail.text);
    await db.transaction((tx) => enqueue(unitOn(tx), 'mail.send', sealed));
    await handOver();
    await eventually(async () => {
      expect(sent).to.deep.equal([{ ...mail, messageId: 'job-1' }]);
      expect(ends.map(({ name, outcome }) => ({ name, outcome }))).to.deep.equal([
        { name: 'mail.send', outcome: 'done' },
      ]);
    });
    await eventually(async () => expect(await keyOfJobs()).to.be.empty);
  });

  it('does not run a job whose transaction was rolled back', async () => {
    await db
      .transaction(async (tx) => {
        await enqueue(unitOn(tx), 'mail.send', mail);
        throw new Error('undo');
      })
      .catch(() => undefined);
    expect(await handOver()).to.equal('none');
  });

  it('keeps one waiting job for each key, the latest, within a batch and across batches', async () => {
    const later = { run_at: new Date(Date.now() + 3_600_000), key: 'digest' };
    const subjects = ['first', 'second', 'third'];
    await enqueue(unitOn(db), 'mail.send', { ...mail, subject: subjects[0]! }, later);
    await enqueue(unitOn(db), 'mail.send', { ...mail, subject: subjects[1]! }, later);
    await handOver();
    await enqueue(unitOn(db), 'mail.send', { ...mail, subject: subjects[2]! }, later);
    await handOver();
    const jobs: { key: string; payload: { subject: string } }[] = await db.knex('graphile_worker._private_jobs');
    expect(jobs.map(({ key, payload }) => [key, payload.subject])).to.deep.equal([['digest', 'third']]);
  });

  it('does not run a job before its time', async () => {
    const sent: string[] = [];
    await work({ 'mail.send': async ({ subject }) => void sent.push(subject) });
    const inAnHour = new Date(Date.now() + 3_600_000);
    await enqueue(unitOn(db), 'mail.send', { ...mail, subject: 'late' }, { run_at: inAnHour });
    await enqueue(unitOn(db), 'mail.send', { ...mail, subject: 'now' });
    await handOver();
    await eventually(async () => expect(ends).to.have.lengthOf(1));
    expect(sent).to.deep.equal(['now']);
    await eventually(async () => {
      expect(await readJobStats(db)).to.deep.equal({ 'mail.send': { depth: 0, oldestSeconds: 0, dead: 0 } });
    });
  });

  it('retries a failing job with a growing delay, and keeps it when it is dead', async () => {
    const ranAt: number[] = [];
    await work({
      'mail.send': async () => {
        const [row] = await db.knex.select<{ at: number }[]>(db.knex.raw('extract(epoch FROM now())::float8 AS at'));
        ranAt.push(row!.at);
        throw new Error('no route');
      },
    });
    await enqueue(unitOn(db), 'mail.send', mail, { max_attempts: 2 });
    await handOver();
    await eventually(async () => expect(ends).to.have.lengthOf(1));
    const retry = await eventually(async () => {
      const [row]: { id: number; at: number; now: number }[] = await db
        .knex('graphile_worker._private_jobs')
        .whereNull('locked_at')
        .select(
          'id',
          db.knex.raw('extract(epoch FROM run_at)::float8 AS at, extract(epoch FROM now())::float8 AS now'),
        );
      expect(row).to.not.equal(undefined);
      return row!;
    });
    // It failed between the two, and after e seconds it is tried again: the first of the powers of e.
    expect(retry.at - Math.E).to.be.within(ranAt[0]! - 0.001, retry.now + 0.001);
    await db.knex.raw('SELECT graphile_worker.reschedule_jobs(ARRAY[?::bigint], run_at := now())', [retry.id]);
    await eventually(async () => expect(ends.map(({ outcome }) => outcome)).to.deep.equal(['failed', 'dead']));
    expect(ends[1]?.error?.message).to.equal('no route');
    await eventually(async () => expect((await readJobStats(db))['mail.send']).to.include({ depth: 0, dead: 1 }));
  });

  it('runs a unit in its own transaction, which a failure rolls back', async () => {
    await createSteps(db);
    const task = async (_mail: JobPayloads['mail.send'], context: JobContext): Promise<void> => {
      await context.inUnit(undefined, (unit) => unit.db.knex('steps').insert({ step: 1 }));
      await context.inUnit(undefined, async (unit) => {
        await unit.db.knex('steps').insert({ step: 2 });
        throw new Error('half done');
      });
    };
    await work({ 'mail.send': task });
    await enqueue(unitOn(db), 'mail.send', mail);
    await handOver();
    await eventually(async () => expect(ends).to.have.lengthOf(1));
    expect(await stepsOf(db)).to.deep.equal([1]);
  });

  it('makes up for missed times of a schedule, each once, with any number of workers', async () => {
    await db.knex.raw(
      `INSERT INTO graphile_worker._private_known_crontabs (identifier, known_since, last_execution)
        VALUES ('events.create_partitions', now() - interval '1 day', date_trunc('minute', now()) - interval '3 minutes')`,
    );
    const times: string[] = [];
    const attempts = new Set<number>();
    const tasks: JobTasks = {
      'events.create_partitions': async (payload, { job }) => {
        times.push((payload as { _cron: { ts: string } })._cron.ts);
        attempts.add(job.attempts_max);
      },
    };
    const schedules = [{ job: 'events.create_partitions', cron: '* * * * *', catchUpMs: 600_000 }] as const;
    const options = { connectionString: scratch.url, db, clock, logger: silentLogger, tasks, schedules };
    workers = await Promise.all([createWorker(options), createWorker(options)]);
    await eventually(async () => expect(times).to.have.length.of.at.least(3));
    expect(new Set(times).size).to.equal(times.length);
    // The next time comes before a fourth attempt would.
    expect([...attempts]).to.deep.equal([3]);
  });

  describe('in steps', () => {
    it('continues with the next step after a stop, immediately and without counting an attempt', async () => {
      await createSteps(db);
      await enqueue(unitOn(db), 'mail.send', mail, { max_attempts: 1 });
      await handOver();
      let isWaiting = false;
      const untilStopped = async (step: number, { signal }: JobContext): Promise<void> => {
        if (step !== 3) return;
        const stopped = once(signal, 'abort');
        isWaiting = true;
        await stopped;
      };
      const first = await work({ 'mail.send': countingTask({ last: 6, onStep: untilStopped }) });
      await eventually(async () => expect(isWaiting).to.equal(true));
      await first.stop();
      expect(await stepsOf(db)).to.deep.equal([1, 2, 3]);
      await work({ 'mail.send': countingTask({ last: 6 }) });
      await eventually(async () => expect(await stepsOf(db)).to.deep.equal([1, 2, 3, 4, 5, 6]));
      await eventually(async () => expect(await keyOfJobs()).to.be.empty);
      expect(await db.knex('job_cursors')).to.be.empty;
      expect(ends.map(({ outcome }) => outcome)).to.deep.equal(['done', 'done']);
    });

    it('continues within seconds after kill -9, without losing or repeating a step', async () => {
      await createSteps(db);
      await enqueue(unitOn(db), 'mail.send', mail);
      await handOver();
      const program = await startProgram(`${support}job-that-hangs.ts`, scratch.url);
      await killHard(program);
      expect(await stepsOf(db)).to.deep.equal([1, 2, 3]);
      await untilAbsenceCounts(db);
      await work({ 'mail.send': countingTask({ last: 6 }) });
      await eventually(async () => expect(await stepsOf(db)).to.deep.equal([1, 2, 3, 4, 5, 6]), 10_000);
    });

    it('lets two runs of the same work take turns', async () => {
      await createSteps(db);
      const context = {
        signal: new AbortController().signal,
        inUnit: (actor: undefined, step: (unit: never) => Promise<unknown>) =>
          db.transaction((tx) => step({ ...unitOn(tx), actor } as never)),
      } as unknown as JobContext;
      const both = [1, 2].map(() => countingTask({ last: 40 })(mail, context));
      await Promise.all(both);
      // The work ends in one of them. The other finds no cursor any more, and begins anew.
      const once = Array.from({ length: 40 }, (_, index) => index + 1);
      expect(await stepsOf(db)).to.deep.equal([...once, ...once]);
    });
  });

  it('continues after the database was unavailable', async () => {
    const sent: string[] = [];
    await work({ 'mail.send': async ({ subject }) => void sent.push(subject) });
    await db.knex
      .raw(
        'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
      )
      .catch(() => undefined);
    await eventually(async () => {
      await enqueue(unitOn(db), 'mail.send', mail);
      await handOver();
    });
    await eventually(async () => expect(sent).to.include('Welcome'), 10_000);
  });
});
