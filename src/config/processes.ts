// How many processes serve on the port, and what each of them gets of the settings of the whole.
import { availableParallelism, totalmem } from 'node:os';
import type { SettingsReader } from '../platform/settings-reader.ts';
import type { EnvironmentName } from './environment-name.ts';

/** A pool with fewer connections would let one transaction block the rest of the process. */
const SHARE_MIN = 2;
/** Fewer connections than that for each process make requests wait while PostgreSQL has time. */
const DEFAULT_SHARE_MIN = 5;
/** What a serving process needs with its caches full, and some more for large responses. */
const MEMORY_BYTES = 512 * 1024 * 1024;
const WORKERS_MAX = 32;

interface Surroundings {
  readonly env: EnvironmentName;
  readonly databaseUrl: string | undefined;
  readonly poolMax: number;
}

/** What the machine has for this program: in a container, what its limits allow. */
interface Machine {
  readonly processors: number;
  readonly memoryBytes: number;
}

/** Reads how many processes serve, and the pool that they share. */
export function readProcesses(reader: SettingsReader, env: EnvironmentName, databaseUrl: string | undefined) {
  const asked = reader.text('WORKERS');
  const pool = readPool(reader, asked === undefined ? 0 : smallestPool(Number(asked)));
  const fallback = defaultWorkers({ env, databaseUrl, poolMax: pool.poolMax }, readMachine());
  const workers = reader.integer('WORKERS', { min: 1, max: WORKERS_MAX, fallback });
  if (pool.poolMax < smallestPool(workers)) {
    const problem = `is less than ${SHARE_MIN} connections for each of ${workers} serving processes and their supervisor`;
    reader.refuse('POOL_MAX', problem, `set it to ${smallestPool(workers)} or more, or lower WORKERS`);
  }
  return {
    /** How many processes serve on the port. With more than one, another one supervises them. */
    workers,
    /** For all processes of a server together. */
    pool,
  };
}

/** The smallest POOL_MAX for a number of serving processes; 0 if it is not a number of processes. */
function smallestPool(workers: number): number {
  if (!(workers > 1 && workers <= WORKERS_MAX)) return 0;
  return (workers + 1) * SHARE_MIN;
}

/**
 * One process outside of production, where a restart must be quick and a debugger must find the process. In production
 * one for each processor; if PostgreSQL runs on the same machine, it keeps half of them.
 */
export function defaultWorkers({ env, databaseUrl, poolMax }: Surroundings, machine: Machine): number {
  if (env !== 'production') return 1;
  const processors = isLocal(databaseUrl) ? Math.floor(machine.processors / 2) : machine.processors;
  const bounds = [processors, machine.memoryBytes / MEMORY_BYTES, poolMax / DEFAULT_SHARE_MIN - 1, WORKERS_MAX];
  return Math.max(1, Math.floor(Math.min(...bounds)));
}

/**
 * Divides the connections of POOL_MAX between the processes of a server, so that their sum is what was configured.
 * @param isWorking whether the supervisor delivers events and runs jobs. Otherwise it only reads metrics
 */
export function sharePool(poolMax: number, workers: number, isWorking: boolean) {
  const child = Math.floor(isWorking ? poolMax / (workers + 1) : (poolMax - SHARE_MIN) / workers);
  return { child, supervisor: poolMax - child * workers };
}

function readPool(reader: SettingsReader, poolMin: number) {
  const poolMax = Math.min(100, Math.max(10, poolMin, availableParallelism() * 8));
  const known = [
    'MAX',
    'QUEUE_MAX',
    'ACQUIRE_TIMEOUT_MS',
    'IDLE_TIMEOUT_MS',
    'STATEMENT_TIMEOUT_MS',
    'LOCK_TIMEOUT_MS',
    'READ_CONNECTIONS',
  ];
  reader.refuseUnknown(
    'POOL_',
    known.map((name) => `POOL_${name}`),
  );
  return Object.freeze({
    poolMax: reader.integer('POOL_MAX', { min: 2, max: 100, fallback: poolMax }),
    readConnections: reader.integer('POOL_READ_CONNECTIONS', { min: 0, max: 25, fallback: 2 }),
    queueMax: reader.integer('POOL_QUEUE_MAX', { min: 0, max: 100_000, fallback: 1000 }),
    acquireTimeoutMs: reader.integer('POOL_ACQUIRE_TIMEOUT_MS', { min: 10, max: 60_000, fallback: 5000 }),
    idleTimeoutMs: reader.integer('POOL_IDLE_TIMEOUT_MS', { min: 100, max: 3_600_000, fallback: 10_000 }),
    lockTimeoutMs: reader.integer('POOL_LOCK_TIMEOUT_MS', { min: 100, max: 3_600_000, fallback: 3000 }),
    statementTimeoutMs: reader.integer('POOL_STATEMENT_TIMEOUT_MS', { min: 100, max: 3_600_000, fallback: 30_000 }),
    /** From which duration on a statement is logged; 0: never. */
    slowQueryMs: reader.integer('SLOW_QUERY_MS', { min: 0, max: 3_600_000, fallback: 1000 }),
  });
}

function readMachine(): Machine {
  // Returns 0 or a huge number where nothing limits the process.
  const limit = process.constrainedMemory();
  const memoryBytes = limit > 0 ? Math.min(limit, totalmem()) : totalmem();
  return { processors: availableParallelism(), memoryBytes };
}

function isLocal(databaseUrl: string | undefined): boolean {
  if (databaseUrl === undefined) return true;
  const { hostname, searchParams } = new URL(databaseUrl);
  const host = searchParams.get('host') ?? hostname;
  return host.startsWith('/') || ['', 'localhost', '127.0.0.1', '[::1]'].includes(host);
}
