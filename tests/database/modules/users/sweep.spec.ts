import { expect } from 'chai';
import { createUserSweep } from '../../../../src/modules/users/users.jobs.ts';
import { DAY_MS } from '../../../../src/platform/durations.ts';
import { newId } from '../../../../src/platform/ids.ts';
import { createManualClock } from '../../../support/clock.ts';
import { useDatabase } from '../../../support/use-database.ts';
import { contextOn } from '../../../support/steps-that-hang.ts';

describe('the sweep of accounts that nobody has opened', function () {
  this.timeout(60_000);
  const clock = createManualClock('2026-11-23T12:00:00.000Z');
  const keptMs = 30 * DAY_MS;
  const old = new Date(clock.now().getTime() - keptMs);
  const database = useDatabase();
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

  it('leaves accounts that are open, closed or members, or have a link that is not used', async () => {
    const { knex } = database.db;
    const accounts = ['verified', 'closed', 'member', 'linked', 'used', 'forgotten'].map((name) => ({
      ...user(0, old),
      ...{ email: `${name}@example.org`, email_verified_at: name === 'verified' ? old : null },
      deactivated_at: name === 'closed' ? old : null,
    }));
    const idOf = (name: string) => accounts.find(({ email }) => email === `${name}@example.org`)!.id;
    await knex('users').insert(accounts);
    const times = { created_at: old, updated_at: old };
    const organization_id = newId();
    await knex('organizations').insert({ id: organization_id, name: 'Analytical', slug: 'analytical', ...times });
    await knex('organization_members').insert({ organization_id, user_id: idOf('member'), role: 'viewer', ...times });
    const token = (name: string, number: number, used_at: Date | null) => ({
      ...{ token_hash: Buffer.alloc(32, number), user_id: idOf(name), purpose: 'password_reset' },
      ...{ created_at: old, expires_at: old, used_at },
    });
    await knex('one_time_tokens').insert([token('linked', 1, null), token('used', 2, old)]);
    await sweep();
    const kept = ['verified', 'closed', 'member', 'linked'].map((name) => `${name}@example.org`);
    expect(await left()).to.have.members(kept);
  });

  it('stops between two accounts when the process is about to stop, to go on later', async () => {
    await database.db.knex('users').insert([user(1, old), user(2, old)]);
    const failure = await sweep(AbortSignal.abort()).catch((error: unknown) => error);
    expect(failure).to.have.property('name', 'JobInterrupted');
    expect(await left()).to.have.length(2);
  });
});
