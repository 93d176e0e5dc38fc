import type { FailureWriter } from './failure-writer.service.ts';
import type { Part, Recovery } from '../incidents.types.ts';

const RECOVERIES_MAX = 200;
const SUCCESSES_MAX = 500;

/** Parts that work again, and jobs that have succeeded, until the incidents know of them. */
export class Recoveries {
  readonly #recoveries = new Map<string, Recovery>();
  #successes = new Map<string, Date>();

  get size(): number {
    return this.#recoveries.size;
  }

  add({ kind, service }: Part, at: Date): void {
    if (this.#recoveries.size < RECOVERIES_MAX) this.#recoveries.set(`${kind} ${service}`, { kind, service, at });
  }

  /** Notes the success of a job. Cheap enough for every run. */
  addSuccess(job: string, at: Date): void {
    if (this.#successes.size < SUCCESSES_MAX || this.#successes.has(job)) this.#successes.set(job, at);
  }

  /** Compares successes with what is open, because other processes may have seen the failures. */
  async compare(writer: Pick<FailureWriter, 'listOpen'>): Promise<void> {
    if (this.#successes.size === 0) return;
    const successes = this.#successes;
    this.#successes = new Map();
    for (const part of await writer.listOpen(['job', 'mail'])) {
      const at = successes.get(part.service);
      if (at !== undefined) this.add(part, at);
    }
  }

  async write(writer: Pick<FailureWriter, 'close'>): Promise<void> {
    const taken = [...this.#recoveries];
    if (taken.length === 0) return;
    await writer.close(taken.map(([, recovery]) => recovery));
    // A part can have recovered again meanwhile.
    for (const [key, recovery] of taken) if (this.#recoveries.get(key) === recovery) this.#recoveries.delete(key);
  }
}
