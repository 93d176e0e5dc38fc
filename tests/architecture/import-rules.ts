import type { IForbiddenRuleType } from 'dependency-cruiser';
import { composition, forbid, offer, only, problems, reader } from './import-rule.ts';
import { moduleRules } from './module-import-rules.ts';

// The table "Who may import whom" of docs/ARCHITECTURE.md, as rules of dependency-cruiser. Most are written as
// "of our own files nothing but …", so that a room that is added later is forbidden until someone decides.

/** The npm packages of `names` may be imported below `home` only. */
function atHome(name: string, names: readonly string[], home: string): IForbiddenRuleType {
  return {
    name,
    severity: 'error',
    // The composition root hands things over, and may name their types.
    from: { path: '^src/', pathNot: [home, ...composition] },
    to: { path: `(^|/)node_modules/(@types/)?(${names.join('|')})/` },
    comment: `${names.join(', ')}: only in ${home}`,
  };
}

const rooms: readonly IForbiddenRuleType[] = [
  forbid('nobody-imports-main', '^(src|generated)/', { path: '^src/main\\.ts$' }, 'main.ts is started, not imported'),
  {
    name: 'only-the-command-line-imports-app',
    severity: 'error',
    from: { path: '^(src|generated)/', pathNot: ['^src/main\\.ts$', '^src/commands/', ...composition, ...offer] },
    to: { path: composition },
    comment: 'the composition root knows the rooms, not the other way round',
  },
  only(
    'contract-stands-on-platform-and-problems',
    '^src/contract/',
    ['^src/contract/', '^src/platform/', problems, reader],
    'the engine knows no domain; app.ts hands the tables over',
  ),
  only(
    'http-stands-on-platform-and-problems',
    '^src/http/',
    ['^src/http/', '^src/contract/', '^src/documents/[^/]+$', reader, '^src/platform/', problems],
    'the HTTP surface knows no domain; app.ts hands over what it serves',
  ),
  {
    name: 'generator-stays-out-of-the-running-server',
    severity: 'error',
    from: { path: '^(src|generated)/', pathNot: '^src/documents/generate/' },
    to: { path: '^src/documents/generate/' },
    comment: 'make generate runs it; the server only reads what it wrote',
  },
  {
    name: 'comparison-stays-out-of-the-running-server',
    severity: 'error',
    from: { path: '^(src|generated)/', pathNot: '^src/documents/(compare|generate)/' },
    to: { path: '^src/documents/compare/' },
    comment: 'make contract runs it, and generators may; the server has nothing to compare',
  },
  {
    name: 'lint-stays-out-of-the-running-server',
    severity: 'error',
    from: { path: '^(src|generated)/', pathNot: '^src/documents/lint/' },
    to: { path: '^src/documents/lint/' },
    comment: 'Redocly loads it; the server has nothing to lint',
  },
  only(
    'documents-are-pure',
    '^src/documents/[^/]+$',
    ['^src/documents/[^/]+$', reader],
    'functions from a document to a document: no engine, no platform',
  ),
  only('reader-stands-alone', reader, [reader], 'everybody who reads a document stands on it'),
  only(
    'generator-stands-on-documents-and-contract',
    '^src/documents/(generate|lint)/',
    ['^src/documents/', '^src/contract/', '^src/platform/versions\\.ts$', problems],
    'it writes what the engine reads; it knows no domain',
  ),
  only(
    'comparison-stands-alone',
    '^src/documents/compare/',
    ['^src/documents/compare/', reader],
    'consumers check these files out and run them without anything else',
  ),
  only(
    'generated-stands-on-contract-and-problems',
    '^generated/',
    ['^generated/', '^src/contract/', problems],
    'generated code takes types from the contract, and AppError',
  ),
  {
    name: 'generated-takes-only-types-from-contract',
    severity: 'error',
    // Compiled validators call the checks of formats.
    from: { path: '^generated/', pathNot: '^generated/validators\\.cjs$' },
    to: { path: '^src/contract/', dependencyTypesNot: ['type-only'] },
    comment: 'generated tables carry no behaviour of the engine',
  },
  only('problems-stand-alone', '^src/problems/', [problems], 'the ground everybody may stand on'),
  only('platform-stands-on-problems', '^src/platform/', ['^src/platform/', problems], 'no domain word in the platform'),
  only(
    'audit-stands-on-platform',
    '^src/audit/',
    ['^src/audit/', '^src/platform/', problems, '^generated/sensitive-names\\.ts$'],
    'the chain knows rows, not what they say',
  ),
  only(
    'outbox-stands-on-platform-and-audit',
    '^src/outbox/',
    ['^src/(outbox|audit)/', '^src/platform/', problems, '^generated/(events|problems)\\.ts$'],
    'record() and the relay know no module',
  ),
  only(
    'queue-stands-on-platform',
    '^src/queue/',
    ['^src/queue/', '^src/platform/', problems, '^generated/(events|problems)\\.ts$'],
    'the queue knows no module',
  ),
  only(
    'config-stands-alone',
    '^src/config(\\.ts$|/)',
    ['^src/config/', '^src/platform/', '^src/contract/vocabulary\\.ts$', problems],
    'settings are read before anything else exists',
  ),
  {
    name: 'config-is-handed-over',
    severity: 'error',
    from: { path: '^(src|generated)/', pathNot: ['^src/(main|config)\\.ts$', '^src/commands/', ...composition] },
    to: { path: '^src/config\\.ts$' },
    comment: 'app.ts hands settings over; nobody fetches them',
  },
];

const packages: readonly IForbiddenRuleType[] = [
  atHome('koa-at-home', ['koa', '@koa/[^/]+', 'koa-(?!ratelimit)[^/]+'], '^src/http/'),
  atHome('limits-at-home', ['koa-ratelimit'], '^src/contract/'),
  atHome('engine-at-home', ['openapi-backend'], '^src/contract/'),
  atHome('database-at-home', ['knex', 'pg'], '^src/platform/|\\.repository\\.ts$'),
  {
    name: 'repository-takes-only-types-of-knex',
    severity: 'error',
    from: { path: '\\.repository\\.ts$' },
    to: { path: '(^|/)node_modules/(knex|pg)/', dependencyTypesNot: ['type-only'] },
    comment: 'connections are the platform’s: a repository gets a Db',
  },
  atHome('cache-at-home', ['keyv', '@keyv/[^/]+', '@cacheable/[^/]+', 'ioredis'], '^src/platform/'),
  atHome('mail-at-home', ['nodemailer'], '^src/platform/'),
  atHome('queue-at-home', ['graphile-worker'], '^src/queue/'),
  atHome('metrics-at-home', ['prom-client'], '^src/platform/'),
  {
    name: 'no-development-packages-in-production',
    severity: 'error',
    from: { path: '^(src|generated)/', pathNot: '^src/documents/generate/' },
    to: { dependencyTypes: ['npm-dev'], pathNot: '(^|/)node_modules/@types/' },
    comment: 'the image has dependencies, not devDependencies',
  },
];

/** Every rule; the test plants a violation of each. */
export const importRules: readonly IForbiddenRuleType[] = [
  ...rooms,
  ...moduleRules,
  ...packages,
  {
    name: 'no-cycle',
    severity: 'error',
    from: {},
    to: { circular: true },
    comment: 'two files that need each other are one',
  },
];
