import { handOverBatch } from '../../src/outbox/relay.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { openDatabase } from '../../src/platform/database.ts';
import type { Db } from '../../src/platform/database.ts';
import { silentLogger } from './silent-logger.ts';

// A relay that runs the last statement of a batch, prints `ready` and hangs before the commit, so that a test can kill
// it there.

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
