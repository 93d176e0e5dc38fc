import { expect } from 'chai';
import {
  hasLoggedInFrom,
  rememberAddress,
} from '../../../../src/modules/sessions/credentials/known-addresses.repository.ts';
import { rememberPlace } from '../../../../src/modules/sessions/suspicion/suspicion.repository.ts';
import { openDatabase, type Database } from '../../../../src/platform/database.ts';
import { DAY_MS, HOUR_MS } from '../../../../src/platform/durations.ts';
import { newId } from '../../../../src/platform/ids.ts';
import { createScratchDatabase, type ScratchDatabase } from '../../../support/database.ts';

describe('where a user has been', function () {
  this.timeout(60_000);
  let scratch: ScratchDatabase;
  let database: Database;
  const user_id = newId();
  const now = new Date('2026-11-23T12:00:00.000Z');
  const ago = (ms: number): Date => new Date(now.getTime() - ms);

  before(async () => {
    scratch = await createScratchDatabase();
    database = await openDatabase({ url: scratch.url });
    const times = { created_at: now, updated_at: now };
    await database.db.knex('users').insert({ id: user_id, email: 'ada@example.org', name: 'Ada', ...times });
  });
  after(async () => {
    await database.close();
    await scratch.drop();
  });

  it('an address is known from the last log-in on, not from the first', async () => {
    const { db } = database;
    await rememberAddress(db, user_id, '192.0.2.1', ago(100 * DAY_MS));
    expect(await hasLoggedInFrom(db, user_id, '192.0.2.1', ago(90 * DAY_MS))).to.equal(false);
    await rememberAddress(db, user_id, '192.0.2.1', ago(80 * DAY_MS));
    expect(await hasLoggedInFrom(db, user_id, '192.0.2.1', ago(90 * DAY_MS))).to.equal(true);
    expect(await hasLoggedInFrom(db, user_id, '192.0.2.1', ago(80 * DAY_MS))).to.equal(false);
  });

  it('an address is one of the user alone', async () => {
    const { db } = database;
    await rememberAddress(db, user_id, '192.0.2.2', now);
    expect(await hasLoggedInFrom(db, newId(), '192.0.2.2', ago(1))).to.equal(false);
    expect(await hasLoggedInFrom(db, user_id, '192.0.2.3', ago(1))).to.equal(false);
  });

  it('a network counts from its last use on, not from the first', async () => {
    const appear = (network: string, agent: string, ms: number) =>
      rememberPlace(database.db, { user_id, network, agent }, { now: ago(ms), hourBefore: ago(ms + HOUR_MS) });
    const first = await appear('192.0.2.0/24', 'curl', 3 * HOUR_MS);
    expect(first).to.deep.equal({ has_any: false, has_network: false, has_agent: false, networks: 1 });
    await appear('192.0.2.0/24', 'curl', HOUR_MS / 2);
    const other = await appear('198.51.100.0/24', 'curl', 0);
    expect(other).to.deep.equal({ has_any: true, has_network: false, has_agent: true, networks: 2 });
    const known = await appear('192.0.2.0/24', 'wget', 0);
    expect(known).to.deep.equal({ has_any: true, has_network: true, has_agent: false, networks: 2 });
  });
});
