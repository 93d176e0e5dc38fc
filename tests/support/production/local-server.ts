import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp, type AppOptions } from '../../../src/app.ts';
import { loadConfig } from '../../../src/config.ts';
import { systemClock } from '../../../src/platform/clock.ts';
import type { AccountHost } from '../accounts.ts';
import { createMailbox, type Mailbox } from '../mailbox.ts';
import { openHost } from './database-host.ts';

/** A server and worker in this process, on a database that the test has started. */
export interface LocalServer {
  readonly host: AccountHost;
  readonly mail: Mailbox;
  stop(): Promise<void>;
}

/** @throws the error of the start, after everything that was opened is closed */
export async function startLocalServer(
  databaseUrl: string,
  settings: Readonly<Record<string, string>> = {},
  options: AppOptions = {},
): Promise<LocalServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'architect-local-'));
  const config = loadConfig({
    NODE_ENV: 'test',
    HOST: '127.0.0.1',
    PORT: '0',
    DATA_DIR: dataDir,
    DATABASE_URL: databaseUrl,
    LOG_LEVEL: 'fatal',
    POOL_MAX: '10',
    RATE_LIMIT_ENABLED: 'false',
    ...settings,
  });
  const app = await createApp(config, options);
  const { port } = await app.start();
  const database = openHost(databaseUrl);
  return {
    host: { url: `http://127.0.0.1:${port}`, query: database.query, clock: systemClock },
    mail: createMailbox(join(dataDir, 'mail')),
    stop: async () => {
      await app.stop();
      await database.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
