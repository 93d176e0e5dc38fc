import type { CountedUse, OperationUse } from './usage.types.ts';
import { DAY_MS } from '../../platform/durations.ts';
import { organizationIn } from '../../platform/unit.ts';

/** A bound for the memory and the columns. No operation of the contract declares so many. */
const NAMES_MAX = 100;

/** Counts uses since the last write, by credential, operation and day. */
export class UsageCounts {
  readonly #countsMax: number;
  #counts = new Map<string, CountedUse>();

  /** @param countsMax when so many counts are held, uses that need another one are dropped */
  constructor(countsMax: number) {
    this.#countsMax = countsMax;
  }

  /** Counts a use, with a single Map look-up except for the first of a day. */
  note({ version, operation_id, actor, at, query_parameters, body_fields }: OperationUse): void {
    if (actor.credential_type === null) return;
    const { credential_id, credential_type, user_id } = actor;
    const day = Math.floor(at.getTime() / DAY_MS);
    const key = `${credential_id} ${version}.${operation_id} ${day}`;
    const known = this.#counts.get(key);
    if (known !== undefined) {
      known.requests += 1;
      addNames(known.query_parameters, query_parameters);
      addNames(known.body_fields, body_fields);
      return;
    }
    const count: CountedUse = {
      ...{ credential_id, credential_type, user_id, version, operation_id },
      organization_id: credential_type === 'api_key' ? organizationIn({ actor }) : null,
      used_on: at.toISOString().slice(0, 10),
      requests: 1,
      query_parameters: new Set(),
      body_fields: new Set(),
    };
    addNames(count.query_parameters, query_parameters);
    addNames(count.body_fields, body_fields);
    this.add(key, count);
  }

  add(key: string, count: CountedUse): void {
    const known = this.#counts.get(key);
    if (known !== undefined) {
      known.requests += count.requests;
      addNames(known.query_parameters, count.query_parameters);
      addNames(known.body_fields, count.body_fields);
    } else if (this.#counts.size < this.#countsMax) this.#counts.set(key, count);
  }

  /** Returns the counts and resets them. */
  take(): (readonly [key: string, count: CountedUse])[] {
    const taken = [...this.#counts];
    this.#counts = new Map();
    return taken;
  }
}

function addNames(known: Set<string>, names: Iterable<string>): void {
  for (const name of names) if (known.size < NAMES_MAX) known.add(name);
}
