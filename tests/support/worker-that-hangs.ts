import { createDelivery } from '../../src/outbox/delivery.ts';
import { createWorker } from '../../src/queue/worker.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { openDatabase } from '../../src/platform/database.ts';
import { silentLogger } from './silent-logger.ts';
import { witness } from './witness.ts';

// A worker that delivers two events of a batch, prints `ready` in the third and hangs, so that a test can kill it
// there.

const url = process.argv[2]!;
const { db } = await openDatabase({ url });
let delivered = 0;
const subscriber = witness('witness', async () => {
  if (++delivered < 3) return;
  console.log('ready');
  await new Promise(() => undefined);
});
const options = { db, clock: systemClock, logger: silentLogger };
await createWorker({
  ...options,
  connectionString: url,
  tasks: { 'events.deliver:witness': createDelivery(subscriber, options) },
});
