// The part of the composition root that starts the background work. Only app.ts imports it.
import type { AppContext } from './app-context.ts';
import { startSealer } from './audit/seal.ts';
import { sweepResponses } from './contract/unit/idempotency.ts';
import type { Modules } from './modules/modules.ts';
import { watchPasses } from './modules/incidents/index.ts';
import { createDelivery } from './outbox/delivery.ts';
import { createEventPartitions } from './outbox/event-partitions.ts';
import { deliveryJobName, type OutboxRow } from './outbox/job-specs.ts';
import { startRelay } from './outbox/relay.ts';
import { UntoldChanges } from './outbox/untold-changes.ts';
import type { JobTasks } from './queue/job-context.ts';
import { createMailTask, MAIL_PURPOSE, type MailSender } from './queue/mail-job.ts';
import { createWorker, type JobEnd, type Schedule } from './queue/worker.ts';
import type { Part } from './platform/close-in-order.ts';
import { DAY_MS, HOUR_MS } from './platform/durations.ts';
import { processId } from './platform/process-id.ts';

type Background = Pick<
  AppContext,
  'caches' | 'config' | 'databaseUrl' | 'incidents' | 'store' | 'plainDb' | 'clock' | 'logger' | 'keyring' | 'tracer'
>;
type Work = Pick<Modules, 'jobs' | 'schedules' | 'subscribers'>;

interface Outside {
  readonly mailer: MailSender;
  readonly onJobEnd: (end: JobEnd) => void;
}

/** Returns the names of all jobs that workers run. */
export function jobNamesOf({ jobs, subscribers }: Pick<Work, 'jobs' | 'subscribers'>): readonly string[] {
  const deliveries = subscribers.map(({ name }) => deliveryJobName(name));
  return [...new Set([...Object.keys(jobs), ...deliveries, 'mail.send', ...ownSchedules.map(({ job }) => job)])];
}

/** Responses are guaranteed for 24 hours. One more hour covers a retry at the last moment. */
const RESPONSES_KEPT_MS = 25 * HOUR_MS;

/** Schedules that belong to no module. */
export const ownSchedules: readonly Schedule[] = [
  { job: 'events.create_partitions', cron: '10 0 * * *', catchUpMs: 2 * DAY_MS },
  { job: 'idempotency.sweep', cron: '5 * * * *' },
];

/**
 * Starts the worker, the relay and the sealer.
 * @returns all three, in the order in which they must be closed, so that changes recorded by the last jobs are still
 * relayed and sealed
 */
export async function startBackground(
  context: Background,
  work: Work,
  { mailer, onJobEnd }: Outside,
): Promise<readonly Part[]> {
  const { caches, config, databaseUrl, incidents, store, plainDb, clock, logger, tracer } = context;
  const worker = await createWorker({
    connectionString: databaseUrl,
    db: store.db,
    clock,
    logger,
    tracer,
    tasks: createTasks(context, work, mailer),
    schedules: [...ownSchedules, ...work.schedules],
    onEnd: onJobEnd,
    onLost: (workers) => {
      const message = `${workers.length} workers have died; their jobs returned to the queue`;
      incidents.note({ kind: 'worker', service: 'jobs', title: 'A process that runs jobs was lost', message });
    },
  });
  const untold = new UntoldChanges({ processId });
  const onHandedOver = (rows: readonly OutboxRow[]): void => void caches.invalidate(untold.tagsOf(rows));
  const relay = startRelay({
    ...{ db: plainDb, clock, logger, subscriptions: work.subscribers, onHandedOver },
    watch: watchPasses(incidents, 'relay'),
    onDead: ({ kind, name }, error) => {
      const title = `An outbox row (${kind} ${name}) could not be handed over`;
      incidents.note({ kind: 'outbox', service: name, title, error });
    },
  });
  const sealer = startSealer({ db: plainDb, logger, watch: watchPasses(incidents, 'sealer') });
  store.onCommit((_tags, isCertain) => {
    untold.note(isCertain);
    relay.wake();
    sealer.wake();
  });
  return [
    { name: 'the job queue', close: () => worker.stop(config.shutdown.limitMs / 2) },
    { name: 'the relay', close: () => relay.stop() },
    { name: 'the sealer', close: () => sealer.stop() },
  ];
}

function createTasks({ keyring, store, clock, logger }: Background, work: Work, mailer: MailSender): JobTasks {
  const deliveries = work.subscribers.map((subscriber) => {
    const deliver = createDelivery(subscriber, { db: store.db, clock, logger });
    return [deliveryJobName(subscriber.name), deliver] as const;
  });
  return {
    ...work.jobs,
    ...Object.fromEntries(deliveries),
    'mail.send': createMailTask(mailer, keyring.cipher(MAIL_PURPOSE)),
    'events.create_partitions': async (_payload, context) => {
      await createEventPartitions(context.db, context.clock.now());
    },
    'idempotency.sweep': (_payload, context) =>
      sweepResponses(context.db, new Date(context.clock.now().getTime() - RESPONSES_KEPT_MS)),
  };
}
