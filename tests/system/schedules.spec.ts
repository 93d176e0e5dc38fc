import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { globSync, readFileSync } from 'node:fs';
import { expect } from 'chai';
import { parseCronItems } from 'graphile-worker';
import { openContext } from '../../src/app.ts';
import { ownSchedules, startBackground } from '../../src/background.ts';
import { loadConfig } from '../../src/config.ts';
import { createModules } from '../../src/modules/modules.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../src/platform/durations.ts';
import type { Db } from '../../src/platform/database.ts';
import type { Part } from '../../src/platform/close-in-order.ts';
import type { JobEnd, Schedule } from '../../src/queue/worker.ts';
import { createScratchDatabase, type ScratchDatabase } from '../support/database.ts';
import { eventually } from '../support/eventually.ts';
import { silentLogger } from '../support/silent-logger.ts';

const root = join(import.meta.dirname, '../..');

/** Every job that the clock starts, from the declarations of their payloads. */
const scheduledJobs = globSync('src/**/*.ts', { cwd: root })
  .flatMap((file) => [...readFileSync(join(root, file), 'utf8').matchAll(/^ +'([a-z_.]+)': Scheduled;$/gm)])
  .map(([, name = '']) => name)
  .sort();

/** How often each of them runs at least; what is not named here, every hour. */
const longestMs: Readonly<Record<string, number>> = {
  'contract.sweep': DAY_MS,
  'error_alerts.evaluate': MINUTE_MS,
  'error_alerts.sweep': DAY_MS,
  'events.create_partitions': DAY_MS,
  'events.merge_counts': MINUTE_MS,
  'imports.sweep': 5 * MINUTE_MS,
  'incidents.follow_up': MINUTE_MS,
  'incidents.sweep': DAY_MS,
  'source_maps.sweep': DAY_MS,
  'usage.sweep': DAY_MS,
};

/** What nothing else makes up for, where a day goes by without a worker. */
const madeUpFor = ['events.create_partitions', 'usage.sweep'];

/** The longest time between two runs, within three days. */
function longestPauseMs({ job, cron }: Schedule): number {
  const [item] = parseCronItems([{ task: job, match: cron }]);
  const times: number[] = [];
  for (let minute = 0; minute < 3 * 24 * 60; minute++) {
    const at = new Date(Date.UTC(2026, 10, 28) + minute * 60_000);
    const [month, date, dow] = [at.getUTCMonth() + 1, at.getUTCDate(), at.getUTCDay()];
    if (item!.match({ min: at.getUTCMinutes(), hour: at.getUTCHours(), date, month, dow })) times.push(at.getTime());
  }
  return Math.max(...times.slice(1).map((time, index) => time - times[index]!));
}

describe('the jobs that the clock starts', function () {
  this.timeout(60_000);
  let scratch: ScratchDatabase;
  let db: Db;
  let parts: readonly Part[] = [];
  let schedules: readonly Schedule[];
  let dataDir: string;
  const ends: JobEnd[] = [];

  before(async () => {
    scratch = await createScratchDatabase();
    dataDir = await mkdtemp(join(tmpdir(), 'architect-schedules-'));
    const config = loadConfig({ NODE_ENV: 'test', DATA_DIR: dataDir, DATABASE_URL: scratch.url });
    const opened = await openContext(config, { logger: silentLogger }, () => true);
    db = opened.context.store.db;
    // As a worker leaves it that has not run for a little more than a day.
    await db.knex.raw(
      `INSERT INTO graphile_worker._private_known_crontabs (identifier, known_since, last_execution)
        SELECT name, now() - interval '30 days', date_trunc('minute', now()) - interval '25 hours'
          FROM unnest(?::text[]) AS name`,
      [madeUpFor],
    );
    const modules = createModules(opened.context);
    schedules = [...ownSchedules, ...modules.schedules];
    const background = await startBackground(opened.context, modules, {
      mailer: { send: () => Promise.resolve() },
      onJobEnd: (end) => ends.push(end),
    });
    parts = [...background, ...opened.parts];
  });
  after(async () => {
    for (const { close } of parts) await close();
    await scratch.drop();
    await rm(dataDir, { recursive: true });
  });

  it('have a schedule each, and none is of another job', () => {
    expect(scheduledJobs).to.have.length.above(8);
    expect(schedules.map(({ job }) => job).sort()).to.deep.equal(scheduledJobs);
  });

  for (const job of scheduledJobs) {
    it(`${job} runs as often as it has to`, () => {
      const schedule = schedules.find((one) => one.job === job)!;
      expect(longestPauseMs(schedule)).to.equal(longestMs[job] ?? HOUR_MS);
    });
  }

  it('reach the queue, which keeps the clock of all of them', async () => {
    await eventually(async () => {
      const known = await db.knex('graphile_worker._private_known_crontabs').pluck<string[]>('identifier');
      expect(known.sort()).to.deep.equal(scheduledJobs);
    });
  });

  it('make up for the day in which no worker ran', async () => {
    await eventually(() => {
      const names = new Set(ends.filter(({ outcome }) => outcome === 'done').map(({ name }) => name));
      expect([...names]).to.include.members(madeUpFor);
      return Promise.resolve();
    });
  });
});
