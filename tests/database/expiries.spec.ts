import { expect } from 'chai';
import { authenticateApiKey, listApiKeysOf } from '../../src/modules/api-keys/api-keys.repository.ts';
import { findRegistration, findReset } from '../../src/modules/auth/auth.repository.ts';
import { attemptChallenge, findChallenge } from '../../src/modules/auth/mfa/mfa.repository.ts';
import * as invitations from '../../src/modules/organizations/invitations/invitations.repository.ts';
import * as administration from '../../src/modules/sessions/administration/administration.repository.ts';
import * as sessions from '../../src/modules/sessions/sessions.repository.ts';
import { livenessAt } from '../../src/modules/sessions/sessions.service.ts';
import type { Db } from '../../src/platform/database.ts';
import { HOUR_MS } from '../../src/platform/durations.ts';
import { newId } from '../../src/platform/ids.ts';
import { useDatabase } from '../support/use-database.ts';

// Whatever ends at a time works until then, and from then on no more, whichever statement looks.

/** When it ends. */
const end = new Date('2026-11-23T12:00:00.000Z');
const at = (ms: number): Date => new Date(end.getTime() + ms);
const user_id = newId();
const organization_id = newId();
const email = 'ada@example.org';
const hash = Buffer.alloc(32, 1);
const otherHash = Buffer.alloc(32, 2);
const id = newId();

type Row = Readonly<Record<string, unknown>>;
/** Whether a statement takes the row for one that works; a statement that removes or changes it may be asked once. */
type IsLive = (db: Db, now: Date) => Promise<boolean>;

interface Ending {
  readonly table: string;
  /** The row in each form in which its time is the end. */
  readonly rows: Readonly<Record<string, Row>>;
  readonly statements: Readonly<Record<string, IsLive>>;
}

const page = { limit: 10, sort: 'created_at', descending: true, after: undefined, include_total: false };
const some = (rows: readonly unknown[]): boolean => rows.length > 0;
const is = (row: unknown): boolean => row !== undefined;

const session = {
  ...{ id, user_id, organization_id, token_hash: hash, address: '192.0.2.1', created_at: at(-24 * HOUR_MS) },
  ...{ last_active_at: at(-HOUR_MS), expires_at: at(HOUR_MS) },
};
const key = {
  ...{ id, organization_id, user_id, name: 'CI', hint: '…abcd', token_hash: hash, scopes: ['tasks:read'] },
  ...{ expires_at: null, created_at: at(-HOUR_MS), updated_at: at(-HOUR_MS) },
};
const token = { token_hash: hash, user_id, created_at: at(-HOUR_MS), expires_at: end };
const invitation = {
  ...{ id, organization_id, email, role: 'member', status: 'pending', token_hash: hash, expires_at: end },
  ...{ created_at: at(-HOUR_MS), updated_at: at(-HOUR_MS) },
};
const bounds = (now: Date) => ({ now, attemptsMax: 5 });
const statesOf = async (db: Db, now: Date, status?: readonly ('pending' | 'expired')[]) =>
  (await invitations.listInvitationRows(db, organization_id, { status }, { page, now })).rows.map((row) => row.status);

const endings: Readonly<Record<string, Ending>> = {
  'a session': {
    table: 'sessions',
    rows: {
      'its time is over': { ...session, expires_at: end },
      'it was idle for twelve hours': { ...session, last_active_at: at(-12 * HOUR_MS) },
    },
    statements: {
      authenticate: async (db, now) => is(await sessions.authenticateSession(db, hash, undefined, livenessAt(now))),
      list: async (db, now) => some((await sessions.listSessionRows(db, user_id, livenessAt(now), page)).rows),
      take: async (db, now) => is(await sessions.takeSession(db, user_id, id, livenessAt(now))),
      'take others': async (db, now) => some(await sessions.takeOtherSessions(db, user_id, null, livenessAt(now))),
      rotate: async (db, now) => {
        const successor = { id: newId(), token_hash: otherHash };
        return is(await sessions.rotateSessionRow(db, { user_id, id }, successor, livenessAt(now)));
      },
      'find as an operator': async (db, now) => is(await administration.findAnySession(db, id, livenessAt(now))),
      'take as an operator': async (db, now) => is(await administration.takeAnySession(db, id, livenessAt(now))),
      'list as an operator': async (db, now) =>
        some((await administration.listAllSessionRows(db, {}, livenessAt(now), page)).rows),
      'list by offset': async (db, now) => {
        const range = { limit: 10, offset: 0 };
        return some((await administration.listAllSessionRowsByOffset(db, {}, livenessAt(now), range)).rows);
      },
      count: async (db, now) => (await administration.countSessions(db, undefined, livenessAt(now))).active === 1,
      'not sweep': async (db, now) => {
        await sessions.deleteEndedSessions(db, livenessAt(now));
        return some(await db.knex('sessions').where({ id }));
      },
    },
  },
  'an API key': {
    table: 'api_keys',
    rows: { 'its time is over': { ...key, expires_at: end } },
    statements: {
      authenticate: async (db, now) => is(await authenticateApiKey(db, hash, now)),
      'list for its owner': async (db, now) => some(await listApiKeysOf(db, user_id, now)),
    },
  },
  'the old secret of an API key': {
    table: 'api_keys',
    rows: {
      'its overlap is over': { ...key, token_hash: otherHash, previous_token_hash: hash, previous_expires_at: end },
      'the time of its key is over': {
        ...{ ...key, token_hash: otherHash, previous_token_hash: hash, previous_expires_at: at(HOUR_MS) },
        expires_at: end,
      },
    },
    statements: { authenticate: async (db, now) => is(await authenticateApiKey(db, hash, now)) },
  },
  'a link that verifies an address': {
    table: 'one_time_tokens',
    rows: { 'its time is over': { ...token, purpose: 'email_verification', name: 'Ada' } },
    statements: { find: async (db, now) => is(await findRegistration(db, hash, now)) },
  },
  'a link that resets a password': {
    table: 'one_time_tokens',
    rows: { 'its time is over': { ...token, purpose: 'password_reset' } },
    statements: { find: async (db, now) => is(await findReset(db, hash, now)) },
  },
  'a challenge for the second factor': {
    table: 'mfa_challenges',
    rows: { 'its time is over': { ...token, attempts: 4 } },
    statements: {
      find: async (db, now) => is(await findChallenge(db, hash, bounds(now))),
      attempt: (db, now) => attemptChallenge(db, hash, bounds(now)),
    },
  },
  'an invitation': {
    table: 'invitations',
    rows: { 'its time is over': invitation },
    statements: {
      'find by its token': async (db, now) => is(await invitations.findOffer(db, hash, user_id, now)),
      lock: async (db, now) => is(await invitations.lockInvitation(db, organization_id, id, now)),
      'list for its addressee': async (db, now) =>
        some((await invitations.listReceivedRows(db, user_id, page, now)).rows),
      'list as pending': async (db, now) => some(await statesOf(db, now, ['pending'])),
      'not list as expired': async (db, now) => !some(await statesOf(db, now, ['expired'])),
      'show as pending': async (db, now) => (await statesOf(db, now))[0] === 'pending',
      'not expire': async (db, now) => {
        await invitations.expireInvitation(db, organization_id, email, now);
        return some(await db.knex('invitations').where({ id, status: 'pending', version: 1 }));
      },
      'not sweep': async (db, now) => {
        await invitations.sweepInvitationRows(db, now);
        return some(await db.knex('invitations').where({ id, status: 'pending', version: 1 }));
      },
    },
  },
};

describe('what ends at a time', function () {
  this.timeout(60_000);
  const database = useDatabase();

  before(async () => {
    const { knex } = database.db;
    const times = { created_at: at(-HOUR_MS), updated_at: at(-HOUR_MS) };
    await knex('users').insert({ id: user_id, email, name: 'Ada', ...times });
    await knex('organizations').insert({ id: organization_id, name: 'Analytical', slug: 'analytical', ...times });
    await knex('organization_members').insert({ organization_id, user_id, role: 'owner', ...times });
  });

  for (const [what, { table, rows, statements }] of Object.entries(endings)) {
    for (const [when, row] of Object.entries(rows)) {
      for (const [statement, isLive] of Object.entries(statements)) {
        it(`${what}, ${statement}: until a millisecond before ${when}`, async () => {
          const { db } = database;
          const liveAt = async (now: Date): Promise<boolean> => {
            await db.knex(table).delete();
            await db.knex(table).insert(row);
            return isLive(db, now);
          };
          expect([await liveAt(at(-1)), await liveAt(end)]).to.deep.equal([true, false]);
        });
      }
    }
  }

  it('an invitation that has expired is in another version', async () => {
    const { db } = database;
    await db.knex('invitations').delete();
    await db.knex('invitations').insert(invitation);
    await invitations.expireInvitation(db, organization_id, email, end);
    const rows = await db.knex('invitations').select<object[]>('status', 'version', 'updated_at');
    expect(rows).to.deep.equal([{ status: 'expired', version: 2, updated_at: end.toISOString() }]);
  });

  it('a challenge ends with its fifth attempt', async () => {
    const { db } = database;
    await db.knex('mfa_challenges').delete();
    await db.knex('mfa_challenges').insert({ ...token, attempts: 0 });
    const now = at(-1);
    for (let attempt = 0; attempt < 5; attempt++) {
      expect(is(await findChallenge(db, hash, bounds(now)))).to.equal(true);
      expect(await attemptChallenge(db, hash, bounds(now))).to.equal(true);
    }
    expect(is(await findChallenge(db, hash, bounds(now)))).to.equal(false);
    expect(await attemptChallenge(db, hash, bounds(now))).to.equal(false);
  });
});
