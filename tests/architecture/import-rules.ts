import type { IForbiddenRuleType } from 'dependency-cruiser';
import { composition, forbid, offer, only, problems, reader } from './import-rule.ts';
import { moduleRules } from './module-import-rules.ts';

// The table "Who may import whom" of docs/ARCHITECTURE.md as rules of dependency-cruiser. Most rules list the allowed
// files, so that a new folder is forbidden until somebody adds it.

/** The npm packages of `names` may be imported below `home` only. */
function atHome(name: string, names: readonly string[], home: string): IForbiddenRuleType {
  return {
    name,
    severity: 'error',
    // The composition root passes the packages' objects on and may name their types.
    from: { path: '^src/', pathNot: [home, ...composition] },
    to: { path: `(^|/)node_modules/(@types/)?(${names.join('|')})/` },
    comment: `${names.join(', ')}: only in ${home}`,
  };
}

const folders: readonly IForbiddenRuleType[] = [
  forbid('nobody-imports-main', '^(src|generated)/', { path: '^src/main\\.ts$' }, 'main.ts is run, not imported'),
  {
    name: 'only-the-command-line-imports-app',
    severity: 'error',
    from: {
      path: '^(src|generated)/',
      pathNot: ['^src/(main|serving-process)\\.ts$', '^src/commands/', ...composition, ...offer],
    },
    to: { path: composition },
    comment: 'the composition root imports the parts, never the other way round',
  },
  only(
    'contract-uses-platform-and-problems',
    '^src/contract/',
    ['^src/contract/', '^src/platform/', problems, reader],
    'the engine does not know the domain; app.ts passes the tables to it',
  ),
  only(
    'http-uses-platform-and-problems',
    '^src/http/',
    ['^src/http/', '^src/contract/', '^src/documents/[^/]+$', reader, '^src/platform/', problems],
    'the HTTP server does not know the domain; app.ts passes everything that it serves',
  ),
  {
    name: 'generator-stays-out-of-the-running-server',
    severity: 'error',
    from: { path: '^(src|generated)/', pathNot: '^src/documents/generate/' },
    to: { path: '^src/documents/generate/' },
    comment: 'make generate runs it; the server only reads its output',
  },
  {
    name: 'comparison-stays-out-of-the-running-server',
    severity: 'error',
    from: { path: '^(src|generated)/', pathNot: '^src/documents/(compare|generate)/' },
    to: { path: '^src/documents/compare/' },
    comment: 'make contract and the generators run it; the server does not compare documents',
  },
  {
    name: 'lint-stays-out-of-the-running-server',
    severity: 'error',
    from: { path: '^(src|generated)/', pathNot: '^src/documents/lint/' },
    to: { path: '^src/documents/lint/' },
    comment: 'Redocly loads it; the server does not lint documents',
  },
  only(
    'documents-are-pure',
    '^src/documents/[^/]+$',
    ['^src/documents/[^/]+$', reader],
    'they convert documents to documents, without the engine or the platform',
  ),
  only('reader-imports-nothing', reader, [reader], 'all code that reads documents depends on it'),
  only(
    'generator-uses-documents-and-contract',
    '^src/documents/(generate|lint)/',
    ['^src/documents/', '^src/contract/', '^src/platform/versions\\.ts$', problems],
    'it generates the engine’s input and does not know the domain',
  ),
  only(
    'comparison-uses-reader',
    '^src/documents/compare/',
    ['^src/documents/compare/', reader, '^src/platform/terminal-text\\.ts$'],
    'consumers get these files alone, bundled as generated/gate.mjs',
  ),
  only(
    'generated-uses-contract-and-problems',
    '^generated/',
    ['^generated/', '^src/contract/', problems],
    'generated code uses types of the contract, and AppError',
  ),
  {
    name: 'generated-imports-only-types-of-contract',
    severity: 'error',
    // Compiled validators call the format checks.
    from: { path: '^generated/', pathNot: '^generated/validators\\.cjs$' },
    to: { path: '^src/contract/', dependencyTypesNot: ['type-only'] },
    comment: 'generated tables contain no behaviour of the engine',
  },
  only('problems-import-nothing', '^src/problems/', [problems], 'every part may import them'),
  only(
    'platform-uses-problems',
    '^src/platform/',
    ['^src/platform/', problems],
    'the platform does not know the domain',
  ),
  only(
    'processes-use-platform',
    '^src/processes/',
    ['^src/processes/', '^src/platform/', '^src/contract/access/(bounded-map|rate-limits)\\.ts$', problems],
    'the supervisor does not know what its processes serve',
  ),
  only(
    'audit-uses-platform',
    '^src/audit/',
    ['^src/audit/', '^src/platform/', problems, '^generated/sensitive-names\\.ts$'],
    'the audit chain does not depend on the meaning of its rows',
  ),
  only(
    'outbox-uses-platform-and-audit',
    '^src/outbox/',
    ['^src/(outbox|audit)/', '^src/platform/', problems, '^generated/(events|problems)\\.ts$'],
    'record() and the relay do not know any module',
  ),
  only(
    'queue-uses-platform',
    '^src/queue/',
    ['^src/queue/', '^src/platform/', problems, '^generated/(events|problems)\\.ts$'],
    'the queue does not know any module',
  ),
  only(
    'cache-uses-platform',
    '^src/cache/',
    ['^src/cache/', '^src/platform/', problems],
    'the cache does not know what it keeps',
  ),
  only(
    'config-uses-platform',
    '^src/config(\\.ts$|/)',
    ['^src/config/', '^src/platform/', '^src/contract/vocabulary\\.ts$', problems],
    'settings are read before anything else exists',
  ),
  only(
    'client-uses-generated-types',
    '^src/client/',
    ['^src/client/', '^generated/(client|v2/types)\\.ts$'],
    'make client packs it for others; the package contains no code of the server',
  ),
  forbid(
    'client-uses-openapi-fetch',
    '^src/client/',
    {
      dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-optional', 'npm-no-pkg', 'npm-unknown'],
      pathNot: '(^|/)node_modules/openapi-(fetch|typescript-helpers)/',
    },
    'the package runs in browsers and depends on openapi-fetch alone',
  ),
  {
    name: 'config-is-passed-in',
    severity: 'error',
    from: { path: '^(src|generated)/', pathNot: ['^src/(main|config)\\.ts$', '^src/commands/', ...composition] },
    to: { path: '^src/config\\.ts$' },
    comment: 'app.ts passes settings to the parts; they do not load them',
  },
];

/** The files that import OpenTelemetry's packages. */
const openTelemetry = '^src/platform/tracing/(open-telemetry-tracer|sampler)\\.ts$';

const packages: readonly IForbiddenRuleType[] = [
  atHome('koa-at-home', ['koa', '@koa/[^/]+', 'koa-(?!ratelimit)[^/]+'], '^src/http/'),
  atHome('limits-at-home', ['koa-ratelimit'], '^src/contract/'),
  atHome('engine-at-home', ['openapi-backend'], '^src/contract/'),
  atHome('database-at-home', ['knex', 'pg'], '^src/platform/|\\.repository\\.ts$'),
  {
    name: 'repository-imports-only-types-of-knex',
    severity: 'error',
    from: { path: '\\.repository\\.ts$' },
    to: { path: '(^|/)node_modules/(knex|pg)/', dependencyTypesNot: ['type-only'] },
    comment: 'the platform owns connections; a repository receives a Db',
  },
  atHome('cache-at-home', ['keyv', '@keyv/[^/]+', '@cacheable/[^/]+'], '^src/cache/'),
  atHome('redis-at-home', ['ioredis'], '^src/platform/'),
  atHome('mail-at-home', ['nodemailer'], '^src/platform/'),
  atHome('queue-at-home', ['graphile-worker'], '^src/queue/'),
  atHome('metrics-at-home', ['prom-client'], '^src/platform/'),
  {
    name: 'traces-are-loaded-on-demand',
    severity: 'error',
    from: { path: '^(src|generated)/', pathNot: openTelemetry },
    to: { path: [openTelemetry, '(^|/)node_modules/@opentelemetry/'], dynamic: false },
    comment: 'a server without traces does not load OpenTelemetry; open-tracer.ts imports it dynamically',
  },
  {
    name: 'no-development-packages-in-production',
    severity: 'error',
    from: { path: '^(src|generated)/', pathNot: '^src/documents/generate/' },
    to: { dependencyTypes: ['npm-dev'], pathNot: '(^|/)node_modules/@types/' },
    comment: 'the image contains dependencies, but no devDependencies',
  },
];

/** Every rule. The test plants a violation of each. */
export const importRules: readonly IForbiddenRuleType[] = [
  ...folders,
  ...moduleRules,
  ...packages,
  {
    name: 'no-cycle',
    severity: 'error',
    from: {},
    to: { circular: true },
    comment: 'files that import each other should be one file',
  },
];
