import type { App } from '../app.ts';

/** After `stop`, the process ends even if something that `stop` does not close keeps it alive. */
const EXIT_MS_MAX = 1000;

/** Starts the application and stops it at SIGTERM or SIGINT. */
export async function runUntilSignal(app: App, onStart: (port: number) => void): Promise<void> {
  const stopped = nextSignal();
  const { port } = await app.start();
  onStart(port);
  await stopped;
  await app.stop();
  setTimeout(() => process.exit(), EXIT_MS_MAX).unref();
}

/** Resolves at the first signal. A second one ends the process immediately. */
function nextSignal(): Promise<void> {
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
