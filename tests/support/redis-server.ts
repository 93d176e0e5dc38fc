import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { freePort } from './server-process.ts';
import { eventually } from './eventually.ts';

export interface RedisServer {
  readonly url: string;
  /** Kills the server, as in a crash. */
  stop(): Promise<void>;
}

/**
 * Starts a Redis server on loopback without persistence.
 * @param url of one that was stopped, in the place of which it starts; by default on a free port
 * @throws Error with the remedy if redis-server is not installed
 */
export async function startRedis(url?: string): Promise<RedisServer> {
  const port = url === undefined ? await freePort() : Number(new URL(url).port);
  const directory = await mkdtemp(join(tmpdir(), 'architect-redis-'));
  const options = [
    '--port',
    String(port),
    '--bind',
    '127.0.0.1',
    '--save',
    '',
    '--appendonly',
    'no',
    '--dir',
    directory,
  ];
  const child = spawn('redis-server', options, { stdio: 'ignore' });
  const failed = once(child, 'error').then(([error]: unknown[]) => {
    throw new Error('redis-server is missing: run `make redis`, or install it', { cause: error });
  });
  const address = `redis://127.0.0.1:${port}`;
  await Promise.race([failed, untilReady(address)]);
  return {
    url: address,
    stop: async () => {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill('SIGKILL');
        await once(child, 'exit');
      }
      await rm(directory, { recursive: true, force: true });
    },
  };
}

async function untilReady(url: string): Promise<void> {
  const client = new Redis(url, { lazyConnect: true, retryStrategy: () => 50, maxRetriesPerRequest: null });
  client.on('error', () => undefined);
  await eventually(() => client.ping());
  client.disconnect();
}
