import { expect } from 'chai';
import { createServiceNotes, readServiceState } from '../../../src/queue/external-services.ts';
import { readJobStats } from '../../../src/queue/job-stats.ts';
import type { Db } from '../../../src/platform/database.ts';
import { createManualClock } from '../../support/clock.ts';
import { useDatabase } from '../../support/use-database.ts';
import { eventually } from '../../support/eventually.ts';

describe('what is known of the queue', function () {
  this.timeout(60_000);
  const database = useDatabase();
  let db: Db;

  before(() => {
    ({ db } = database);
  });

  describe('jobs', () => {
    /** A job that was due so many seconds ago, in a state. */
    async function add(name: string, seconds: number, state: Readonly<Record<string, unknown>> = {}): Promise<void> {
      const { rows } = await db.knex.raw<{ rows: { id: string }[] }>(
        'SELECT id FROM graphile_worker.add_job(?, max_attempts := 3, run_at := now() - make_interval(secs => ?))',
        [name, seconds],
      );
      if (Object.keys(state).length > 0)
        await db.knex('graphile_worker._private_jobs').where({ id: rows[0]!.id }).update(state);
    }
    const running = () => ({ locked_at: db.knex.fn.now(), locked_by: 'worker-1' });

    it('wait from when they are due until they run; those that were given up are counted apart', async () => {
      await add('waiting', 60);
      await add('waiting', 600, running());
      await add('waiting', -600);
      await add('given_up', 60, { attempts: 3 });
      await add('given_up', 600, { attempts: 3, ...running() });
      await add('running', 600, running());
      const stats = await readJobStats(db);
      const rounded = Object.entries(stats).map(([name, { oldestSeconds, ...counts }]) => [
        name,
        { ...counts, oldestSeconds: Math.round(oldestSeconds / 10) * 10 },
      ]);
      expect(Object.fromEntries(rounded)).to.deep.equal({
        waiting: { depth: 2, dead: 0, oldestSeconds: 60 },
        given_up: { depth: 0, dead: 1, oldestSeconds: 0 },
        running: { depth: 1, dead: 0, oldestSeconds: 0 },
      });
    });
  });

  describe('a server outside', () => {
    const clock = createManualClock('2026-11-23T12:00:00.000Z');
    const start = clock.now();
    const up = { isUp: true, reason: '' };
    const down = (reason: string) => ({ isUp: false, reason });
    beforeEach(async () => {
      clock.set(start);
      await db.knex('external_services').delete();
    });
    const after = (ms: number): string => new Date(start.getTime() + ms).toISOString();
    const noted = async () =>
      (await db.knex('external_services').select<object[]>('succeeded_at', 'failed_at', 'failure'))[0];

    it('is unknown until something was delivered to it', async () => {
      expect(await readServiceState(db, 'mail')).to.equal(undefined);
    });

    it('is as its last delivery was; why one failed stays written down', async () => {
      const note = createServiceNotes('mail', { db, clock, onError: (error) => expect.fail(String(error)) });
      const steps = [
        [1000, down('x'.repeat(600)), { succeeded_at: null, failed_at: after(1000), failure: 'x'.repeat(500) }, false],
        [2000, up, { succeeded_at: after(2000), failed_at: after(1000), failure: 'x'.repeat(500) }, true],
        [3000, down('closed'), { succeeded_at: after(2000), failed_at: after(3000), failure: 'closed' }, false],
        [3001, up, { succeeded_at: after(3001), failed_at: after(3000), failure: 'closed' }, true],
      ] as const;
      for (const [ms, outcome, row, isUp] of steps) {
        clock.set(after(ms));
        note(outcome);
        await eventually(async () => expect(await noted()).to.deep.equal(row));
        expect(await readServiceState(db, 'mail')).to.include({ isUp });
      }
    });

    it('is written down again after ten seconds where nothing changes, and no sooner', async () => {
      const written: string[] = [];
      const counting: Db = {
        ...db,
        query: (_statement, values) => {
          written.push((values[2] as Date).toISOString());
          return Promise.resolve([]);
        },
      };
      const note = createServiceNotes('mail', { db: counting, clock, onError: () => undefined });
      for (const ms of [0, 1, 9999, 10_000, 19_999, 20_000]) {
        clock.set(after(ms));
        note(up);
      }
      expect(written).to.deep.equal([after(0), after(10_000), after(20_000)]);
    });

    it('is written down at the next delivery where it could not be', async () => {
      let isAway = true;
      const errors: unknown[] = [];
      const fragile: Db = {
        ...db,
        query: (statement, values) =>
          isAway ? Promise.reject(new Error('the database is away')) : db.query(statement, values),
      };
      const note = createServiceNotes('mail', { db: fragile, clock, onError: (error) => errors.push(error) });
      note(down('closed'));
      await eventually(() => Promise.resolve(expect(errors).to.have.length(1)));
      isAway = false;
      clock.set(after(1));
      note(down('closed'));
      await eventually(async () => expect(await noted()).to.include({ failed_at: after(1) }));
    });
  });
});
