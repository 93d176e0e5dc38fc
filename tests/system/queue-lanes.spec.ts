import { expect } from 'chai';
import { handOverBatch } from '../../src/outbox/relay.ts';
import { enqueue } from '../../src/queue/enqueue.ts';
import type { JobContext, JobTasks } from '../../src/queue/job-context.ts';
import { oldestByLane, readJobStats } from '../../src/queue/job-stats.ts';
import { laneOf, lanes } from '../../src/queue/lanes.ts';
import { createWorker } from '../../src/queue/worker.ts';
import type { Worker } from '../../src/queue/worker.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { openDatabase } from '../../src/platform/database.ts';
import type { Database, Db } from '../../src/platform/database.ts';
import { unitOn } from '../support/changes.ts';
import { createScratchDatabase } from '../support/database.ts';
import type { ScratchDatabase } from '../support/database.ts';
import { eventually } from '../support/eventually.ts';
import { openNetwork, type Network } from '../support/network.ts';
import { silentLogger } from '../support/silent-logger.ts';

const mail = { to: 'ada@example.org', subject: 'Welcome', text: 'Hello' };

describe('the lanes of the queue', function () {
  this.timeout(30_000);
  let scratch: ScratchDatabase;
  let network: Network;
  let database: Database;
  let db: Db;
  let worker: Worker | undefined;

  beforeEach(async () => {
    scratch = await createScratchDatabase();
    network = await openNetwork(Number(new URL(scratch.url).port));
    database = await openDatabase({ url: scratch.url });
    db = database.db;
  });
  afterEach(async () => {
    await worker?.stop(1000);
    worker = undefined;
    await database.close();
    await network.close();
    await scratch.drop();
  });

  async function work(tasks: JobTasks, silenceMsMax = 35_000): Promise<Worker> {
    const connectionString = network.through(scratch.url);
    const options = { connectionString, db, clock: systemClock, logger: silentLogger, tasks, silenceMsMax };
    worker = await createWorker(options);
    return worker;
  }

  const handOver = () => handOverBatch({ db, clock: systemClock, logger: silentLogger, subscriptions: [] });

  /** A job that waits until the worker stops, as one does that waits for a server that says nothing. */
  function hanging() {
    const runs: string[] = [];
    const task = (_payload: unknown, { signal, job }: JobContext): Promise<void> => {
      runs.push(job.id);
      return new Promise<void>((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(new Error('stopped')));
      });
    };
    return { runs, task };
  }

  it('list the jobs that call external servers, and no others', () => {
    expect(laneOf('mail.send')).to.equal('mail');
    expect(laneOf('imports.run')).to.equal('own');
    expect(laneOf('events.deliver:task-unassignment')).to.equal('own');
    const listed = Object.values(lanes).flatMap(({ jobs }) => jobs);
    expect(new Set(listed).size).to.equal(listed.length);
  });

  it('run own work while every mail hangs', async () => {
    const mails = hanging();
    let swept = 0;
    await work({
      'mail.send': mails.task,
      'sessions.sweep': async () => {
        swept++;
      },
    });
    for (let number = 0; number < 30; number++) await enqueue(unitOn(db), 'mail.send', mail);
    await handOver();
    await eventually(async () => expect(mails.runs).to.have.lengthOf(lanes.mail.slots));
    for (let number = 0; number < 10; number++) await enqueue(unitOn(db), 'sessions.sweep', {});
    await handOver();
    await eventually(async () => expect(swept).to.equal(10), 10_000);
    expect(mails.runs).to.have.lengthOf(lanes.mail.slots);
  });

  it('send mail while own work hangs', async () => {
    const sweeps = hanging();
    let sent = 0;
    await work({
      'mail.send': async () => {
        sent++;
      },
      'sessions.sweep': sweeps.task,
    });
    for (let number = 0; number < 10; number++) await enqueue(unitOn(db), 'sessions.sweep', {});
    await handOver();
    await eventually(async () => expect(sweeps.runs).to.have.lengthOf(lanes.own.slots));
    await enqueue(unitOn(db), 'mail.send', mail);
    await handOver();
    await eventually(async () => expect(sent).to.equal(1), 10_000);
  });

  it('report how long their oldest job has been due', async () => {
    const add = (name: string, secondsAgo: number) =>
      db.knex.raw('SELECT graphile_worker.add_job(?, run_at := now() - make_interval(secs => ?))', [name, secondsAgo]);
    await add('mail.send', 40);
    await add('mail.send', 20);
    await add('sessions.sweep', 10);
    await add('auth.sweep', -10);
    await add('imports.run', 90);
    // A job that runs does not wait, however long it takes.
    await db.knex.raw(
      "UPDATE graphile_worker._private_jobs SET locked_at = now(), locked_by = 'x' WHERE run_at < now() - interval '80 s'",
    );
    const { own, mail: mails, ...others } = oldestByLane(await readJobStats(db));
    expect(own).to.be.within(10, 15);
    expect(mails).to.be.within(40, 45);
    expect(others).to.deep.equal({ webhooks: 0, integrations: 0 });
  });

  it('continue with new connections when the old ones no longer transfer data', async () => {
    let sent = 0;
    await work(
      {
        'mail.send': async () => {
          sent++;
        },
      },
      2000,
    );
    await enqueue(unitOn(db), 'mail.send', mail);
    await handOver();
    await eventually(async () => expect(sent).to.equal(1));
    network.stall();
    await enqueue(unitOn(db), 'mail.send', mail);
    await handOver();
    await eventually(async () => expect(sent).to.equal(2), 10_000);
  });

  it('stop in time although the database no longer responds', async () => {
    const started = await work({ 'mail.send': async () => undefined });
    network.stallAll();
    const before = performance.now();
    expect(await started.stop(500)).to.equal(false);
    expect(performance.now() - before).to.be.lessThan(4000);
  });

  it('stop in time although a job does not', async () => {
    let isRunning = false;
    const started = await work({
      'mail.send': async () => {
        isRunning = true;
        await new Promise(() => undefined);
      },
    });
    await enqueue(unitOn(db), 'mail.send', mail);
    await handOver();
    await eventually(async () => expect(isRunning).to.equal(true));
    const before = performance.now();
    expect(await started.stop(500)).to.equal(false);
    expect(performance.now() - before).to.be.lessThan(4000);
  });
});
