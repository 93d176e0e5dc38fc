import { handOverBatch } from '../../src/outbox/relay.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { openDatabase } from '../../src/platform/database.ts';
import type { Db } from '../../src/platform/database.ts';
import { silentLogger } from './silent-logger.ts';

// A relay that gets as far as its batch's last statement, says `ready`, and never commits: to be killed there.

const { db } = await openDatabase({ url: process.argv[2]! });
const hanging: Db = {
  ...db,
  transaction: (work) =>
    db.transaction(async (tx) => {
      const result = await work(tx);
      console.log('ready');
      await new Promise(() => undefined);
      return result;
    }),
};
await handOverBatch({
  db: hanging,
  clock: systemClock,
  logger: silentLogger,
  subscriptions: [{ name: 'witness', events: 'all' }],
});
