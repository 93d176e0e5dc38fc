import { HOUR_MS } from '../platform/durations.ts';
import { staleTagsOf, type OutboxRow } from './job-specs.ts';

/** Much longer than a server takes to end a COMMIT whose connection is lost. */
const DOUBT_MS = HOUR_MS;

interface Settings {
  readonly processId: string;
  /** Milliseconds of a monotonic clock. */
  readonly elapsed?: () => number;
}

/**
 * Which changes the relay tells the caches of. A process tells of its own changes when they commit, so the relay leaves
 * them out, but those of others may be of a process that has died in between. After a COMMIT whose response was lost, the
 * process tells of its own changes again for a while: a server that hangs can commit long after the connection was cut,
 * and what was read until then is out of date.
 */
export class UntoldChanges {
  readonly #processId: string;
  readonly #elapsed: () => number;
  #inDoubtUntil = -Infinity;

  constructor({ processId, elapsed = () => performance.now() }: Settings) {
    this.#processId = processId;
    this.#elapsed = elapsed;
  }

  /** Notes the end of a transaction of this process. */
  note(isCertain: boolean): void {
    if (!isCertain) this.#inDoubtUntil = this.#elapsed() + DOUBT_MS;
  }

  /** Returns the tags of what the changes of these rows make stale, as far as the caches must still be told. */
  tagsOf(rows: readonly OutboxRow[]): string[] {
    return staleTagsOf(rows, this.#elapsed() < this.#inDoubtUntil ? undefined : this.#processId);
  }
}
