import { createWorker } from '../../src/queue/worker.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { openDatabase } from '../../src/platform/database.ts';
import { countingTask } from './counting-job.ts';
import { silentLogger } from './silent-logger.ts';

// A worker that does three steps of a job, prints `ready` in the fourth and hangs, so that a test can kill it there.

const url = process.argv[2]!;
const { db } = await openDatabase({ url });
const onStep = async (step: number): Promise<void> => {
  if (step < 4) return;
  console.log('ready');
  await new Promise(() => undefined);
};
await createWorker({
  connectionString: url,
  db,
  clock: systemClock,
  logger: silentLogger,
  tasks: { 'mail.send': countingTask({ last: 6, onStep }) },
});
