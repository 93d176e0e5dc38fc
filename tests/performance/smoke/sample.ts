import autocannon from 'autocannon';
import type { SmokeCase } from './cases.ts';
import type { Subject } from './server.ts';

export const CONNECTIONS = 32;

/** What one subject did in some seconds: latencies in milliseconds, the server's CPU per request in microseconds. */
export interface Sample {
  readonly requests: number;
  readonly errors: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly cpuUs: number;
}
/**
 * Sends the requests of a case for some seconds.
 * @param one the case; undefined sends GET to the subject's URL
 * @param duration in seconds
 */
export async function sample(subject: Subject, one: SmokeCase | undefined, duration: number): Promise<Sample> {
  const before = await subject.cpuUs();
  let next = 0;
  const result = await autocannon({
    url: subject.url,
    connections: CONNECTIONS,
    duration,
    sampleInt: 100,
    ...(one === undefined
      ? {}
      : {
          setupClient: (client) => {
            client.setRequests([...(one.requests[next++ % one.requests.length] ?? [])]);
          },
        }),
  });
  const cpu = (await subject.cpuUs()) - before;
  const { requests, latency, statusCodeStats = {}, errors, timeouts } = result;
  const statuses = (one?.statuses ?? [200]).map(String);
  const wrong = Object.entries(statusCodeStats).filter(([status]) => !statuses.includes(status));
  for (const [status, { count }] of wrong) console.error(`${one?.name ?? 'bare Koa'}: ${count ?? 0} times ${status}`);
  return {
    requests: requests.total,
    errors: errors + timeouts + wrong.reduce((sum, [, { count }]) => sum + (count ?? 0), 0),
    perSecond: requests.total / result.duration,
    p50: latency.p50,
    p99: latency.p99,
    cpuUs: cpu / requests.total,
  };
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.floor(middle)] ?? NaN) + (sorted[Math.ceil(middle) - 1] ?? NaN)) / 2;
}
