import type { Config } from '../../config.ts';
import { reasonOf } from '../../platform/failure-log.ts';
import { verifyMailServer } from '../../platform/mailer.ts';
import { pingRedis } from '../../platform/ping-redis.ts';
import { fail, ok, warn, type Finding } from './finding.ts';

const CONNECT_MS_MAX = 5000;

export async function checkRedis({ redisUrl }: Config): Promise<readonly Finding[]> {
  const check = 'redis';
  if (redisUrl === undefined) return [ok(check, 'not configured: each process counts rate limits by itself')];
  const place = placeOf(redisUrl, '6379');
  try {
    const { version, elapsedMs } = await pingRedis(redisUrl, CONNECT_MS_MAX);
    return [ok(check, `Redis ${version} at ${place} responds in ${elapsedMs.toFixed(1)} ms`)];
  } catch (error) {
    // Architect works without it, with limits per process.
    return [warn(check, `no Redis responds at ${place} (${reasonOf(error)})`, 'start it, or correct REDIS_URL')];
  }
}

/** Connects, negotiates TLS and logs in, without sending a mail. */
export async function checkMail({ smtpUrl, dataDir, env }: Config): Promise<readonly Finding[]> {
  const check = 'mail';
  if (smtpUrl === undefined) {
    const text = `mails are written to ${dataDir}/mail`;
    return [env === 'production' ? warn(check, text, 'set SMTP_URL, unless nobody registers here') : ok(check, text)];
  }
  const place = placeOf(smtpUrl, '587');
  try {
    await verifyMailServer(smtpUrl, CONNECT_MS_MAX);
    return [ok(check, `the mail server at ${place} accepts the connection and its user`)];
  } catch (error) {
    const remedy = 'start it, or correct host, port, user and password in SMTP_URL';
    return [fail(check, `the mail server at ${place} cannot be used (${reasonOf(error)})`, remedy)];
  }
}

/** The address without user and password. */
function placeOf(url: string, port: string): string {
  const { hostname, port: given } = new URL(url);
  return `${hostname}:${given === '' ? port : given}`;
}
