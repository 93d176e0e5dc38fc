import { expect } from 'chai';
import { openDatabase, type Database } from '../../src/platform/database.ts';
import { WorkerDiedError, runInSteps } from '../../src/queue/resumable.ts';
import { createScratchDatabase, type ScratchDatabase } from '../support/database.ts';
import { killHard, startProgram } from '../support/killed-process.ts';
import { contextOn } from '../support/steps-that-hang.ts';

const program = new URL('../support/steps-that-hang.ts', import.meta.url).pathname;

describe('work in steps whose process dies', function () {
  this.timeout(60_000);
  let scratch: ScratchDatabase;
  let database: Database;

  beforeEach(async () => {
    scratch = await createScratchDatabase();
    database = await openDatabase({ url: scratch.url });
  });
  afterEach(async () => {
    await database.close();
    await scratch.drop();
  });

  /** Kills a process after so many steps. */
  const die = async (steps: number): Promise<void> => killHard(await startProgram(program, scratch.url, String(steps)));
  const resume = async (fail = false): Promise<number[]> => {
    const seen: number[] = [];
    await runInSteps<number, undefined>(contextOn(database.db), {
      key: 'hanging',
      actor: undefined,
      start: 0,
      deathsMax: 2,
      step: (_unit, at) => {
        seen.push(at);
        return fail ? Promise.reject(new Error('not yet')) : Promise.resolve(undefined);
      },
    });
    return seen;
  };
  const errorOf = (work: Promise<unknown>): Promise<unknown> =>
    work.then(
      () => undefined,
      (error: unknown) => error,
    );

  it('continues after one death', async () => {
    await die(0);
    expect(await resume()).to.deep.equal([0]);
  });

  it('fails after two deaths at the same cursor', async () => {
    await die(0);
    await die(0);
    expect(await errorOf(resume())).to.be.an.instanceOf(WorkerDiedError);
  });

  it('fails after two deaths in the same step', async () => {
    await die(3);
    await die(0);
    expect(await errorOf(resume())).to.be.an.instanceOf(WorkerDiedError);
  });

  it('continues after any number of deaths if it makes progress', async () => {
    for (let death = 0; death < 4; death++) await die(1);
    expect(await resume()).to.deep.equal([4]);
  });

  it('does not count an error as a death', async () => {
    for (let failure = 0; failure < 4; failure++)
      expect(await errorOf(resume(true))).to.include({ message: 'not yet' });
    await die(0);
    expect(await resume()).to.deep.equal([0]);
  });

  it('counts its start anew where the same process takes it up again after an error', async () => {
    const starts: unknown[] = [];
    const run = (fail: boolean): Promise<void> =>
      runInSteps<number, undefined>(contextOn(database.db), {
        key: 'hanging',
        actor: undefined,
        start: 0,
        deathsMax: 2,
        step: async ({ db }) => {
          starts.push(...(await db.knex('job_cursors').where({ key: 'hanging' }).pluck<number[]>('open_starts')));
          if (fail) throw new Error('not yet');
          return undefined;
        },
      });
    expect(await errorOf(run(true))).to.include({ message: 'not yet' });
    expect(await database.db.knex('job_cursors').pluck('open_starts')).to.deep.equal([0]);
    await run(false);
    expect(starts).to.deep.equal([1, 1]);
  });

  it('does not count an outage as a death, after which the same process cannot note the end of its start', async () => {
    const { db } = database;
    const context = contextOn({
      ...db,
      query: (statement, values) =>
        statement.name === 'job_cursor_end' ? Promise.reject(new Error('unavailable')) : db.query(statement, values),
    });
    const work = { key: 'hanging', actor: undefined, start: 0, deathsMax: 2 };
    const step = () => Promise.reject(new Error('not yet'));
    for (let failure = 0; failure < 4; failure++)
      expect(await errorOf(runInSteps(context, { ...work, step }))).to.include({
        message: 'not yet',
      });
    expect(await resume()).to.deep.equal([0]);
  });
});
