import type { Clock } from '../platform/clock.ts';
import type { Cache, Loaded } from './cache.ts';
import type { Entry, EntryStore } from './entry-store.ts';
import type { Invalidations } from './invalidations.ts';
import type { SharedStore, SharedValue } from './shared-store.ts';
import type { Trust } from './trust.ts';

/**
 * What a lookup found: an entry, none, one that is out of date, or none because the process may not use its copies, or
 * one in Redis.
 */
export const cacheResults = ['hit', 'miss', 'stale', 'bypassed', 'shared_hit'] as const;
export type CacheResult = (typeof cacheResults)[number];

interface Parts<Value> {
  readonly isEnabled: boolean;
  readonly ttlMs: number;
  readonly entries: EntryStore<Value>;
  readonly invalidations: Invalidations;
  readonly trust: Trust;
  readonly elapsed: () => number;
  readonly clock: Clock;
  /** What processes share. Undefined for values of one process. */
  readonly shared: SharedStore | undefined;
}

/** A load that runs. */
interface Flight<Value> {
  /** The count of invalidations, and the time, when it began. */
  readonly since: number;
  readonly startedAt: number;
  /** Undefined if it failed. */
  readonly outcome: Promise<Loaded<Value> | undefined>;
}

/** Without trust, a load is joined only if it is younger: then its value is not older than what trust allows. */
const JOINED_MS_MAX = 100;

/** One cache of the process: see `Cache`. */
export class TaggedCache<Value> implements Cache<Value> {
  readonly #parts: Parts<Value>;
  readonly #flights = new Map<string, Flight<Value>>();
  readonly #requests: Record<CacheResult, number> = { hit: 0, miss: 0, stale: 0, bypassed: 0, shared_hit: 0 };

  constructor(parts: Parts<Value>) {
    this.#parts = parts;
  }

  get(key: string): Value | undefined {
    const { isEnabled, entries, trust, elapsed } = this.#parts;
    const now = elapsed();
    if (!isEnabled || !trust.isHeldAt(now)) return undefined;
    const entry = entries.find(key);
    if (entry === undefined || !this.#isFresh(entry, now)) return undefined;
    this.#requests.hit++;
    return entry.value;
  }

  async fetch(key: string, load: () => Promise<Loaded<Value>>): Promise<Value> {
    const { isEnabled, entries, trust, elapsed } = this.#parts;
    if (!isEnabled) {
      this.#requests.bypassed++;
      return (await load()).value;
    }
    const isTrusted = trust.isHeldAt(elapsed()) || (await trust.renew());
    const now = elapsed();
    const entry = isTrusted ? entries.find(key) : undefined;
    if (entry !== undefined && this.#isFresh(entry, now)) {
      this.#requests.hit++;
      return entry.value;
    }
    this.#requests[missedBecause(isTrusted, entry)]++;
    const flight = this.#flights.get(key);
    const isJoined = flight !== undefined && (isTrusted || now - flight.startedAt < JOINED_MS_MAX);
    return (isJoined ? await this.#join(key, flight, load) : await this.#load(key, load)).value;
  }

  stats() {
    const { entries } = this.#parts;
    const { size, bytes, evictions } = entries;
    return { entries: size, bytes, evictions, requests: { ...this.#requests } };
  }

  #isFresh(entry: Entry<Value>, now: number): boolean {
    const { invalidations } = this.#parts;
    if (now >= entry.expiresAt || !invalidations.isFresh(entry.tags, entry.since)) return false;
    // It has outlived all invalidations so far, so that the next lookup has only later ones to look for.
    entry.since = invalidations.count;
    return true;
  }

  /** Waits for a running load, and loads the value itself if that one's is not for this caller. */
  async #join(key: string, flight: Flight<Value>, load: () => Promise<Loaded<Value>>): Promise<Loaded<Value>> {
    const { invalidations } = this.#parts;
    const arrival = invalidations.count;
    for (let joined = flight; ;) {
      const loaded = await joined.outcome;
      // The error of another caller, whose request may have been cancelled, is not this caller's.
      if (loaded === undefined || loaded.isKept === false) break;
      if (joined.since >= arrival || invalidations.isFresh(loaded.tags, joined.since)) return loaded;
      const next = this.#flights.get(key);
      if (next === undefined || next === joined) break;
      joined = next;
    }
    return this.#load(key, load);
  }

  async #load(key: string, load: () => Promise<Loaded<Value>>): Promise<Loaded<Value>> {
    const { invalidations, elapsed } = this.#parts;
    const since = invalidations.count;
    const loading = this.#parts.shared === undefined ? load() : this.#share(key, load, this.#parts.shared);
    const outcome = loading.catch(() => undefined);
    const flight: Flight<Value> = { since, startedAt: elapsed(), outcome };
    this.#flights.set(key, flight);
    try {
      const loaded = await loading;
      this.#keep(key, loaded, since);
      return loaded;
    } finally {
      if (this.#flights.get(key) === flight) this.#flights.delete(key);
    }
  }

  /** Takes the value from the store of all processes, or loads it and adds it there. */
  async #share(key: string, load: () => Promise<Loaded<Value>>, shared: SharedStore): Promise<Loaded<Value>> {
    const { invalidations, trust, elapsed, clock } = this.#parts;
    const since = invalidations.count;
    const found = trust.isHeldAt(elapsed()) ? await shared.get(key) : undefined;
    const restMs = found === undefined ? 0 : found.loadedAt + found.ttlMs - clock.now().getTime();
    if (found !== undefined && restMs > 0 && this.#isUsable(found)) {
      this.#requests.shared_hit++;
      return { value: found.value as Value, tags: found.tags, ttlMs: restMs };
    }
    const loadedAt = clock.now().getTime();
    const loaded = await load();
    const { value, tags, ttlMs = Infinity, isKept = true } = loaded;
    if (isKept && invalidations.isFresh(tags, since))
      shared.set(key, { value, tags, loadedAt, ttlMs: Math.min(ttlMs, this.#parts.ttlMs) });
    return loaded;
  }

  /** The process must have listened from before the load of the value until now. */
  #isUsable({ tags, loadedAt }: SharedValue): boolean {
    const { invalidations, trust, elapsed } = this.#parts;
    return trust.isHeldAt(elapsed()) && invalidations.isFreshOfOthers(tags, loadedAt);
  }

  #keep(key: string, { value, tags, ttlMs = Infinity, isKept = true }: Loaded<Value>, since: number): void {
    const { entries, invalidations, elapsed } = this.#parts;
    if (!isKept || !invalidations.isFresh(tags, since)) return;
    const expiresAt = elapsed() + Math.min(ttlMs, this.#parts.ttlMs);
    entries.add(key, { value, tags, expiresAt, since });
  }
}

function missedBecause(isTrusted: boolean, entry: object | undefined): CacheResult {
  if (!isTrusted) return 'bypassed';
  return entry === undefined ? 'miss' : 'stale';
}
