import type { App } from '../app.ts';

/** After `stop`, the process ends even if something that `stop` does not close keeps it alive. */
const EXIT_MS_MAX = 1000;

/**
 * Starts the application and stops it at SIGTERM or SIGINT.
 * @param failed rejects when the application cannot go on; then it is stopped, too
 */
export async function runUntilSignal(
  app: App,
  onStart: (port: number) => void,
  failed = new Promise<never>(() => undefined),
): Promise<void> {
  endOnCrash(app);
  const stopped = nextSignal();
  const { port } = await app.start();
  onStart(port);
  try {
    await Promise.race([stopped, failed]);
  } finally {
    await app.stop();
    setTimeout(() => process.exit(), EXIT_MS_MAX).unref();
  }
}

/** Node would print the error with all its members, which can contain values of requests. */
export function endOnCrash(app: Pick<App, 'reportCrash'>): void {
  process.once('uncaughtException', (error) => {
    setTimeout(() => process.exit(1), EXIT_MS_MAX);
    void app.reportCrash(error).finally(() => process.exit(1));
  });
}

/** Resolves at the first signal. A second one ends the process immediately. */
export function nextSignal(): Promise<void> {
  return new Promise((resolve) => {
    let isStopping = false;
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.on(signal, () => {
        if (isStopping) process.exit(1);
        isStopping = true;
        resolve();
      });
    }
  });
}
