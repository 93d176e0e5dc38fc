import type { FailureLog } from './failure-log.ts';

/** What one pass found: nothing, some work, or so much that the next pass should follow immediately. */
export type PassResult = 'none' | 'some' | 'more';

export interface PollingOptions {
  readonly pass: () => Promise<PassResult>;
  /** Receives the outcome of every pass. After a failure the next pass follows after `idleMsMax`. */
  readonly failures: FailureLog;
  /** Pause after a pass that found nothing. Doubles from `idleMsMin` to `idleMsMax`. */
  readonly idleMsMin: number;
  readonly idleMsMax: number;
  /** Pause between a wake signal and its pass, so that a burst of signals causes one pass. */
  readonly gatherMs: number;
}

export interface Polling {
  /** Requests a pass soon. Cheap, so it may be called after every commit. */
  wake(): void;
  /** Waits for the running pass, processes the remaining work in at most `DRAIN_PASSES` passes, and resolves. */
  stop(): Promise<void>;
}

const DRAIN_PASSES = 20;

/**
 * Calls `pass` repeatedly, one call at a time: immediately while there is more work, `gatherMs` after a wake signal,
 * otherwise after the idle pause.
 */
export function startPolling(options: PollingOptions): Polling {
  const { idleMsMin, idleMsMax, gatherMs } = options;
  const signal = createWakeSignal();

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
    while (!signal.isStopping()) {
      const result = await attempt();
      if (result === 'more') continue;
      if (result === 'failed') {
        await signal.pause(idleMsMax, { isWakeable: false });
        continue;
      }
      idleMs = result === 'some' ? idleMsMin : Math.min(idleMs * 2, idleMsMax);
      if (!signal.takeWake()) {
        await signal.pause(idleMs, { isWakeable: true });
        if (!signal.takeWake()) continue;
      }
      await signal.pause(gatherMs, { isWakeable: false });
    }
    await drain();
  }

  const ended = loop();
  return {
    wake: signal.wake,
    stop: () => {
      signal.stop();
      return ended;
    },
  };
}

/** A pause that a wake or stop signal can end. */
function createWakeSignal() {
  let isWoken = false;
  let isStopping = false;
  let wake: (isLast: boolean) => void = () => undefined;
  return {
    isStopping: () => isStopping,
    wake: () => {
      isWoken = true;
      wake(false);
    },
    stop: () => {
      isStopping = true;
      wake(true);
    },
    /** Returns whether there was a wake signal since the last call. */
    takeWake: () => {
      const wasWoken = isWoken;
      isWoken = false;
      return wasWoken;
    },
    /** Resolves after `ms`, at a stop signal, or (if `isWakeable`) at a wake signal. */
    pause: async (ms: number, { isWakeable }: { readonly isWakeable: boolean }): Promise<void> => {
      if (isStopping || (isWakeable && isWoken)) return;
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
