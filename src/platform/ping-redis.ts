import { Redis } from 'ioredis';

/**
 * Connects to Redis once, without retries.
 * @returns its version, and the time of one request in milliseconds
 * @throws the connection's error
 */
export async function pingRedis(
  url: string,
  limitMs: number,
): Promise<{ readonly version: string; readonly elapsedMs: number }> {
  const redis = new Redis(url, {
    lazyConnect: true,
    connectTimeout: limitMs,
    commandTimeout: limitMs,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  });
  let cause: Error | undefined;
  redis.on('error', (error) => (cause = error));
  try {
    await redis.connect();
    const startedAt = performance.now();
    await redis.ping();
    const elapsedMs = performance.now() - startedAt;
    const version = /redis_version:(\S+)/.exec(await redis.info('server'))?.[1] ?? 'of unknown version';
    return { version, elapsedMs };
  } catch (error) {
    // The error of connect() says only that the connection is closed.
    throw cause ?? error;
  } finally {
    redis.disconnect();
  }
}
