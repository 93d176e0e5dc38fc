import { isLockTimeout, serviceUnavailable } from '../../platform/database-errors.ts';

interface RowTurnsSettings {
  /**
   * How many requests that create something below one row may work, and hold a connection, at the same time. Those that
   * change the row itself work one by one, as they would wait for its lock anyway; and one that waits alone waits no
   * longer than lock_timeout, while PostgreSQL lets the second in its queue begin to wait anew.
   */
  readonly creationsMax: number;
  /** For a turn; then the request is refused. */
  readonly waitMsMax: number;
}

interface Waiter {
  readonly begin: () => void;
  readonly refuse: (error: Error) => void;
}

type Kind = 'change' | 'creation';

interface Row {
  working: number;
  readonly waiting: Waiter[];
}

/**
 * Lets requests that change one row take turns, so that a row that is locked for long takes a part of the connections
 * and never all of them: the others wait in memory. Rows are told apart by the ids in the path.
 */
export class RowTurns {
  readonly #settings: RowTurnsSettings;
  readonly #rows = new Map<string, Row>();
  readonly #keys = new Set<string>();

  constructor(settings: RowTurnsSettings) {
    this.#settings = settings;
  }

  /** @throws AppError `service_unavailable` when the turn does not come in time, and what `work` throws */
  async take<Result>(id: string, kind: Kind, work: () => Promise<Result>): Promise<Result> {
    const name = `${kind} ${id}`;
    const row = this.#rows.get(name) ?? { working: 0, waiting: [] };
    this.#rows.set(name, row);
    if (row.working < (kind === 'change' ? 1 : this.#settings.creationsMax)) row.working++;
    else await this.#wait(row);
    try {
      return await work();
    } catch (error) {
      // Whoever waited for the row as long as one may; those behind would wait as long, and in vain.
      if (isLockTimeout(error)) for (const { refuse } of row.waiting.splice(0)) refuse(error);
      throw error;
    } finally {
      this.#end(name, row);
    }
  }

  /**
   * Marks an idempotency key as one whose request waits for its turn, or has it.
   * @returns ends that; undefined where there is such a request already, so that another one need not wait to be told
   */
  claim(key: string): (() => void) | undefined {
    if (this.#keys.has(key)) return undefined;
    this.#keys.add(key);
    return () => this.#keys.delete(key);
  }

  #wait(row: Row): Promise<void> {
    const { waitMsMax } = this.#settings;
    return new Promise((resolve, reject) => {
      const late = (): void => {
        row.waiting.splice(row.waiting.indexOf(waiter), 1);
        reject(serviceUnavailable(new Error(`no turn for the row within ${waitMsMax} ms`)));
      };
      const timer = setTimeout(late, waitMsMax);
      const waiter: Waiter = {
        begin: () => {
          clearTimeout(timer);
          resolve();
        },
        refuse: (error) => {
          clearTimeout(timer);
          reject(error);
        },
      };
      row.waiting.push(waiter);
    });
  }

  /** The place goes to the next one, who counts as working from now on. */
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
