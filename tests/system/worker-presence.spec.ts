import { expect } from 'chai';
import { handOverBatch } from '../../src/outbox/relay.ts';
import { createAbsenceWatch, PRESENCE_LOCK_CLASS } from '../../src/queue/absence-watch.ts';
import { enqueue } from '../../src/queue/enqueue.ts';
import type { JobTasks } from '../../src/queue/job-context.ts';
import { createWorker } from '../../src/queue/worker.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { openDatabase } from '../../src/platform/database.ts';
import type { Database, Db } from '../../src/platform/database.ts';
import { unitOn } from '../support/changes.ts';
import { createScratchDatabase } from '../support/database.ts';
import type { ScratchDatabase } from '../support/database.ts';
import { eventually } from '../support/eventually.ts';
import { untilAbsenceCounts } from '../support/killed-process.ts';
import { openNetwork, type Network } from '../support/network.ts';
import { silentLogger } from '../support/silent-logger.ts';

// Other test files have workers on the same server.
const HOLDERS = {
  name: 'test_holders',
  text: `SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND mode = 'ShareLock' AND granted
    AND classid = $1 AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
};
const mail = { to: 'ada@example.org', subject: 'Welcome', text: 'Hello' };

describe('the presence of workers', function () {
  this.timeout(60_000);
  let scratch: ScratchDatabase;
  let network: Network;
  let database: Database;
  let db: Db;
  const stops: (() => Promise<unknown>)[] = [];

  beforeEach(async () => {
    scratch = await createScratchDatabase();
    network = await openNetwork(Number(new URL(scratch.url).port));
    database = await openDatabase({ url: scratch.url });
    db = database.db;
  });
  afterEach(async () => {
    for (const stop of stops.splice(0)) await stop();
    await database.close();
    await network.close();
    await scratch.drop();
  });

  /** A worker whose database is behind the network, for its queue and for what it does beside it. */
  async function work(tasks: JobTasks): Promise<void> {
    const connectionString = network.through(scratch.url);
    const own = await openDatabase({ url: connectionString });
    const options = { connectionString, db: own.db, clock: systemClock, logger: silentLogger, tasks };
    const worker = await createWorker(options);
    stops.push(async () => {
      await worker.stop(1000);
      await own.close();
    });
  }

  async function send(): Promise<void> {
    await enqueue(unitOn(db), 'mail.send', mail);
    await handOverBatch({ db, clock: systemClock, logger: silentLogger, subscriptions: [] });
  }

  /** The backends that hold a presence lock. */
  const holders = async (): Promise<number[]> => {
    const rows = await db.query<{ pid: number }>(HOLDERS, [PRESENCE_LOCK_CLASS]);
    return rows.map(({ pid }) => pid);
  };

  async function onlyHolder(): Promise<number> {
    const [pid, ...others] = await holders();
    expect(others).to.deep.equal([]);
    if (pid === undefined) throw new Error('nobody holds the lock');
    return pid;
  }

  it('runs a job of five seconds once after idle workers lost the database', async () => {
    let runs = 0;
    let ended = 0;
    const tasks: JobTasks = {
      'mail.send': async () => {
        runs++;
        await db.knex.raw('SELECT pg_sleep(5)');
        ended++;
      },
    };
    await work(tasks);
    await work(tasks);
    const { refused } = await network.goDown();
    // Two workers that each try twice a second: some five seconds.
    await eventually(async () => expect(refused()).to.be.greaterThan(40), 20_000);
    network.comeBack();
    await send();
    await eventually(async () => expect(ended).to.equal(1), 20_000);
    expect(runs).to.equal(1);
  });

  it('is back within seconds when its connection was cut', async () => {
    await work({ 'mail.send': async () => undefined });
    const cut = await eventually(onlyHolder);
    await db.knex.raw(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'architect presence' AND datname = current_database()",
    );
    await eventually(async () => expect(await onlyHolder()).to.not.equal(cut), 5000);
  });

  it('is back within seconds when its connection no longer transfers data', async () => {
    await work({ 'mail.send': async () => undefined });
    await eventually(onlyHolder);
    network.stall();
    // The server still has the old session, which holds the lock as well.
    await eventually(async () => expect(await holders()).to.have.length(2), 6000);
  });

  describe('the watch', () => {
    beforeEach(() => untilAbsenceCounts(db));

    const watchWith = (own: readonly string[], db: Db, now: () => number) =>
      createAbsenceWatch({ db, own: new Set(own), graceMs: 10_000, elapsed: now });

    /** A job that a worker has taken which holds no lock. */
    async function takenBy(worker: string): Promise<void> {
      await send();
      await db.knex('graphile_worker._private_jobs').update({ locked_by: worker, locked_at: new Date() });
    }

    it('returns the jobs of a worker that was absent twice', async () => {
      await takenBy('gone');
      const look = watchWith([], db, () => 0);
      expect(await look()).to.deep.equal([]);
      expect(await look()).to.deep.equal(['gone']);
      expect(await db.knex('graphile_worker._private_jobs').pluck('locked_by')).to.deep.equal([null]);
    });

    it('never counts a worker of its own process as absent', async () => {
      await takenBy('mine');
      const look = watchWith(['mine'], db, () => 0);
      expect([...(await look()), ...(await look()), ...(await look())]).to.deep.equal([]);
    });

    it('ignores absences in the ten seconds after an outage', async () => {
      await takenBy('gone');
      let now = 0;
      const outage = { isOn: false };
      const failing: Db = {
        ...db,
        query: (statement, values) => (outage.isOn ? Promise.reject(new Error('away')) : db.query(statement, values)),
      };
      const look = watchWith([], failing, () => now);
      expect(await look()).to.deep.equal([]);
      outage.isOn = true;
      const failure = await look().catch((error: unknown) => error);
      expect(failure).to.be.instanceOf(Error);
      outage.isOn = false;
      const looks: string[] = [];
      for (now = 1500; now < 11_500; now += 1500) looks.push(...(await look()));
      expect(looks).to.deep.equal([]);
      now = 11_500;
      expect(await look()).to.deep.equal([]);
      expect(await look()).to.deep.equal(['gone']);
    });
  });
});
