import { expect } from 'chai';
import { createDelivery } from '../../src/outbox/delivery.ts';
import type { Subscriber } from '../../src/outbox/delivery.ts';
import { readOutboxStats } from '../../src/outbox/outbox-stats.ts';
import { record } from '../../src/outbox/record.ts';
import { handOverBatch, startRelay } from '../../src/outbox/relay.ts';
import type { RelayOptions } from '../../src/outbox/relay.ts';
import { createWorker } from '../../src/queue/worker.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { openDatabase } from '../../src/platform/database.ts';
import type { Database, Db } from '../../src/platform/database.ts';
import { projectCreated, projectDeleted, unitOn } from '../support/changes.ts';
import { eventually } from '../support/eventually.ts';
import { killHard, startProgram, untilAbsenceCounts } from '../support/killed-process.ts';
import { createScratchDatabase } from '../support/database.ts';
import type { ScratchDatabase } from '../support/database.ts';
import { silentLogger } from '../support/silent-logger.ts';
import { createTestimony, testimonyOf, witness } from '../support/witness.ts';

const support = new URL('../support/', import.meta.url).pathname;

describe('event delivery', function () {
  this.timeout(60_000);
  const clock = systemClock;
  let scratch: ScratchDatabase;
  let database: Database;
  let db: Db;
  let endings: (() => Promise<void>)[] = [];

  beforeEach(async () => {
    scratch = await createScratchDatabase();
    database = await openDatabase({ url: scratch.url });
    db = database.db;
    await createTestimony(db);
  });
  afterEach(async () => {
    for (const end of endings.reverse()) await end();
    endings = [];
    await database.close();
    await scratch.drop();
  });

  function relayOptions(...subscriptions: RelayOptions['subscriptions']): RelayOptions {
    return { db, clock, logger: silentLogger, subscriptions, batchSize: 10 };
  }

  async function work(...subscribers: Subscriber[]): Promise<void> {
    const options = { db, clock, logger: silentLogger };
    const tasks = Object.fromEntries(
      subscribers.map((subscriber) => [`events.deliver:${subscriber.name}`, createDelivery(subscriber, options)]),
    );
    const worker = await createWorker({ ...options, connectionString: scratch.url, tasks });
    endings.push(async () => {
      await worker.stop();
    });
  }

  function relay(...subscribers: Subscriber[]) {
    const started = startRelay(relayOptions(...subscribers));
    endings.push(() => started.stop());
    return started;
  }

  async function recordMany(count: number): Promise<void> {
    for (let done = 0; done < count; done++) await record(unitOn(db), projectCreated());
  }

  const eventIds = () => db.knex('events').pluck<string[]>('id');
  const outboxIds = () => db.knex('outbox').pluck<number[]>('id');

  /** Each event was seen, and none twice. */
  async function expectEachOnce(subscriber: string, count: number): Promise<void> {
    await eventually(async () => {
      expect((await testimonyOf(db, subscriber)).size).to.equal(count);
    }, 15_000);
    const testimony = await testimonyOf(db, subscriber);
    expect([...testimony.keys()].sort()).to.deep.equal((await eventIds()).sort());
    expect(new Set(testimony.values())).to.deep.equal(new Set([1]));
  }

  it('brings every event of 100 parallel units to every subscriber, once, through three relays', async () => {
    const [first, second] = [witness('first'), witness('second')];
    await work(first, second);
    const relays = [relay(first, second), relay(first, second), relay(first, second)];
    await Promise.all(
      Array.from({ length: 100 }, async (_, index) => {
        await db.transaction((tx) => record(unitOn(tx), projectCreated()));
        relays[index % 3]?.wake();
      }),
    );
    await expectEachOnce('first', 100);
    await expectEachOnce('second', 100);
    expect(await outboxIds()).to.be.empty;
  });

  it('leaves no row and no delivery behind a rollback', async () => {
    const undone = db.transaction(async (tx) => {
      await record(unitOn(tx), projectCreated());
      throw new Error('undo');
    });
    expect(await undone.catch((error: unknown) => (error as Error).message)).to.equal('undo');
    for (const table of ['audit_log', 'events', 'outbox']) expect(await db.knex(table), table).to.be.empty;
  });

  it('does not skip a transaction that commits after a later one was handed over', async () => {
    const options = relayOptions(witness('witness'));
    await db.transaction(async (late) => {
      await record(unitOn(late), projectCreated());
      await record(unitOn(db), projectCreated());
      expect(await handOverBatch(options)).to.equal('some');
      expect(await outboxIds()).to.be.empty;
    });
    expect(await handOverBatch(options)).to.equal('some');
    await work(witness('witness'));
    await expectEachOnce('witness', 2);
  });

  it('loses nothing and doubles nothing when a relay is killed in mid-batch', async () => {
    await recordMany(25);
    const program = await startProgram(`${support}relay-that-hangs.ts`, scratch.url);
    await killHard(program);
    expect(await outboxIds()).to.have.lengthOf(25);
    await work(witness('witness'));
    relay(witness('witness'));
    await expectEachOnce('witness', 25);
  });

  it('brings a batch again, with the same ids, when its worker is killed in mid-batch', async () => {
    await recordMany(5);
    await handOverBatch(relayOptions(witness('witness')));
    const program = await startProgram(`${support}worker-that-hangs.ts`, scratch.url);
    await killHard(program);
    expect((await testimonyOf(db, 'witness')).size).to.equal(2);
    await untilAbsenceCounts(db);
    await work(witness('witness'));
    await eventually(async () => {
      const testimony = await testimonyOf(db, 'witness');
      expect([...testimony.keys()].sort()).to.deep.equal((await eventIds()).sort());
      expect([...testimony.values()].sort()).to.deep.equal([1, 1, 1, 2, 2]);
    }, 10_000);
  });

  it('tries a subscriber that throws again alone, with only the event it threw at', async () => {
    await recordMany(6);
    const poison = (await eventIds())[2];
    let isHealed = false;
    const sick = witness('sick', async (id) => {
      if (id === poison && !isHealed) throw new Error('cannot');
    });
    const well = witness('well');
    await work(sick, well);
    relay(sick, well);
    await expectEachOnce('well', 6);
    const job = await eventually(async () => {
      const jobs = await db
        .knex<{ id: number; payload: { id: string }[]; last_error: string | null }>('graphile_worker._private_jobs')
        .whereNotNull('last_error')
        .select('id', 'payload');
      expect(jobs).to.have.lengthOf(1);
      return jobs[0]!;
    });
    expect(job.payload.map(({ id }) => id)).to.deep.equal([poison]);
    expect((await testimonyOf(db, 'sick')).size).to.equal(5);
    isHealed = true;
    await db.knex.raw('SELECT graphile_worker.reschedule_jobs(ARRAY[?::bigint], run_at := now())', [job.id]);
    await expectEachOnce('sick', 6);
  });

  it('brings a subscriber only the events it wants', async () => {
    await recordMany(1);
    await record(unitOn(db), projectDeleted());
    const choosy: Subscriber = { ...witness('choosy'), events: ['project.deleted'] };
    await work(choosy);
    relay(choosy);
    await eventually(async () => {
      expect(await db.knex('testimony').pluck('type')).to.deep.equal(['project.deleted']);
    });
    expect(await outboxIds()).to.be.empty;
  });

  it('sets a poisonous row aside, tries it again later, and buries it in the end; its neighbours pass', async () => {
    await recordMany(3);
    const poison = { kind: 'job', name: 'mail.send', payload: '{}', created_at: clock.now() };
    await db.knex('outbox').insert({ ...poison, options: '{"run_at":"never"}' });
    const counts: unknown[] = [];
    let now = clock.now();
    const options: RelayOptions = {
      ...relayOptions(witness('witness')),
      clock: { now: () => now },
      attemptsMax: 2,
      onPass: (pass) => counts.push(pass),
    };
    await handOverBatch(options);
    expect(await handOverBatch(options)).to.equal('none');
    expect(await readOutboxStats(db, now)).to.include({ depth: 1, dead: 0 });
    now = new Date(now.getTime() + 5000);
    await handOverBatch(options);
    expect(await readOutboxStats(db, now)).to.deep.equal({ depth: 0, oldestSeconds: 0, dead: 1 });
    expect(counts).to.deep.equal([
      { handedOver: 3, failed: 1, dead: 0 },
      { handedOver: 0, failed: 0, dead: 1 },
    ]);
    const [dead]: { attempts: number; last_error: string }[] = await db.knex('outbox_dead');
    expect(dead?.attempts).to.equal(2);
    expect(dead?.last_error).to.match(/invalid input syntax.*"never"/);
  });

  it('blames no row when the queue itself is missing', async () => {
    await recordMany(1);
    await db.knex.raw('ALTER SCHEMA graphile_worker RENAME TO elsewhere');
    const failure = await handOverBatch(relayOptions(witness('witness'))).catch((error: unknown) => error);
    expect(failure).to.have.property('code', '3F000');
    expect(await db.knex('outbox').pluck('attempts')).to.deep.equal([0]);
  });

  it('hands over what is left before it stops', async () => {
    const started = startRelay(relayOptions(witness('witness')));
    await recordMany(30);
    await started.stop();
    expect(await outboxIds()).to.be.empty;
  });
});
