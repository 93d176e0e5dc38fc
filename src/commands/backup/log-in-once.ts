import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { createApp } from '../../app.ts';
import { createHttpClient } from '../../client/http-client.ts';
import type { Config } from '../../config.ts';
import { toTerminalLine } from '../../platform/terminal-text.ts';
import { ForeseenError } from '../../problems/foreseen-error.ts';
import { createProcessLogger } from '../../process-log.ts';

interface Account {
  readonly email: string;
  readonly password: string;
}

/** Reads the first line. @throws ForeseenError if there is none */
export async function readPassword(input: Readable): Promise<string> {
  for await (const line of createInterface({ input })) return line;
  throw new ForeseenError('no password: pass it as the first line of standard input');
}

/**
 * Serves the database on a free port of loopback, without background work, so that no mail of the backup is sent, and
 * logs in. The session is ended again; both are recorded as those of any client.
 * @returns a sentence
 * @throws ForeseenError if the account cannot log in
 */
export async function logInOnce(config: Config, url: string, { email, password }: Account): Promise<string> {
  const alone = {
    ...config,
    databaseUrl: url,
    // They lead to the database of the servers, which is not the one that was restored.
    replica: { ...config.replica, url: undefined },
    pooler: { ...config.pooler, url: undefined },
    host: '127.0.0.1',
    port: 0,
    metrics: { ...config.metrics, port: undefined },
  };
  const logger = createProcessLogger({ ...config, logLevel: 'error' });
  const app = await createApp({ ...alone, shutdown: { ...config.shutdown, graceMs: 0 } }, { isWorking: false, logger });
  try {
    const { port } = await app.start();
    const client = createHttpClient({ baseUrl: `http://127.0.0.1:${port}`, apiKey: undefined });
    const { data, error } = await client.POST('/api/v2/auth/login', { body: { email, password } });
    if (data === undefined) {
      throw new ForeseenError(`${email} cannot log in: the server returns ${error.status} ${error.code}`);
    }
    if (data.kind === 'mfa_challenge') return `${toTerminalLine(email)} has the right password and a second factor`;
    const headers = { authorization: `Bearer ${data.token}` };
    await client.POST('/api/v2/auth/logout', { headers });
    return `${toTerminalLine(email)} can log in`;
  } finally {
    await app.stop();
  }
}
