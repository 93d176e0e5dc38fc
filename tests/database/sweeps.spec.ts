import { expect } from 'chai';
import { sweepAuth } from '../../src/modules/auth/auth.jobs.ts';
import { sweepOrganizations } from '../../src/modules/organizations/organizations.jobs.ts';
import { sweepSessions } from '../../src/modules/sessions/sessions.jobs.ts';
import { sweepUsage } from '../../src/modules/usage/usage.jobs.ts';
import { DAY_MS, HOUR_MS } from '../../src/platform/durations.ts';
import { newId } from '../../src/platform/ids.ts';
import type { JobContext } from '../../src/queue/job-context.ts';
import { createManualClock } from '../support/clock.ts';
import { useDatabase } from '../support/use-database.ts';
import { contextOn } from '../support/steps-that-hang.ts';

interface Swept {
  readonly sweep: (payload: Readonly<Record<string, never>>, context: JobContext) => unknown;
  readonly table: string;
  /** The column that says how old a row is. */
  readonly time: string;
  readonly keptMs: number;
  /** How much younger or older a row has to be to count as such. */
  readonly stepMs?: number;
  /** The other columns of a row; no two have the same number. */
  readonly row: (number: number) => Readonly<Record<string, unknown>>;
}

// The sweeps whose rows have a test of their own are not here: sessions, tokens, throttles, counted mails, stored
// responses (tests/system/background.spec.ts), violations, accounts and imports.
describe('what sweeps remove', function () {
  this.timeout(60_000);
  const clock = createManualClock('2026-11-23T12:00:00.000Z');
  const now = clock.now();
  const times = { created_at: now, updated_at: now };
  const user_id = newId();
  const organization_id = newId();
  const database = useDatabase();

  before(async () => {
    const { knex } = database.db;
    await knex('users').insert({ id: user_id, email: 'ada@example.org', name: 'Ada', ...times });
    await knex('organizations').insert({ id: organization_id, name: 'Analytical', slug: 'analytical', ...times });
  });

  const invitation = (number: number) => ({
    ...{ id: newId(), organization_id, email: `invited-${number}@example.org`, role: 'member' },
    ...{ token_hash: Buffer.alloc(32, number), ...times },
  });
  const table: readonly Swept[] = [
    {
      ...{ sweep: sweepSessions, table: 'user_addresses', time: 'last_seen_at', keptMs: 90 * DAY_MS },
      row: (number) => ({ user_id, source: `192.0.2.${number}` }),
    },
    {
      ...{ sweep: sweepSessions, table: 'user_places', time: 'last_seen_at', keptMs: 90 * DAY_MS },
      row: (number) => ({ user_id, network: `192.0.${number}.0/24`, agent: 'curl' }),
    },
    {
      ...{ sweep: sweepAuth, table: 'mfa_challenges', time: 'expires_at', keptMs: 0 },
      row: (number) => ({ token_hash: Buffer.alloc(32, number), user_id, created_at: now }),
    },
    {
      ...{ sweep: sweepUsage, table: 'operation_usage', time: 'used_on', keptMs: 90 * DAY_MS, stepMs: DAY_MS },
      row: (number) => ({
        ...{ credential_id: newId(), credential_type: 'api_key', user_id },
        ...{ version: 'v2', operation_id: 'getTask', requests: number },
      }),
    },
    {
      ...{ sweep: sweepUsage, table: 'key_usage', time: 'last_used_on', keptMs: 90 * DAY_MS, stepMs: DAY_MS },
      row: () => ({
        ...{ credential_id: newId(), organization_id: newId(), user_id, version: 'v2', operation_id: 'getTask' },
        ...{ query_parameters: '{}', body_fields: '{}' },
      }),
    },
    {
      ...{ sweep: sweepOrganizations, table: 'invitations', time: 'expires_at', keptMs: 90 * DAY_MS },
      row: (number) => ({ ...invitation(number), status: 'revoked' }),
    },
    {
      ...{ sweep: sweepOrganizations, table: 'invitation_mails', time: 'window_began_at', keptMs: 2 * DAY_MS },
      row: (number) => ({ email: `counted-${number}@example.org`, sent: number }),
    },
    {
      ...{ sweep: sweepOrganizations, table: 'organizations', time: 'deleted_at', keptMs: DAY_MS },
      row: () => ({ id: newId(), name: 'deleted', slug: null, ...times }),
    },
  ];

  for (const { sweep, table: name, time, keptMs, stepMs = HOUR_MS, row } of table) {
    it(`${name}: rows beyond their ${keptMs / DAY_MS} days, and no other`, async () => {
      const { db } = database;
      const at = (ms: number): Date => new Date(now.getTime() - keptMs - ms);
      const [old, recent] = [
        { ...row(1), [time]: at(stepMs) },
        { ...row(2), [time]: at(-stepMs) },
      ];
      await db.knex(name).insert([old, recent]);
      await sweep({}, contextOn(db, clock));
      const left = (await db.knex(name).whereNotNull(time).pluck(time)) as unknown[];
      const kept = at(-stepMs).toISOString();
      const expected = stepMs === DAY_MS ? kept.slice(0, 10) : kept;
      expect(left).to.deep.equal([expected]);
      await db.knex(name).whereNotNull(time).delete();
    });
  }

  it('writes down that an invitation has expired, and leaves one that waits', async () => {
    const { db } = database;
    const pending = (number: number, ms: number) => ({
      ...{
        ...invitation(number),
        status: 'pending',
        expires_at: new Date(now.getTime() + ms),
        updated_at: '2026-01-01T00:00:00.000Z',
      },
    });
    await db.knex('invitations').insert([pending(3, 0), pending(4, 1)]);
    await sweepOrganizations({}, contextOn(db, clock));
    const rows = await db.knex('invitations').orderBy('expires_at').select('status', 'version', 'updated_at');
    expect(rows).to.deep.equal([
      { status: 'expired', version: 2, updated_at: now.toISOString() },
      { status: 'pending', version: 1, updated_at: '2026-01-01T00:00:00.000Z' },
    ]);
  });
});
