import type { App } from '../app.ts';

/** Beyond what `stop` promises; then something that it does not know keeps the process alive. */
const EXIT_MS_MAX = 1000;

/** Starts the application, and stops it at SIGTERM or SIGINT. */
export async function runUntilSignal(app: App, onStart: (port: number) => void): Promise<void> {
  const stopped = nextSignal();
  const { port } = await app.start();
  onStart(port);
  await stopped;
  await app.stop();
  setTimeout(() => process.exit(), EXIT_MS_MAX).unref();
}

/** The first signal drains; a second one ends the process at once. */
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
