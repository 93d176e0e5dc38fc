import { BoundedMap } from '../contract/access/bounded-map.ts';
import type { CountTogether, RequestCount } from '../contract/access/rate-limits.ts';
import type { CountAhead, CountedRequest } from './protocol.ts';

interface Lease {
  left: number;
  /** Of the client's quota, beside what is left here. */
  readonly remaining: number;
  readonly reset: number;
}

/** A message per request would cost as much as the rest of a cached read. */
const AHEAD_MAX = 32;
/** Below it every request is counted by itself, so that small quotas, and the ends of great ones, are exact. */
const REMAINING_MIN = 100;
const CLIENTS_MAX = 100_000;

/**
 * Counts one request of a client in the supervisor, and some ahead while much of its quota remains. A quota is therefore
 * never exceeded. A client that changes the process can lose what was counted ahead in the other.
 */
export async function countAhead(
  count: (request: CountedRequest) => Promise<RequestCount | undefined>,
  request: CountedRequest,
  workers: number,
): Promise<CountAhead | undefined> {
  const first = await count(request);
  if (first === undefined) return undefined;
  const { isLimited, reset } = first;
  const isPlenty = !isLimited && first.remaining >= REMAINING_MIN;
  const ahead = isPlenty ? Math.min(AHEAD_MAX, Math.floor(first.remaining / (16 * workers))) : 0;
  let { remaining } = first;
  for (let taken = 0; taken < ahead; taken++) remaining = (await count(request))?.remaining ?? remaining;
  return { isLimited, remaining, reset, ahead };
}

/** Uses up what is counted ahead before it asks the supervisor again. Requests that arrive meanwhile wait for it. */
export function createCountTogether(
  ask: (request: CountedRequest) => Promise<CountAhead | undefined>,
  unixSeconds: () => number = () => Date.now() / 1000,
): CountTogether {
  const leases = new BoundedMap<string, Lease>(CLIENTS_MAX);
  const asking = new Map<string, Promise<CountAhead | undefined>>();

  function useLease(key: string): RequestCount | undefined {
    const lease = leases.get(key);
    if (lease === undefined || lease.left === 0 || lease.reset <= unixSeconds()) return undefined;
    lease.left--;
    return { isLimited: false, remaining: lease.remaining + lease.left, reset: lease.reset };
  }

  async function askFor(key: string, request: CountedRequest): Promise<RequestCount | undefined> {
    const asked = ask(request);
    asking.set(key, asked);
    try {
      const granted = await asked;
      if (granted === undefined) return undefined;
      const { ahead, isLimited, remaining, reset } = granted;
      if (ahead > 0) leases.set(key, { left: ahead, remaining, reset });
      return { isLimited, remaining: remaining + ahead, reset };
    } finally {
      if (asking.get(key) === asked) asking.delete(key);
    }
  }

  return async (request) => {
    const key = `${request.className} ${request.client}`;
    const counted = useLease(key);
    if (counted !== undefined) return counted;
    const other = asking.get(key);
    if (other === undefined) return askFor(key, request);
    await other.catch(() => undefined);
    return useLease(key) ?? askFor(key, request);
  };
}
