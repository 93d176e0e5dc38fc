import Koa from 'koa';
import { begin } from './middleware/begin.ts';
import { compress } from './middleware/compress.ts';
import { cors } from './middleware/cors.ts';
import { dispatch } from './middleware/dispatch.ts';
import { headers } from './middleware/headers.ts';
import { log } from './middleware/log.ts';
import { metrics } from './middleware/metrics.ts';
import { negotiate } from './middleware/negotiate.ts';
import { problem } from './middleware/problem.ts';
import { problemPage } from './middleware/problem-page.ts';
import { shedLoad } from './middleware/shed-load.ts';
import { trace } from './middleware/trace.ts';
import { watchProblems } from './middleware/watch-problems.ts';
import { requireSoundMessage } from './middleware/require-sound-message.ts';
import type { HttpMiddleware, HttpOptions } from './options.ts';
import { respondToParserError } from './parser-errors.ts';
import { createProblemWriter } from './problem-body.ts';
import { createAssets } from './site/assets.ts';
import { surfaces } from './site/site.ts';

/** Creates the Koa application in front of the contract's engines. `listen` serves it. */
export function createServer(options: HttpOptions): Koa {
  const { engines, load, logger, settings, tracer } = options;
  const writer = createProblemWriter(options.problems);
  const assets = createAssets();
  const app = new Koa();

  // The order matters. The first middleware sees every request, the last one only what no other has handled.
  const order: readonly HttpMiddleware[] = [
    begin(settings),
    ...(tracer === undefined ? [] : [trace(tracer)]),
    log(logger),
    metrics(options),
    headers(),
    cors(settings.corsOrigins),
    compress(),
    problemPage(options, assets),
    problem(writer, options),
    watchProblems(options),
    requireSoundMessage(),
    surfaces(options, assets),
    negotiate(),
    ...(load === undefined ? [] : [shedLoad({ ...options, load })]),
    dispatch(engines),
  ];
  for (const middleware of order) app.use(middleware);

  app.on('clientError', respondToParserError(writer, logger));
  // Only errors outside of the middleware arrive here, such as a stream that fails while it is being sent.
  app.on('error', (error: unknown) => logger.error({ err: error }, 'response was cut off'));
  return app;
}
