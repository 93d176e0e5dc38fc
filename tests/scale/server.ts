import { secretNames } from '../../generated/sensitive-names.ts';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { createApp } from '../../src/app.ts';
import { loadConfig } from '../../src/config.ts';
import { newId } from '../../src/platform/ids.ts';
import { createLogger } from '../../src/platform/logger.ts';
import { scaleDatabase } from '../support/scale/database.ts';
import { seededNow } from '../support/scale/seed.ts';
import { recordStatements, statementsOf, type SentStatement } from '../support/statements.ts';

/** What one request has cost. */
export interface Cost {
  readonly status: number;
  readonly body: string;
  /** By the server's own log: from the request to the end of its response. */
  readonly serverMs: number;
  readonly statements: readonly SentStatement[];
}

/** A server of this process on the database at scale, at the time in which that is written. */
export interface ScaleServer {
  get(target: string, token: string): Promise<Cost>;
  /** For looking into the database, past the server. */
  readonly client: pg.Client;
  stop(): Promise<void>;
}

export async function startScaleServer(): Promise<ScaleServer> {
  recordStatements();
  const { url: databaseUrl } = await scaleDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'architect-scale-'));
  const config = loadConfig({
    ...{ NODE_ENV: 'test', HOST: '127.0.0.1', PORT: '0', DATA_DIR: dataDir, DATABASE_URL: databaseUrl },
    ...{ LOG_LEVEL: 'info', RATE_LIMIT_ENABLED: 'false' },
    // What a list costs is seen only if it is read.
    CACHE_ENABLED: 'false',
  });
  const durations = watchDurations();
  const startedAt = Date.now();
  const clock = { now: () => new Date(seededNow.getTime() + Date.now() - startedAt) };
  const logger = createLogger({ level: 'info', secretNames, destination: durations.destination });
  const app = await createApp(config, { clock, logger, isWorking: false });
  const { port } = await app.start();
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  return {
    client,
    get: async (target, token) => {
      const id = newId();
      const headers = { authorization: `Bearer ${token}`, 'x-request-id': id };
      const response = await fetch(`http://127.0.0.1:${port}${target}`, { headers });
      const body = await response.text();
      const serverMs = await durations.of(id);
      return { status: response.status, body, serverMs, statements: statementsOf(id) };
    },
    stop: async () => {
      await client.end();
      await app.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Reads the lines of the request log, which come when a response has left. */
function watchDurations() {
  const waiting = new Map<string, (ms: number) => void>();
  const known = new Map<string, number>();
  return {
    destination: {
      write: (text: string): void => {
        for (const line of text.split('\n').filter((one) => one !== '')) {
          const { msg, request_id, duration_ms } = JSON.parse(line) as Record<string, string | number>;
          if (msg !== 'request') continue;
          const id = String(request_id);
          const tell = waiting.get(id);
          waiting.delete(id);
          if (tell === undefined) known.set(id, Number(duration_ms));
          else tell(Number(duration_ms));
        }
      },
    },
    of: (id: string): Promise<number> => {
      const ms = known.get(id);
      known.delete(id);
      return ms === undefined ? new Promise((resolve) => waiting.set(id, resolve)) : Promise.resolve(ms);
    },
  };
}
