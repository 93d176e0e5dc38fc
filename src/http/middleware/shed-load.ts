import { setTimeout as delay } from 'node:timers/promises';
import type { Socket } from 'node:net';
import { AppError } from '../../problems/app-error.ts';
import type { OverloadReason } from '../../platform/load-watch.ts';
import { isMonitoringPath } from '../monitoring-paths.ts';
import type { HttpContext, HttpMiddleware, HttpOptions, LoadOptions } from '../options.ts';
import { engineOf } from './dispatch.ts';

const RETRY_AFTER_MS = 1000;

interface Shedding extends Pick<HttpOptions, 'engines' | 'metrics'> {
  readonly load: LoadOptions;
  /** Waits so many milliseconds; by default with a timer. */
  readonly pause?: (ms: number) => Promise<void>;
}

/**
 * Refuses requests with 503 `overloaded` while more arrive than can be done in time: before they are authenticated and
 * before their bodies are read. Monitoring and the requests by which people log in are always served. Pages are, too:
 * they are kept in memory and limited by address.
 */
export function shedLoad(options: Shedding): HttpMiddleware {
  const { engines, load } = options;
  const refusals = new Refusals(options);
  return async (context, next) => {
    const reason = load.reasonToRefuse(context.path, context.method !== 'GET' && context.method !== 'HEAD');
    try {
      const isServed = reason === undefined || context.method === 'OPTIONS' || isFirst(context, load);
      if (isServed) {
        await next();
        return;
      }
      refusals.count(reason);
      const error = overloaded();
      engineOf(engines, context.path)?.refuse(context, error);
      throw error;
    } catch (error) {
      if (error instanceof AppError && error.code === 'overloaded') await refusals.hold(context);
      throw error;
    }
  };
}

function isFirst({ method, path }: HttpContext, { first }: LoadOptions): boolean {
  return isMonitoringPath(path) || first.has(`${method} ${path}`);
}

function overloaded(): AppError {
  return new AppError('overloaded', 503, {}, { headers: { 'retry-after': String(RETRY_AFTER_MS / 1000) } });
}

class Refusals {
  readonly #options: Shedding;
  /** When each connection was last refused. */
  readonly #refusedAt = new WeakMap<Socket, number>();

  constructor(options: Shedding) {
    this.#options = options;
  }

  count(reason: OverloadReason): void {
    this.#options.metrics.httpShed.inc({ reason });
  }

  /**
   * Delays the refusal of a connection whose client comes back before Retry-After for a half of the rest of that time or
   * more. Without it, clients that try again at once would spend the process's time on refusals. They do not all come
   * back together, because chance chooses how long. A proxy's connections belong to many clients.
   */
  async hold({ req: { socket } }: HttpContext): Promise<void> {
    const { load, pause = delay } = this.#options;
    if (load.isBehindProxy) return;
    const restMs = (this.#refusedAt.get(socket) ?? -Infinity) + RETRY_AFTER_MS - performance.now();
    if (restMs > 0) await pause(restMs * (1 - Math.random() / 2));
    this.#refusedAt.set(socket, performance.now());
  }
}
