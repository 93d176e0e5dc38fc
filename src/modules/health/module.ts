import type { AppContext } from '../../app-context.ts';
import { readOutboxStats } from '../../outbox/outbox-stats.ts';
import { readServiceState } from '../../queue/external-services.ts';
import { oldestByLane, readJobStats } from '../../queue/job-stats.ts';
import { countWorkers } from '../../queue/worker-count.ts';
import { countOpenIncidents, findLatestOpenTitle, incidentKinds } from '../incidents/index.ts';
import type { Module } from '../module.ts';
import { createHealthController } from './health.controller.ts';
import { createHealthService } from './health.service.ts';
import { createProbes } from './probes.ts';

export function createHealthModule(context: AppContext) {
  const { config, database, clock, group, redis, isAccepting, readPool } = context;
  const probes = createProbes({
    pingDatabase: () => database.ping(),
    pool: readPool,
    queues: async () => {
      const [jobs, outbox, workers] = await Promise.all([
        readJobStats(database.db),
        readOutboxStats(database.db, clock.now()),
        countWorkers(database.db),
      ]);
      const backlogs = Object.values(jobs);
      return {
        worker_processes: workers,
        jobs_ready: backlogs.reduce((total, { depth }) => total + depth, 0),
        jobs_dead: backlogs.reduce((total, { dead }) => total + dead, 0),
        outbox_depth: outbox.depth,
        outbox_lag_seconds: outbox.oldestSeconds,
        oldestSecondsByLane: oldestByLane(jobs),
      };
    },
    pingCache: redis && (() => redis.ping()),
    mailServer: async () =>
      config.smtpUrl === undefined ? undefined : ((await readServiceState(database.db, 'mail')) ?? { isUp: true }),
    incidents: async () => {
      const [counts, latest] = await Promise.all([countOpenIncidents(database.db), findLatestOpenTitle(database.db)]);
      const countOf = (kind: string): number => counts.find((one) => one.kind === kind)?.count ?? 0;
      return { latest, open: Object.fromEntries(incidentKinds.map((kind) => [kind, countOf(kind)])) };
    },
  });
  const { build } = config;
  const health = createHealthService({ build, probes, isAccepting, uptimeSeconds: group.uptimeSeconds });
  return { v2: createHealthController(health), site: { readHealth: () => health.readPublicHealth() } } satisfies Module;
}
