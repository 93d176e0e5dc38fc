// Serving processes by node:cluster: they share one port. The supervisor accepts the connections and hands each to the
// next process, so that few connections that stay open are spread as evenly as many.
import cluster, { type Worker } from 'node:cluster';
import type { End, Child } from './supervisor.ts';
import { createLink, type Endpoint } from './link.ts';
import type { ServingProcess, Supervision } from './protocol.ts';

/**
 * Starts a process of `program`.
 * @param offer what the process may call
 */
export function forkProcess<Settings>(program: string, offer: Supervision): Child<Settings> {
  // Structured clones, because JSON would lose members that are undefined.
  cluster.setupPrimary({ exec: program, args: [], serialization: 'advanced' });
  const worker = cluster.fork();
  const link = createLink<ServingProcess<Settings>, Supervision>(endpointOf(worker), offer);
  return { pid: worker.process.pid, link, ended: untilEnded(worker), kill: () => worker.process.kill('SIGKILL') };
}

function endpointOf(worker: Worker): Endpoint {
  return {
    send: (message) => {
      // The callback receives the error of a channel that closes meanwhile.
      if (worker.isConnected()) worker.process.send(message as object, () => undefined);
    },
    onMessage: (listener) => worker.process.on('message', listener),
    onClose: (listener) => void worker.process.once('exit', listener),
  };
}

function untilEnded(worker: Worker): Promise<End> {
  return new Promise((resolve) => {
    worker.process.once('exit', (code, signal) => resolve({ code, signal }));
    // The process could not be created.
    worker.once('error', () => {
      if (worker.process.pid === undefined) resolve({ code: null, signal: null });
    });
  });
}

/** The channel to the supervisor. Only in a process that it has started. */
export function supervisorEndpoint(): Endpoint {
  return {
    send: (message) => {
      if (process.connected) process.send?.(message, () => undefined);
    },
    onMessage: (listener) => process.on('message', listener),
    onClose: (listener) => process.once('disconnect', listener),
  };
}
