// Preloaded into a process: prints the name of each package with the first of its files that is loaded.
import { registerHooks } from 'node:module';

const reported = new Set<string>();

registerHooks({
  load: (url, context, next) => {
    const [, name] = /\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(url) ?? [];
    if (name !== undefined && !reported.has(name)) {
      reported.add(name);
      process.stderr.write(`loaded ${name}\n`);
    }
    return next(url, context);
  },
});
