import { setTimeout as delay } from 'node:timers/promises';
import { openLine, readRequests, type Line } from './sockets.ts';

// An open loop: requests begin at their times, whether earlier ones have ended or not, and a latency counts from the time
// at which the request was due. wrk has no rate, and autocannon sends the requests of a second at its beginning, each
// connection after its last response, so that both leave out the waiting that a slow server causes.

interface OpenLoop {
  readonly port: number;
  readonly file: string;
  readonly offset: number;
  readonly connections: number;
  readonly seconds: number;
  /** Requests per second, at even intervals. */
  readonly rate: number;
}

/** Latencies in milliseconds, from the time at which a request was due to the end of its response. */
export interface Latencies {
  readonly rate: number;
  readonly requests: number;
  readonly errors: number;
  readonly mean: number;
  readonly p50: number;
  readonly p99: number;
  readonly p999: number;
}

const TICK_MS = 1;

export async function sendAtRate(loop: OpenLoop): Promise<Latencies> {
  const { port, file, offset, connections, seconds, rate } = loop;
  const requests = readRequests(file);
  const total = Math.max(1, Math.floor(rate * seconds));
  const latencies: number[] = [];
  let errors = 0;
  const fail = (): void => {
    errors += 1;
  };
  const idle: Line[] = [];
  for (let count = 0; count < connections; count += 1) idle.push(await openLine(port, fail));
  const lines = [...idle];
  const startedAt = performance.now();
  let begun = 0;
  const dueAt = (index: number): number => startedAt + (index / rate) * 1000;
  const begin = (): void => {
    while (begun < total && idle.length > 0 && dueAt(begun) <= performance.now()) {
      const [line, due] = [idle.pop()!, dueAt(begun)];
      line.send(requests[(offset + begun++) % requests.length]!, (status) => {
        latencies.push(performance.now() - due);
        if (status >= 400) errors += 1;
        idle.push(line);
        begin();
      });
    }
  };
  // Twice the time is given to a server that falls behind; requests without a response by then are errors.
  const deadline = startedAt + seconds * 2000;
  while (latencies.length < total && performance.now() < deadline) {
    begin();
    await delay(TICK_MS);
  }
  for (const line of lines) line.close();
  return { rate, requests: total, errors: errors + total - latencies.length, ...summaryOf(latencies) };
}

function summaryOf(latencies: readonly number[]): Pick<Latencies, 'mean' | 'p50' | 'p99' | 'p999'> {
  const sorted = [...latencies].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
  const mean = sorted.reduce((sum, latency) => sum + latency, 0) / sorted.length;
  return { mean, p50: at(0.5), p99: at(0.99), p999: at(0.999) };
}
