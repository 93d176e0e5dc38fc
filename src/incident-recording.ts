// The part of the composition root that creates the log of incidents, and what tells it of failures. Only app.ts imports
// it.
import { hostname } from 'node:os';
import type { AppContext } from './app-context.ts';
import {
  createFailureReports,
  createFailureWriter,
  createIncidentLog,
  dropReasons,
  watchDependencies,
  type IncidentLog,
} from './modules/incidents/index.ts';
import { signalCommits } from './outbox/commit-signal.ts';
import type { Part } from './platform/close-in-order.ts';
import { createFailureLog } from './platform/failure-log.ts';
import { readServiceState } from './queue/external-services.ts';
import { openSideDatabase } from './store.ts';

type Recorded = Pick<
  AppContext,
  'caches' | 'clock' | 'config' | 'database' | 'databaseUrl' | 'group' | 'logger' | 'metrics' | 'redis' | 'replica'
>;

/** Opens the log of incidents. @returns it, and how it is closed */
export function openIncidentLog(context: Recorded): { readonly incidents: IncidentLog; readonly part: Part } {
  const { caches, clock, config, databaseUrl, group, logger, metrics } = context;
  // Counters begin at 0, because increase() does not see the first event of one that begins at 1.
  for (const reason of dropReasons) metrics.incidentReportsDropped.inc({ reason }, 0);
  const side = openSideDatabase(config, databaseUrl);
  const { db, onCommit } = signalCommits(side.db);
  onCommit((tags) => (tags.size === 0 ? undefined : caches.invalidate(tags)));
  if (group.role === 'member') onCommit(group.onCommit);
  const { delayMs: mailDelayMs, repeatMs: mailRepeatMs } = config.incidents;
  const { version } = config.build;
  const origin = { release: `architect@${version}`, environment: config.env, server_name: hostname() };
  const report = createFailureReports(origin);
  const incidents = createIncidentLog({
    writer: createFailureWriter({ db, clock, report, mailDelayMs, mailRepeatMs }),
    clock,
    onDropped: (reason, count) => metrics.incidentReportsDropped.inc({ reason }, count),
    failures: createFailureLog({ logger, subject: 'the log of incidents' }),
  });
  const close = async (): Promise<void> => {
    await incidents.stop();
    await side.close();
  };
  return { incidents, part: { name: 'the log of incidents', close } };
}

/** Watches the servers that the process uses. @returns undefined if the supervisor does so */
export function startDependencyWatch(context: Recorded & Pick<AppContext, 'incidents'>): Part | undefined {
  const { config, database, group, incidents, redis, replica } = context;
  if (group.role === 'member') return undefined;
  const responds = async (ping: Promise<unknown>): Promise<true> => {
    await ping;
    return true;
  };
  const { stop } = watchDependencies({
    log: incidents,
    probes: {
      database: () => responds(database.ping()),
      ...(redis && { cache: () => responds(redis.ping()) }),
      ...(replica && { replica: () => responds(replica.ping()) }),
      ...(config.smtpUrl !== undefined && {
        // Unknown while the database does not respond.
        mail_server: async () => (await readServiceState(database.db, 'mail').catch(() => undefined))?.isUp,
      }),
    },
  });
  return { name: 'the watch of other servers', close: async () => stop() };
}
