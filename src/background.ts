// The other half of the composition root: what works beside requests. Only app.ts knows it.
import { sweepResponses } from './contract/unit/idempotency.ts';
import { startSealer } from './audit/seal.ts';
import { createDelivery, type Subscriber } from './outbox/delivery.ts';
import type { SignallingDb } from './outbox/commit-signal.ts';
import { createEventPartitions } from './outbox/event-partitions.ts';
import { deliveryJobName } from './outbox/job-specs.ts';
import { startRelay } from './outbox/relay.ts';
import type { JobTasks } from './queue/job-context.ts';
import { createMailTask, createSendMail, MAIL_PURPOSE, type MailSender } from './queue/mail-job.ts';
import { createWorker, type JobEnd, type Schedule } from './queue/worker.ts';
import { createLinkTask, sweepAuth } from './modules/auth/auth.jobs.ts';
import type { LinkSettings } from './modules/auth/auth.types.ts';
import { createSuspicionWarning } from './modules/auth/log-in/suspicion.subscriber.ts';
import { sweepContract } from './modules/contract/contract.jobs.ts';
import { runImport } from './modules/imports/imports.jobs.ts';
import { eraseOrganization, sweepOrganizations } from './modules/organizations/organizations.jobs.ts';
import { sweepSessions } from './modules/sessions/sessions.jobs.ts';
import { sweepUsage } from './modules/usage/usage.jobs.ts';
import { unassignFormerMember } from './modules/tasks/release/task-unassignment.jobs.ts';
import { unassignment } from './modules/tasks/release/task-unassignment.subscriber.ts';
import { createUserSweep } from './modules/users/users.jobs.ts';
import type { Clock } from './platform/clock.ts';
import type { Keyring } from './platform/crypto.ts';
import type { Db } from './platform/database.ts';
import type { Logger } from './platform/logger.ts';

interface BackgroundOptions {
  readonly databaseUrl: string;
  /** The store as requests and jobs use it: its commits wake the relay and the sealer. */
  readonly store: SignallingDb;
  /** The same store without the signal, for the two that it wakes. */
  readonly quietDb: Db;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly mailer: MailSender;
  readonly keyring: Pick<Keyring, 'cipher'>;
  /** Links in mails begin with it. */
  readonly publicUrl: string;
  readonly unverifiedUsersKeptMs: number;
  readonly onJobEnd: (end: JobEnd) => void;
}

const DAY_MS = 24 * 60 * 60 * 1000;
/** Responses are promised for a day; a little more lets a retry at the last moment find its own. */
const RESPONSES_KEPT_MS = 25 * 60 * 60 * 1000;

/** Who hears of events. */
function createSubscribers(links: LinkSettings): readonly Subscriber[] {
  return [unassignment, createSuspicionWarning(links)];
}

const schedules: readonly Schedule[] = [
  { job: 'events.create_partitions', cron: '10 0 * * *', catchUpMs: 2 * DAY_MS },
  { job: 'idempotency.sweep', cron: '5 * * * *' },
  { job: 'sessions.sweep', cron: '15 * * * *' },
  { job: 'auth.sweep', cron: '25 * * * *' },
  { job: 'usage.sweep', cron: '35 0 * * *', catchUpMs: 2 * DAY_MS },
  { job: 'contract.sweep', cron: '35 3 * * *' },
  { job: 'organizations.sweep', cron: '35 * * * *' },
  { job: 'users.sweep', cron: '45 * * * *' },
];

/** Starts the worker, the relay and the sealer; what it returns ends them, each after what it is doing. */
export async function startBackground(options: BackgroundOptions): Promise<() => Promise<void>> {
  const { databaseUrl, store, quietDb, clock, logger, onJobEnd } = options;
  const links = { publicUrl: options.publicUrl, sendMail: createSendMail(options.keyring) };
  const subscribers = createSubscribers(links);
  const worker = await createWorker({
    connectionString: databaseUrl,
    db: store.db,
    clock,
    logger,
    tasks: createTasks(options, { subscribers, links }),
    schedules,
    onEnd: onJobEnd,
  });
  const relay = startRelay({ db: quietDb, clock, logger, subscriptions: subscribers });
  const sealer = startSealer({ db: quietDb, logger });
  store.onCommit(() => {
    relay.nudge();
    sealer.nudge();
  });
  return async () => {
    // What the last jobs have recorded is still handed over and sealed.
    await worker.stop();
    await relay.stop();
    await sealer.stop();
  };
}

function createTasks(
  options: BackgroundOptions,
  { subscribers, links }: { readonly subscribers: readonly Subscriber[]; readonly links: LinkSettings },
): JobTasks {
  const { mailer, keyring, store, clock, logger } = options;
  const deliveries = subscribers.map((subscriber) => {
    const deliver = createDelivery(subscriber, { db: store.db, clock, logger });
    return [deliveryJobName(subscriber.name), deliver] as const;
  });
  return {
    ...Object.fromEntries(deliveries),
    'mail.send': createMailTask(mailer, keyring.cipher(MAIL_PURPOSE)),
    'imports.run': runImport,
    'tasks.unassign': unassignFormerMember,
    'organizations.erase': eraseOrganization,
    'organizations.sweep': sweepOrganizations,
    'sessions.sweep': sweepSessions,
    'users.sweep': createUserSweep({ keptMs: options.unverifiedUsersKeptMs }),
    'auth.sweep': sweepAuth,
    'auth.send_link': createLinkTask(links),
    'usage.sweep': sweepUsage,
    'contract.sweep': sweepContract,
    'events.create_partitions': async (_payload, context) => {
      await createEventPartitions(context.db, context.clock.now());
    },
    'idempotency.sweep': (_payload, context) =>
      sweepResponses(context.db, new Date(context.clock.now().getTime() - RESPONSES_KEPT_MS)),
  };
}
