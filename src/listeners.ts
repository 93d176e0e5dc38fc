// The part of the composition root that opens the ports.
import type Koa from 'koa';
import type { AppContext } from './app-context.ts';
import type { Config } from './config.ts';
import { listen } from './http/listen.ts';
import type { Modules } from './modules/modules.ts';
import type { Part } from './platform/close-in-order.ts';
import { ForeseenError } from './problems/foreseen-error.ts';
import type { SharedListener } from './processes/group.ts';
import { composeMetricsServer } from './server.ts';

/** The limit for running responses of /metrics when the process stops. */
const METRICS_LIMIT_MS = 1000;

/** Listens on the port of the API: in this process, or in those that it supervises. */
export async function openListener(
  { config, group, store, ...context }: AppContext,
  compose: () => Koa,
): Promise<SharedListener> {
  try {
    if (group.role === 'supervisor') return await group.serve({ ...context, onCommit: () => void store.db.touch([]) });
    return await listen(compose(), config);
  } catch (error) {
    throw explainListenError(error, config);
  }
}

/** The listener uses three quarters of the time limit. The rest is for the parts that are closed after it. */
export function listenerPart(listener: SharedListener, { shutdown }: Config): Part {
  const limits = { lameDuckMs: shutdown.graceMs, limitMs: shutdown.limitMs * 0.75 };
  return { name: 'the listener', close: () => listener.close(limits) };
}

/** Serves /metrics and the probes on their own port until the process stops. */
export async function openMetrics(context: AppContext, modules: Modules, port: number): Promise<Part> {
  const { config, logger } = context;
  const listener = await listen(composeMetricsServer(context, modules), { host: config.host, port }).catch(
    (error: unknown) => {
      throw explainListenError(error, { host: config.host, port, name: 'METRICS_PORT' });
    },
  );
  logger.info({ host: config.host, port: listener.port }, 'metrics');
  return { name: 'the metrics', close: () => listener.close({ limitMs: METRICS_LIMIT_MS }) };
}

function explainListenError(
  error: unknown,
  { port, host, name = 'PORT' }: { readonly port: number; readonly host: string; readonly name?: string },
): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE')
    return new ForeseenError(`port ${port} is in use: stop the program that uses it, or set ${name}`, { cause: error });
  if (code === 'EACCES' || code === 'EADDRNOTAVAIL')
    return new ForeseenError(`cannot listen on ${host}:${port} (${code}): set HOST or ${name}`, { cause: error });
  return error;
}
