import type { ExchangeOutcome, SentStatement, StatementResult } from './statement-exchange.ts';

interface Waiting {
  readonly statement: SentStatement;
  /** Undefined for a deferred statement, whose result nobody waits for. */
  readonly waiter:
    { readonly resolve: (result: StatementResult) => void; readonly reject: (error: unknown) => void } | undefined;
}

/**
 * The statements of one transaction. They are sent in the order in which they were given. Those that wait go out
 * together, in one round trip: deferred statements with the next one that somebody waits for, and those that are given
 * in the same turn, such as a lock and the read after it.
 */
export class TransactionPipeline {
  readonly #exchange: (statements: readonly SentStatement[]) => Promise<ExchangeOutcome>;
  readonly #waiting: Waiting[] = [];
  #isBusy = false;
  #isScheduled = false;
  #hasSent = false;
  #hasFailed = false;
  #deferredFailure: Error | undefined;

  constructor(exchange: (statements: readonly SentStatement[]) => Promise<ExchangeOutcome>) {
    this.#exchange = exchange;
  }

  /** Whether anything has been sent. */
  get hasSent(): boolean {
    return this.#hasSent;
  }

  /** Whether a statement has failed, so that the server accepts nothing until a rollback. */
  get hasFailed(): boolean {
    return this.#hasFailed;
  }

  /** The failure of a deferred statement. The statement that was sent after it has reported it, too. */
  get deferredFailure(): Error | undefined {
    return this.#deferredFailure;
  }

  /**
   * Sends a statement, behind those that wait.
   * @throws the error of pg, also if an earlier statement of the same round trip has failed
   */
  run(statement: SentStatement): Promise<StatementResult> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ statement, waiter: { resolve, reject } });
      this.#schedule();
    });
  }

  /** Adds a statement that is sent with the next one that somebody waits for. */
  defer(statement: SentStatement): void {
    this.#waiting.push({ statement, waiter: undefined });
  }

  /** Returns the number of statements that wait, the given one and those behind it; 0 if it has been sent. */
  countFrom(statement: SentStatement): number {
    const index = this.#waiting.findIndex((waiting) => waiting.statement === statement);
    return index === -1 ? 0 : this.#waiting.length - index;
  }

  /** The number of statements that wait. */
  get waitingCount(): number {
    return this.#waiting.length;
  }

  /** Drops the last `count` statements that wait, by default all of them. */
  drop(count = this.#waiting.length): void {
    for (const { waiter } of this.#waiting.splice(this.#waiting.length - count))
      waiter?.reject(new Error('the transaction is over'));
  }

  /** Notes that the server accepts statements again, after a rollback to a savepoint. */
  recover(): void {
    this.#hasFailed = false;
    this.#deferredFailure = undefined;
  }

  #schedule(): void {
    if (this.#isBusy || this.#isScheduled) return;
    this.#isScheduled = true;
    queueMicrotask(() => {
      this.#isScheduled = false;
      void this.#send();
    });
  }

  async #send(): Promise<void> {
    const sent = this.#waiting.splice(0);
    if (sent.length === 0) return;
    this.#isBusy = true;
    this.#hasSent = true;
    const outcome = await this.#exchange(sent.map(({ statement }) => statement));
    this.#isBusy = false;
    this.#settle(sent, outcome);
    if (this.#waiting.some(({ waiter }) => waiter !== undefined)) this.#schedule();
  }

  #settle(sent: readonly Waiting[], { results, failure }: ExchangeOutcome): void {
    if (failure !== undefined) {
      this.#hasFailed = true;
      if (sent[results.length]?.waiter === undefined) this.#deferredFailure ??= failure;
    }
    for (const [index, { waiter }] of sent.entries()) {
      const result = results[index] ?? failure;
      if (result instanceof Error) waiter?.reject(result);
      else if (result !== undefined) waiter?.resolve(result);
    }
  }
}
