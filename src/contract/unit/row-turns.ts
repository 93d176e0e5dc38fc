import type { RowQueue } from '../../platform/load-watch.ts';
import { AppError } from '../../problems/app-error.ts';
import { isLockTimeout, serviceUnavailable } from '../../platform/database-errors.ts';

export interface RowLoad {
  /** So many requests may always wait, before all rows together. */
  readonly waitersMin: number;
  readonly open: () => RowQueue;
  readonly onRefusal: () => void;
}

interface RowTurnsSettings {
  /**
   * How many requests that create something below one row may work, each with a connection, at the same time. Requests
   * that change the row itself work one by one, since they would wait for its lock anyway. A single waiter waits for
   * lock_timeout at most. With a second waiter, PostgreSQL would restart that time when the first one ends.
   */
  readonly creationsMax: number;
  /** The longest wait for a turn. After it the request is refused. */
  readonly waitMsMax: number;
  /** Limits the queue before each row by how long a newcomer would wait. Without it, only `waitMsMax` holds. */
  readonly load?: RowLoad | undefined;
}

interface Waiter {
  readonly begin: () => void;
  readonly refuse: (error: Error) => void;
}

type Kind = 'change' | 'creation';

interface Row {
  working: number;
  readonly queue: RowQueue | undefined;
  readonly waiting: Waiter[];
}

/**
 * Lets requests that change the same row take turns. A row that stays locked then occupies some of the connections and
 * never all of them, because the other requests wait in memory. The ids in the path identify the row.
 */
export class RowTurns {
  readonly #settings: RowTurnsSettings;
  readonly #rows = new Map<string, Row>();
  readonly #keys = new Set<string>();
  /** Before all rows together. */
  #waiting = 0;

  constructor(settings: RowTurnsSettings) {
    this.#settings = settings;
  }

  /**
   * Runs `work` when its turn comes.
   * @throws AppError `overloaded` if the turn would come too late, `service_unavailable` if it does not come in time, and the errors of `work`
   */
  async take<Result>(id: string, kind: Kind, work: () => Promise<Result>): Promise<Result> {
    const name = `${kind} ${id}`;
    const row = this.#rows.get(name) ?? { working: 0, waiting: [], queue: this.#settings.load?.open() };
    this.#rows.set(name, row);
    this.#assertShort(row);
    if (row.working < (kind === 'change' ? 1 : this.#settings.creationsMax)) row.working++;
    else await this.#wait(row);
    try {
      return await work();
    } catch (error) {
      // This request has waited for the row as long as is allowed. The requests behind it would wait equally long
      // without success.
      if (isLockTimeout(error)) for (const { refuse } of row.waiting.splice(0)) refuse(error);
      throw error;
    } finally {
      this.#end(name, row);
    }
  }

  /**
   * Marks an idempotency key as used by a request that waits for its turn or works.
   * @returns the function that ends the mark; undefined if another request has set it already, so that this one can be
   *   refused without waiting
   */
  claim(key: string): (() => void) | undefined {
    if (this.#keys.has(key)) return undefined;
    this.#keys.add(key);
    return () => this.#keys.delete(key);
  }

  /** Whether a request whose path has these parts would wait too long for one of the rows that it names. */
  isLong(parts: readonly string[]): boolean {
    return parts.some((id) => {
      const row = this.#rows.get(`creation ${id}`);
      return row !== undefined && this.#isRowLong(row);
    });
  }

  #isRowLong({ queue, waiting }: Row): boolean {
    const { load } = this.#settings;
    if (load === undefined || queue === undefined) return false;
    const max = this.#waiting < load.waitersMin ? Infinity : 0;
    return queue.isLong({ waiting: waiting.length, max });
  }

  #assertShort(row: Row): void {
    if (!this.#isRowLong(row)) return;
    this.#settings.load?.onRefusal();
    throw new AppError('overloaded', 503, {}, { headers: { 'retry-after': '1' } });
  }

  #wait(row: Row): Promise<void> {
    const { waitMsMax } = this.#settings;
    const startedAt = performance.now();
    this.#waiting++;
    const waited = new Promise<void>((resolve, reject) => {
      const late = (): void => {
        row.waiting.splice(row.waiting.indexOf(waiter), 1);
        reject(serviceUnavailable(new Error(`no turn for the row within ${waitMsMax} ms`)));
      };
      const timer = setTimeout(late, waitMsMax);
      const waiter: Waiter = {
        begin: () => {
          clearTimeout(timer);
          row.queue?.served(performance.now() - startedAt);
          resolve();
        },
        refuse: (error) => {
          clearTimeout(timer);
          reject(error);
        },
      };
      row.waiting.push(waiter);
    });
    return waited.finally(() => this.#waiting--);
  }

  /** Passes the place to the next request, which counts as working from now on. */
  #end(name: string, row: Row): void {
    const next = row.waiting.shift();
    if (next !== undefined) {
      next.begin();
      return;
    }
    row.working--;
    if (row.working === 0) this.#rows.delete(name);
  }
}
