import type { ComponentHealth } from '../../../generated/v2/types.ts';
import type { Probe, Probes } from './health.types.ts';

/** What the probes read. A reading that throws means that the component does not respond. */
interface Readings {
  readonly pingDatabase: () => Promise<void>;
  readonly pool: () => Promise<{
    readonly active: number;
    readonly idle: number;
    readonly waiting: number;
    readonly max: number;
  }>;
  /** Pings the shared cache server; undefined if none is configured. */
  readonly pingCache: (() => Promise<unknown>) | undefined;
  readonly queues: () => Promise<{
    /** Processes that run jobs. */
    readonly worker_processes: number;
    readonly jobs_ready: number;
    readonly jobs_dead: number;
    readonly outbox_depth: number;
    readonly outbox_lag_seconds: number;
    /** How long the oldest due job of each lane has waited, in seconds. */
    readonly oldestSecondsByLane: Readonly<Record<string, number>>;
  }>;
  /** Whether the last deliveries to the mail server succeeded; undefined if none is configured. */
  readonly mailServer: () => Promise<{ readonly isUp: boolean } | undefined>;
  /** The open incidents by kind, and the title of the one that opened last. */
  readonly incidents: () => Promise<{
    readonly open: Readonly<Record<string, number>>;
    readonly latest: string | undefined;
  }>;
}

/** A longer lag means that the relay does not process the outbox as it should. */
const OUTBOX_LAG_SECONDS_MAX = 30;
/** A job that is due for longer finds no free worker in its lane. */
const JOB_WAIT_SECONDS_MAX = 60;

export function createProbes(readings: Readings): Probes {
  return {
    database: guarded('the database does not respond', async () => {
      const startedAt = performance.now();
      await readings.pingDatabase();
      const latency = performance.now() - startedAt;
      const { active, idle, waiting, max } = await readings.pool();
      const isExhausted = waiting > 0 && active >= max;
      return health(isExhausted ? 'degraded' : 'healthy', isExhausted ? 'every connection is in use' : null, {
        latency_ms: Math.round(latency * 100) / 100,
        connections_active: active,
        connections_idle: idle,
        connections_waiting: waiting,
        connections_max: max,
      });
    }),
    cache: async () => {
      const facts = { server_configured: Number(readings.pingCache !== undefined) };
      const isUp = await (readings.pingCache?.() ?? Promise.resolve()).then(
        () => true,
        () => false,
      );
      // Without the cache server each process counts and caches by itself, which is slower but correct.
      return isUp ? health('healthy', null, facts) : health('degraded', 'the cache server does not respond', facts);
    },
    message_queue: guarded('the queue cannot be read', async () => {
      const { oldestSecondsByLane, ...facts } = await readings.queues();
      const lanes = Object.entries(oldestSecondsByLane);
      const stuck = lanes.filter(([, seconds]) => seconds > JOB_WAIT_SECONDS_MAX).map(([lane]) => lane);
      const troubles = [
        ...(facts.worker_processes === 0 ? ['no process runs jobs'] : []),
        ...(facts.outbox_lag_seconds > OUTBOX_LAG_SECONDS_MAX ? ['events and jobs wait too long to be processed'] : []),
        ...(stuck.length > 0 ? [`jobs wait too long in ${stuck.join(', ')}`] : []),
      ];
      const ages = Object.fromEntries(lanes.map(([lane, seconds]) => [`${lane}_oldest_seconds`, seconds]));
      return health(troubles.length > 0 ? 'degraded' : 'healthy', troubles.join('; ') || null, { ...facts, ...ages });
    }),
    external_services: guarded('the state of external services cannot be read', async () => {
      const mail = await readings.mailServer();
      const facts = { mail_server_configured: Number(mail !== undefined) };
      if (mail === undefined) return health('healthy', null, facts);
      const message = mail.isUp ? null : 'the last mails could not be delivered to the mail server';
      return health(mail.isUp ? 'healthy' : 'degraded', message, { ...facts, mail_server_responds: Number(mail.isUp) });
    }),
    incidents: incidentsProbe(readings.incidents),
  };
}

function incidentsProbe(read: Readings['incidents']): Probe {
  return guarded('the incidents cannot be read', async () => {
    const { open, latest } = await read();
    const counts = Object.entries(open);
    const facts = Object.fromEntries(counts.map(([kind, count]) => [`${kind}_incidents`, count]));
    const total = counts.reduce((sum, [, count]) => sum + count, 0);
    if (total === 0) return health('healthy', null, facts);
    const what = total === 1 ? 'an incident is open' : `${total} incidents are open`;
    return health('degraded', latest === undefined ? what : `${what}: ${latest}`, facts);
  });
}

function guarded(message: string, probe: Probe): Probe {
  return () => probe().catch(() => health('unhealthy', message, {}));
}

function health(
  status: ComponentHealth['status'],
  message: string | null,
  facts: Readonly<Record<string, number>>,
): ComponentHealth {
  return { status, message, facts: Object.entries(facts).map(([name, value]) => ({ name, value })) };
}
