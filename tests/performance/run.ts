// `node tests/performance/run.ts smoke --seconds 10`: one benchmark by its name.

const benchmarks: Readonly<Record<string, () => Promise<unknown>>> = {
  events: () => import('./events/main.ts'),
  errors: () => import('./errors/main.ts'),
  engine: () => import('./engine/main.ts'),
  overload: () => import('./overload/main.ts'),
  smoke: () => import('./smoke/main.ts'),
  soak: () => import('./soak/main.ts'),
  tuning: () => import('./tuning/main.ts'),
  whole: () => import('./whole/main.ts'),
};

const [name = ''] = process.argv.slice(2);
const run = benchmarks[name];
if (run === undefined)
  throw new Error(`there is no benchmark ${name}; there are ${Object.keys(benchmarks).join(', ')}`);
await run();
