import { expect } from 'chai';
import { createUserSweep } from '../../../../src/modules/users/users.jobs.ts';
import { openDatabase, type Database } from '../../../../src/platform/database.ts';
import { DAY_MS } from '../../../../src/platform/durations.ts';
import { newId } from '../../../../src/platform/ids.ts';
import { createManualClock } from '../../../support/clock.ts';
import { createScratchDatabase, type ScratchDatabase } from '../../../support/database.ts';
import { contextOn } from '../../../support/steps-that-hang.ts';

describe('the sweep of accounts that nobody has opened', function () {
  this.timeout(60_000);
  const clock = createManualClock('2026-11-23T12:00:00.000Z');
  const keptMs = 30 * DAY_MS;
  const old = new Date(clock.now().getTime() - keptMs);
  let scratch: ScratchDatabase;
  let database: Database;

  before(async () => {
    scratch = await createScratchDatabase();
    database = await openDatabase({ url: scratch.url });
  });
  after(async () => {
    await database.close();
    await scratch.drop();
  });
  beforeEach(() => database.db.knex('users').delete());

  const user = (number: number, created_at: Date) => ({
    ...{ id: newId(), email: `${number}@example.org`, name: 'Ada', created_at, updated_at: created_at },
  });
  const left = () => database.db.knex('users').pluck<string[]>('email');
  const sweep = (signal = new AbortController().signal): Promise<unknown> =>
    Promise.resolve(createUserSweep({ keptMs })({}, { ...contextOn(database.db, clock), signal }));

  it('deletes all of them in one run, however many those are', async () => {
    await database.db.knex('users').insert(Array.from({ length: 201 }, (_, number) => user(number, old)));
    await sweep();
    expect(await left()).to.deep.equal([]);
  });

  it('deletes those of thirty days, and no younger ones', async () => {
    await database.db.knex('users').insert([user(1, old), user(2, new Date(old.getTime() + 1))]);
    await sweep();
    expect(await left()).to.deep.equal(['2@example.org']);
  });

  it('stops between two accounts when the process is about to stop, to go on later', async () => {
    await database.db.knex('users').insert([user(1, old), user(2, old)]);
    const failure = await sweep(AbortSignal.abort()).catch((error: unknown) => error);
    expect(failure).to.have.property('name', 'JobInterrupted');
    expect(await left()).to.have.length(2);
  });
});
