interface Batch {
  readonly tags: Set<string>;
  isAll: boolean;
  readonly sent: PromiseWithResolvers<undefined>;
}

/** @returns whether the tags were sent. Must not reject */
type Send = (tags: ReadonlySet<string> | 'all') => Promise<boolean>;

/** Tags that could not be sent are kept up to this number; beyond it, all values count as stale. */
const KEPT_TAGS_MAX = 2000;

/**
 * Sends tags in batches: one at a time, and what is waiting meanwhile goes into the next. So a busy process sends as many
 * messages as there is time for, however many changes it makes.
 */
export class Publisher {
  readonly #send: Send;
  #waiting = newBatch();
  #isSending = false;

  constructor(send: Send) {
    this.#send = send;
  }

  /** Resolves when the tags were sent, or could not be sent: then they are sent with the next ones. */
  async publish(tags: Iterable<string>): Promise<void> {
    for (const tag of tags) this.#waiting.tags.add(tag);
    const { sent, tags: waiting, isAll } = this.#waiting;
    if (waiting.size === 0 && !isAll) return;
    void this.#run();
    await sent.promise;
  }

  /** Sends what could not be sent before. */
  retry(): void {
    void this.#run();
  }

  async #run(): Promise<void> {
    if (this.#isSending) return;
    this.#isSending = true;
    let isSent = true;
    while (isSent && (this.#waiting.tags.size > 0 || this.#waiting.isAll)) {
      const batch = this.#waiting;
      this.#waiting = newBatch();
      isSent = await this.#send(batch.isAll ? 'all' : batch.tags);
      if (!isSent) this.#keep(batch);
      batch.sent.resolve(undefined);
    }
    this.#isSending = false;
    // Those who came during a failed attempt are not kept waiting for the next one.
    if (!isSent) this.#releaseWaiting();
  }

  #keep({ tags, isAll }: Batch): void {
    const waiting = this.#waiting;
    for (const tag of tags) waiting.tags.add(tag);
    waiting.isAll ||= isAll || waiting.tags.size > KEPT_TAGS_MAX;
    if (waiting.isAll) waiting.tags.clear();
  }

  #releaseWaiting(): void {
    const { tags, isAll, sent } = this.#waiting;
    this.#waiting = { ...newBatch(), tags, isAll };
    sent.resolve(undefined);
  }
}

function newBatch(): Batch {
  return { tags: new Set(), isAll: false, sent: Promise.withResolvers<undefined>() };
}
