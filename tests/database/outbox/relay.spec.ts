import { expect } from 'chai';
import { createDelivery, type Subscriber } from '../../../src/outbox/delivery.ts';
import { staleTagsOf, type OutboxRow } from '../../../src/outbox/job-specs.ts';
import { recordAll } from '../../../src/outbox/record-all.ts';
import { record } from '../../../src/outbox/record.ts';
import { handOverBatch, type RelayOptions } from '../../../src/outbox/relay.ts';
import { AppError } from '../../../src/problems/app-error.ts';
import type { Db } from '../../../src/platform/database.ts';
import { newId } from '../../../src/platform/ids.ts';
import { processId } from '../../../src/platform/process-id.ts';
import type { AnonymousUnit } from '../../../src/platform/unit.ts';
import { projectCreated, unitOn } from '../../support/changes.ts';
import { createManualClock } from '../../support/clock.ts';
import { useDatabase } from '../../support/use-database.ts';
import { silentLogger } from '../../support/silent-logger.ts';

describe('a row that the relay hands over', function () {
  this.timeout(60_000);
  const database = useDatabase();
  let db: Db;

  before(() => {
    ({ db } = database);
  });
  beforeEach(() => db.knex('outbox').delete());

  const clock = createManualClock('2026-11-23T12:00:00.000Z');
  const relayOn = (own: Db): RelayOptions => ({ db: own, clock, logger: silentLogger, subscriptions: [] });

  it('is left to the relay that has claimed it', async () => {
    const add = (name: string): Promise<unknown> =>
      db.knex('outbox').insert({ kind: 'job', name, payload: '{}', created_at: clock.now() });
    await add('test.claimed');
    await add('test.free');
    await db.transaction(async (other) => {
      await other.knex('outbox').where({ name: 'test.claimed' }).forUpdate();
      expect(await handOverBatch(relayOn(db))).to.equal('some');
    });
    expect(await db.knex('outbox').pluck('name')).to.deep.equal(['test.claimed']);
  });

  it('is told once it is gone, for the caches of a process that died before it could tell them', async () => {
    const add = (tags: readonly string[]): Promise<unknown> =>
      db
        .knex('outbox')
        .insert({ kind: 'tags', name: 'task.update', payload: JSON.stringify({ tags }), created_at: clock.now() });
    await add(['task:1']);
    await add(['task:2', 'task@p']);
    const told: string[] = [];
    const onHandedOver = (rows: readonly OutboxRow[]): void => {
      told.push(...staleTagsOf(rows, processId));
    };
    expect(await handOverBatch({ ...relayOn(db), onHandedOver })).to.equal('some');
    expect(told).to.deep.equal(['task:1', 'task:2', 'task@p']);
    expect(await db.knex('outbox').select('id')).to.deep.equal([]);
  });

  describe('if the queue rejects it', () => {
    /** The database with a queue that rejects every job. */
    const refusing = (error: Error): Db => ({
      ...db,
      get knex() {
        return db.knex;
      },
      transaction: (work) =>
        db.transaction((tx) =>
          work({
            ...tx,
            query: (statement, values) =>
              statement.name === 'outbox_add_jobs' ? Promise.reject(error) : tx.query(statement, values),
          }),
        ),
    });
    const coded = (code: string): Error => Object.assign(new Error(`refused with ${code}`), { code });
    const addJob = (): Promise<unknown> =>
      db.knex('outbox').insert({ kind: 'job', name: 'mail.send', payload: '{}', created_at: clock.now() });

    const faultsOfRow: readonly Error[] = [
      ...['22023', '22P02', '23505', '23514', '54000', '54001', 'P0001'].map(coded),
      new AppError('conflict', 409),
    ];
    for (const error of faultsOfRow) {
      it(`postpones the row: ${error.message}`, async () => {
        await addJob();
        expect(await handOverBatch(relayOn(refusing(error)))).to.equal('some');
        expect(await db.knex('outbox').pluck('attempts')).to.deep.equal([1]);
      });
    }

    const faultsOfAll: readonly Error[] = [
      ...['08006', '3F000', '40001', '42883', '53300', '57P01', 'XX000'].map(coded),
      new AppError('service_unavailable', 503),
      new Error('no code'),
    ];
    for (const error of faultsOfAll) {
      it(`does not count an attempt: ${error.message}`, async () => {
        await addJob();
        const failure = await handOverBatch(relayOn(refusing(error))).catch((thrown: unknown) => thrown);
        expect(failure).to.equal(error);
        expect(await db.knex('outbox').pluck('attempts')).to.deep.equal([0]);
      });
    }

    it('is retried after 1, 2, 4 and 8 s, and moves to outbox_dead after five attempts', async () => {
      await addJob();
      const relay = relayOn(refusing(coded('22023')));
      for (const seconds of [1, 2, 4, 8]) {
        await handOverBatch(relay);
        const [due] = await db.knex('outbox').pluck<string[]>('available_at');
        expect(Date.parse(due!) - clock.now().getTime()).to.equal(seconds * 1000);
        clock.set(due!);
      }
      await handOverBatch(relay);
      expect(await db.knex('outbox')).to.have.length(0);
      const dead = await db.knex('outbox_dead').select('attempts', 'last_error', 'died_at');
      expect(dead).to.deep.equal([
        { attempts: 5, last_error: 'refused with 22023', died_at: clock.now().toISOString() },
      ]);
    });

    it('is kept in outbox_dead as it was, so that somebody can hand it over', async () => {
      const options = { job_key: 'once', max_attempts: 3 };
      await db.knex('outbox').insert({
        ...{ organization_id: newId(), kind: 'job', name: 'mail.send', payload: { to: 'ada' }, options },
        ...{ created_at: '2026-11-23T11:00:00.000Z' },
      });
      const columns = ['id', 'organization_id', 'kind', 'name', 'payload', 'options', 'created_at'];
      const [row] = await db.knex('outbox').select<Record<string, unknown>[]>(columns);
      await handOverBatch({ ...relayOn(refusing(coded('22023'))), attemptsMax: 1 });
      expect(await db.knex('outbox_dead').where({ id: row?.['id'] }).select(columns)).to.deep.equal([row]);
    });

    it('notes the error of the database, where a problem has one as its cause', async () => {
      await addJob();
      const problem = new AppError('value_out_of_range', 409, {}, { cause: new Error('integer out of range') });
      await handOverBatch(relayOn(refusing(problem)));
      expect(await db.knex('outbox').pluck('last_error')).to.deep.equal(['integer out of range']);
    });
  });

  it('is followed at once by the next batch, where more rows wait', async () => {
    const at = { kind: 'job', name: 'mail.send', payload: '{}', created_at: clock.now() };
    await db.knex('outbox').insert([at, at, at]);
    const options = { ...relayOn(db), batchSize: 2 };
    const results = [await handOverBatch(options), await handOverBatch(options), await handOverBatch(options)];
    expect(results).to.deep.equal(['more', 'some', 'none']);
  });

  describe('of an event', () => {
    const deliver = async (row: { id: string; created_at: string }): Promise<AnonymousUnit> => {
      let seen: AnonymousUnit | undefined;
      const subscriber: Subscriber = {
        name: 'witness',
        events: 'all',
        handle: (unit) => {
          seen = unit;
          return Promise.resolve();
        },
      };
      await Promise.all(await createDelivery(subscriber, { db, clock, logger: silentLogger })([row]));
      return seen!;
    };
    it('bears the time at which it happened, which may be another than that of its row', async () => {
      await record(unitOn(db), projectCreated());
      const [row] = await db.knex('outbox').pluck<{ id: string; created_at: string }[]>('payload');
      const time = '2026-11-22T08:00:00.000Z';
      await db.knex('events').where({ id: row!.id }).update({ time });
      const seen: unknown[] = [];
      const handle: Subscriber['handle'] = (_unit, event) => Promise.resolve(void seen.push(event));
      const subscriber: Subscriber = { name: 'witness', events: 'all', handle };
      await Promise.all(await createDelivery(subscriber, { db, clock, logger: silentLogger })([row!]));
      const event = await db.knex('events').where({ id: row!.id }).first<Record<string, unknown>>();
      const { id, type, organization_id, project_id, user_id, data } = event;
      expect(seen).to.deep.equal([{ id, type, timestamp: time, organization_id, project_id, user_id, data }]);
    });

    const changes: Readonly<Record<string, (unit: AnonymousUnit) => Promise<void>>> = {
      record: (unit) => record(unit, projectCreated()),
      recordAll: (unit) => recordAll(unit, [projectCreated()]),
      'record without an audit row': (unit) => record(unit, { ...projectCreated(), audit: undefined }),
    };
    for (const [how, change] of Object.entries(changes)) {
      it(`reaches its subscribers with the id of the request that caused it: ${how}`, async () => {
        await change({ ...unitOn(db), request_id: 'req-7' });
        const [row] = await db.knex('outbox').pluck<{ id: string; created_at: string }[]>('payload');
        const { request_id, actor, now } = await deliver(row!);
        expect({ request_id, actor, now }).to.deep.equal({ request_id: 'req-7', actor: undefined, now: clock.now() });
      });
    }

    it('leaves nothing of what a subscriber changed before it failed', async () => {
      await record(unitOn(db), projectCreated());
      const [row] = await db.knex('outbox').pluck<{ id: string; created_at: string }[]>('payload');
      const handle: Subscriber['handle'] = async ({ db: own }) => {
        await own.knex('external_services').insert({ name: 'half' });
        throw new Error('failed');
      };
      const subscriber: Subscriber = { name: 'witness', events: 'all', handle };
      const results = await createDelivery(subscriber, { db, clock, logger: silentLogger })([row!]);
      const outcomes = await Promise.allSettled(results);
      expect(outcomes.map(({ status }) => status)).to.deep.equal(['rejected']);
      expect(await db.knex('external_services').where({ name: 'half' })).to.deep.equal([]);
    });

    it('is delivered in the order of the changes, also for many changes at once', async () => {
      const names = ['first', 'second', 'third', 'fourth', 'fifth'];
      const made = names.map((name) => projectCreated(undefined, name));
      await recordAll(unitOn(db), made);
      const rows = await db
        .knex('outbox')
        .join('events', db.knex.raw("events.id = (outbox.payload->>'id')::uuid"))
        .orderBy('outbox.id')
        .select<{ name: string }[]>(db.knex.raw("events.data->>'name' AS name"));
      expect(rows.map(({ name }) => name)).to.deep.equal(names);
    });
  });
});
