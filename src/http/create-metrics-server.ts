import Koa from 'koa';
import { begin } from './middleware/begin.ts';
import { headers } from './middleware/headers.ts';
import { log } from './middleware/log.ts';
import { problem } from './middleware/problem.ts';
import { requireSoundMessage } from './middleware/require-sound-message.ts';
import type { HttpMiddleware, HttpOptions } from './options.ts';
import { respondToParserError } from './parser-errors.ts';
import { createProblemWriter } from './problem-body.ts';
import { metricsSurface } from './site/site.ts';

type MetricsServerOptions = Pick<
  HttpOptions,
  'readMetrics' | 'problems' | 'logger' | 'settings' | 'readHealth' | 'onFailure'
>;

/** Creates a server for `/metrics` and the probes, for a port that only monitoring can reach. */
export function createMetricsServer(options: MetricsServerOptions): Koa {
  const { logger, settings } = options;
  const writer = createProblemWriter(options.problems);
  const app = new Koa();
  const order: readonly HttpMiddleware[] = [
    begin(settings),
    log(logger),
    headers(),
    problem(writer, options),
    requireSoundMessage(),
    metricsSurface(options),
  ];
  for (const middleware of order) app.use(middleware);
  app.on('clientError', respondToParserError(writer, logger));
  app.on('error', (error: unknown) => logger.error({ err: error }, 'response was cut off'));
  return app;
}
