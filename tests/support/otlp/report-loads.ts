// Preloaded into a process: prints the name of each package of OpenTelemetry that is loaded.
import { registerHooks } from 'node:module';

registerHooks({
  load: (url, context, next) => {
    const [, name] = /\/node_modules\/(@opentelemetry\/[^/]+)\//.exec(url) ?? [];
    if (name !== undefined) process.stderr.write(`loaded ${name}\n`);
    return next(url, context);
  },
});
