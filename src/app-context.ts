import type { Redis } from 'ioredis';
import type { Caches } from './cache/caches.ts';
import type { Config } from './config.ts';
import type { Pager } from './contract/controller/pager.ts';
import type { BreachRecorder } from './modules/contract/index.ts';
import type { IncidentLog } from './modules/incidents/index.ts';
import type { UsageRecorder } from './modules/usage/index.ts';
import type { SignallingDb } from './outbox/commit-signal.ts';
import type { Clock } from './platform/clock.ts';
import type { Keyring } from './platform/crypto.ts';
import type { Database, Db, PoolStats } from './platform/database.ts';
import type { LoadWatch } from './platform/load-watch.ts';
import type { Logger } from './platform/logger.ts';
import type { Mail } from './platform/mailer.ts';
import type { Metrics } from './platform/metrics.ts';
import type { Replica } from './platform/replica.ts';
import type { Tracer } from './platform/tracing/tracer.ts';
import type { AnonymousUnit } from './platform/unit.ts';
import type { AnyGroup } from './processes/group.ts';

/** The resources that a process opens once. Every module is created from them. */
export interface AppContext {
  readonly config: Config;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: Metrics;
  /** The processes that serve together with this one. */
  readonly group: AnyGroup;
  /** Returns the metrics of all processes of the group in the text format of Prometheus. */
  readonly readMetrics: () => Promise<string>;
  /** Returns the connections of all processes of the group. */
  readonly readPool: () => Promise<PoolStats>;
  /** Undefined if tracing is off. */
  readonly tracer: Tracer | undefined;
  readonly keyring: Keyring;
  readonly databaseUrl: string;
  readonly database: Database;
  /** Undefined if the process takes every request, whatever it has to do. */
  readonly load: LoadWatch | undefined;
  /** The database, with a signal after each commit. */
  readonly store: SignallingDb;
  /** The database without the signal, for the relay and the sealer, which the signal wakes. */
  readonly plainDb: Db;
  /** A streaming replica; undefined if none is configured. It may be absent or late. */
  readonly replica: Replica | undefined;
  /** Shared by all processes; undefined if none is configured. Its data may be lost. */
  readonly redis: Redis | undefined;
  /** What the process keeps of the database in memory. */
  readonly caches: Caches;
  /** Reads and writes the cursors of lists. */
  readonly pager: Pager;
  /** Used to send mails with links. */
  readonly links: {
    readonly publicUrl: string;
    /** Enqueues the mail in the unit's transaction. */
    readonly sendMail: (unit: AnonymousUnit, mail: Mail) => Promise<void>;
  };
  /** Counts which credential uses which operation. */
  readonly usage: UsageRecorder;
  /** Counts responses that would have broken the contract. */
  readonly breaches: BreachRecorder;
  /** Notes what fails inside the process, in the background. */
  readonly incidents: IncidentLog;
  /** False while the process starts or drains. */
  readonly isAccepting: () => boolean;
}
