import { expect } from 'chai';
import pg from 'pg';
import { setTimeout as delay } from 'node:timers/promises';
import { createEventSweep, eraseProjectEvents, mergeEventCounts } from '../../../../src/modules/events/events.jobs.ts';
import { openDatabase, type Db } from '../../../../src/platform/database.ts';
import { newId } from '../../../../src/platform/ids.ts';
import { createManualClock } from '../../../support/clock.ts';
import { contextOn } from '../../../support/steps-that-hang.ts';
import { useDatabase } from '../../../support/use-database.ts';

const DEFAULT_DAYS = 90;

describe('how long reported events are kept', function () {
  this.timeout(60_000);
  const database = useDatabase();
  const clock = createManualClock('2026-11-23T12:00:00.000Z');
  const sweep = createEventSweep(DEFAULT_DAYS);
  const [brief, usual] = [newId(), newId()];

  const insert = async (db: Db, organization_id: string, recorded_at: string, project_id: string | null = null) => {
    const id = newId();
    await db.knex.raw(
      `INSERT INTO reported_events (id, organization_id, project_id, key, external_id, source, type, time, extensions,
         recorded_at) VALUES (?, ?, ?, ?, ?, '/retention', 'test', ?, '{}', ?)`,
      [id, organization_id, project_id, id, id, recorded_at, recorded_at],
    );
    await db.knex.raw(
      `INSERT INTO event_counts VALUES (?, ?, 'test', '/retention', date_bin('15 minutes', ?::timestamptz, '2000-01-01'),
         date_trunc('month', ?::timestamptz)::date, 1, ?, ?, true)`,
      [organization_id, project_id, recorded_at, recorded_at, recorded_at, recorded_at],
    );
  };
  const left = (organization_id: string): Promise<string[]> =>
    database.db.knex('reported_events').where({ organization_id }).orderBy('recorded_at').pluck('recorded_at');
  const counted = async (organization_id: string): Promise<number> => {
    const [row] = await database.db.knex('event_counts').where({ organization_id }).sum({ total: 'count' });
    return Number((row as { total: string | null }).total);
  };

  before(async () => {
    const { knex } = database.db;
    await knex.raw("SELECT create_reported_event_partitions('2026-06-01', 6)");
    const times = { created_at: clock.now(), updated_at: clock.now() };
    for (const id of [brief, usual])
      await knex('organizations').insert({ id, name: 'An organization', slug: id, ...times });
    await knex('event_retentions').insert({ organization_id: brief, days: 30, version: 2, updated_at: clock.now() });
    for (const at of [
      '2026-07-31T23:59:59.000Z',
      '2026-08-01T00:00:00.000Z',
      '2026-10-24T11:59:59.000Z',
      '2026-10-24T12:00:00.000Z',
    ]) {
      for (const id of [brief, usual]) await insert(database.db, id, at);
    }
  });

  it('deletes what an organization keeps for a shorter time, with its counts', async () => {
    await sweep({}, contextOn(database.db, clock));
    expect(await left(brief)).to.deep.equal(['2026-10-24T12:00:00.000Z']);
    expect(await counted(brief)).to.equal(1);
    await mergeEventCounts({}, contextOn(database.db, clock));
    expect(await counted(brief)).to.equal(1);
  });

  it('removes months that nobody keeps any longer, and no other', async () => {
    expect(await left(usual)).to.deep.equal([
      ...['2026-08-01T00:00:00.000Z', '2026-10-24T11:59:59.000Z', '2026-10-24T12:00:00.000Z'],
    ]);
    expect(await counted(usual)).to.equal(3);
    const months = await database.db
      .knex('pg_class')
      .whereRaw("relname ~ '^reported_events_\\d{4}_\\d\\d$'")
      .orderBy('relname')
      .pluck('relname');
    expect(months[0]).to.equal('reported_events_2026_08');
    expect(months).to.include.members([
      'reported_events_2026_11',
      'reported_events_2026_12',
      'reported_events_2027_01',
    ]);
  });

  it('goes on where a process died between detaching and dropping', async () => {
    const { knex } = database.db;
    await knex.raw("SELECT create_reported_event_partitions('2026-06-01', 1)");
    await knex.raw('ALTER TABLE reported_events DETACH PARTITION reported_events_2026_06 CONCURRENTLY');
    await sweep({}, contextOn(database.db, clock));
    const { rows } = await knex.raw<{ rows: unknown[] }>("SELECT to_regclass('reported_events_2026_06') AS found");
    expect(rows).to.deep.equal([{ found: null }]);
  });

  it('goes on where a process died while a month was detached', async () => {
    const { knex } = database.db;
    await knex.raw("SELECT create_reported_event_partitions('2026-04-01', 1)");
    const readers = await openDatabase({ url: database.url });
    // Detaching waits for whoever has read the month, and is cancelled meanwhile.
    await readers.db.transaction(async (tx) => {
      await tx.knex('reported_events').where({ organization_id: usual }).count();
      const client = new pg.Client({ connectionString: database.url, statement_timeout: 500 });
      await client.connect();
      const detached = await client
        .query('ALTER TABLE reported_events DETACH PARTITION reported_events_2026_04 CONCURRENTLY')
        .then(
          () => 'detached',
          (error: unknown) => (error as { readonly code: string }).code,
        );
      await client.end();
      expect(detached).to.equal('57014');
    });
    await readers.close();
    await sweep({}, contextOn(database.db, clock));
    const { rows } = await knex.raw<{ rows: unknown[] }>("SELECT to_regclass('reported_events_2026_04') AS found");
    expect(rows).to.deep.equal([{ found: null }]);
  });

  it('lets writers write while a month is removed', async () => {
    const { db } = database;
    await db.knex.raw("SELECT create_reported_event_partitions('2026-05-01', 1)");
    const writers = await openDatabase({ url: database.url });
    let isRunning = true;
    const waits: number[] = [];
    const write = async (): Promise<void> => {
      while (isRunning) {
        const began = performance.now();
        await insert(writers.db, usual, '2026-11-23T12:00:00.000Z');
        waits.push(performance.now() - began);
        await delay(1);
      }
    };
    // A transaction that has read the month holds the removal up, and must not hold the writers up.
    const reader = await openDatabase({ url: database.url });
    const read = Promise.withResolvers<undefined>();
    const reading = reader.db.transaction(async (tx) => {
      await tx.knex('reported_events').where({ organization_id: usual }).count();
      read.resolve(undefined);
      await delay(1500);
    });
    await read.promise;
    const writing = [write(), write()];
    await sweep({}, contextOn(db, clock));
    isRunning = false;
    await Promise.all([...writing, reading]);
    await Promise.all([writers.close(), reader.close()]);
    expect(waits.length).to.be.above(20);
    expect(Math.max(...waits)).to.be.below(1000);
    expect(await db.knex('pg_class').where({ relname: 'reported_events_2026_05' })).to.deep.equal([]);
  });

  it('deletes the events and counts of a deleted project', async () => {
    const project_id = newId();
    await insert(database.db, usual, '2026-11-01T00:00:00.000Z', project_id);
    const before = await counted(usual);
    await eraseProjectEvents({ organization_id: usual, project_id }, contextOn(database.db, clock));
    expect(await database.db.knex('reported_events').where({ organization_id: usual, project_id })).to.deep.equal([]);
    expect(await counted(usual)).to.equal(before - 1);
  });
});
