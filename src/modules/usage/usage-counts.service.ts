import type { OperationUse, UsageCount } from './usage.types.ts';
import { DAY_MS } from '../../platform/durations.ts';

type Count = Omit<UsageCount, 'requests'> & { requests: number };

/** Counts uses since the last write, by credential, operation and day. */
export class UsageCounts {
  readonly #countsMax: number;
  #counts = new Map<string, Count>();

  /** @param countsMax when so many counts are held, uses that need another one are dropped */
  constructor(countsMax: number) {
    this.#countsMax = countsMax;
  }

  /** Counts a use, with a single Map look-up except for the first of a day. */
  note({ version, operation_id, actor, at }: OperationUse): void {
    if (actor.credential_type === null) return;
    const { credential_id, credential_type, user_id } = actor;
    const day = Math.floor(at.getTime() / DAY_MS);
    const key = `${credential_id} ${version}.${operation_id} ${day}`;
    const known = this.#counts.get(key);
    if (known !== undefined) {
      known.requests += 1;
      return;
    }
    const used_on = at.toISOString().slice(0, 10);
    this.add(key, { credential_id, credential_type, user_id, version, operation_id, used_on, requests: 1 });
  }

  add(key: string, count: UsageCount): void {
    const known = this.#counts.get(key);
    if (known !== undefined) known.requests += count.requests;
    else if (this.#counts.size < this.#countsMax) this.#counts.set(key, { ...count });
  }

  /** Returns the counts and resets them. */
  take(): (readonly [key: string, count: UsageCount])[] {
    const taken = [...this.#counts];
    this.#counts = new Map();
    return taken;
  }
}
