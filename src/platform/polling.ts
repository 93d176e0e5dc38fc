import type { FailureLog } from './failure-log.ts';

/** What one pass found: nothing, some work, or so much that another pass should follow at once. */
export type PassResult = 'none' | 'some' | 'more';

export interface PollingOptions {
  readonly pass: () => Promise<PassResult>;
  /** Told of every pass; after one that failed the next follows after `idleMsMax`. */
  readonly failures: FailureLog;
  /** Pause after a pass that found nothing; doubled from the least to the most. */
  readonly idleMsMin: number;
  readonly idleMsMax: number;
  /** Pause between a wake signal and the pass it causes, so that a burst of signals makes one pass. */
  readonly gatherMs: number;
}

export interface Polling {
  /** Asks for a pass soon; cheap, may be called as often as one likes. */
  wake(): void;
  /** Lets the running pass end, works off what is still there (at most `DRAIN_PASSES` passes), and resolves. */
  stop(): Promise<void>;
}

const DRAIN_PASSES = 20;

/** Calls `pass` again and again, never twice at the same time: at once while there is more, soon after a wake, else by the clock. */
export function startPolling(options: PollingOptions): Polling {
  const { idleMsMin, idleMsMax, gatherMs } = options;
  const bell = createBell();

  async function attempt(): Promise<PassResult | 'failed'> {
    try {
      const result = await options.pass();
      options.failures.succeeded();
      return result;
    } catch (error) {
      options.failures.failed(error);
      return 'failed';
    }
  }

  async function drain(): Promise<void> {
    for (let passes = 0; passes < DRAIN_PASSES; passes++) {
      const result = await attempt();
      if (result === 'none' || result === 'failed') return;
    }
  }

  async function loop(): Promise<void> {
    let idleMs = idleMsMin;
    while (!bell.isStopping()) {
      const result = await attempt();
      if (result === 'more') continue;
      if (result === 'failed') {
        await bell.pause(idleMsMax, { isWakeable: false });
        continue;
      }
      idleMs = result === 'some' ? idleMsMin : Math.min(idleMs * 2, idleMsMax);
      if (!bell.takeNudge()) {
        await bell.pause(idleMs, { isWakeable: true });
        if (!bell.takeNudge()) continue;
      }
      await bell.pause(gatherMs, { isWakeable: false });
    }
    await drain();
  }

  const ended = loop();
  return {
    wake: bell.wake,
    stop: () => {
      bell.stop();
      return ended;
    },
  };
}

/** What the loop sleeps on, and others ring. */
function createBell() {
  let isNudged = false;
  let isStopping = false;
  let wake: (isLast: boolean) => void = () => undefined;
  return {
    isStopping: () => isStopping,
    wake: () => {
      isNudged = true;
      wake(false);
    },
    stop: () => {
      isStopping = true;
      wake(true);
    },
    /** True once after one or more wake signals. */
    takeNudge: () => {
      const wasWoken = isNudged;
      isNudged = false;
      return wasWoken;
    },
    /** Resolves after `ms`, or at a wake where that may wake it, or when it all stops. */
    pause: async (ms: number, { isWakeable }: { readonly isWakeable: boolean }): Promise<void> => {
      if (isStopping || (isWakeable && isNudged)) return;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms);
        wake = (isLast) => {
          if (!isLast && !isWakeable) return;
          clearTimeout(timer);
          resolve();
        };
      });
    },
  };
}
