import type { IForbiddenRuleType } from 'dependency-cruiser';
import { forbid, only, ours, problems, unit } from './import-rule.ts';
import { notBelow, ranks } from './ranks.ts';

const layer = (suffix: string): string => `^src/modules/([^/]+)/.*\\.${suffix}\\.ts$`;
const own = (suffixes: string): string => `^src/modules/$1/.*\\.(${suffixes})\\.ts$`;

/** Rules for the files of a module, by suffix, and for imports between modules, by rank. */
export const moduleRules: readonly IForbiddenRuleType[] = [
  only(
    'controller-uses-service-and-responses',
    layer('controller'),
    [own('service|types'), '^src/contract/controller/', '^generated/v[12]/', unit],
    'a controller converts requests and responses; rules and rows belong to the service',
  ),
  forbid(
    'controller-imports-only-types-of-generated',
    layer('controller'),
    { path: '^generated/', pathNot: '^generated/v[12]/paths\\.ts$', dependencyTypesNot: ['type-only'] },
    'a controller neither validates nor throws problems; at run time it needs only the paths of the contract',
  ),
  {
    name: 'service-uses-its-module',
    severity: 'error',
    from: { path: layer('service') },
    to: {
      path: ours,
      pathNot: [
        own('service|policy|repository|mail|types|data'),
        '^src/modules/[^/]+/index\\.ts$',
        '^src/outbox/record(-all)?\\.ts$',
        '^src/audit/verify\\.ts$',
        '^src/cache/cache\\.ts$',
        '^src/queue/enqueue\\.ts$',
        '^src/platform/',
        problems,
        '^generated/',
      ],
    },
    comment: 'a service contains rules; it does not know HTTP, the engine or the inside of another module',
  },
  only(
    'policy-is-pure',
    layer('policy'),
    // Parsing an address and recognizing a secret are pure functions.
    [
      own('policy|types'),
      '^generated/',
      unit,
      '^src/platform/(source-address|durations|secret-fields|secret-texts)\\.ts$',
      problems,
    ],
    'a policy decides by its parameters only',
  ),
  only(
    'keeping-is-pure',
    layer('keeping'),
    [own('policy|types'), '^src/modules/[^/]+/index\\.ts$', '^src/contract/controller/', '^generated/v[12]/', unit],
    'a rule names what a response depends on, by the response and its request only',
  ),
  only(
    'mail-is-text',
    layer('mail'),
    [
      own('types|mail'),
      '^src/platform/(mailer|mail-text)\\.ts$',
      '^generated/v[12]/(types|paths)\\.ts$',
      '^src/modules/[^/]+/index\\.ts$',
    ],
    'a mail text depends on its parameters only',
  ),
  only(
    'repository-is-only-sql',
    layer('repository'),
    [
      own('repository|policy|types'),
      '^src/platform/(database|database-errors|unit|cursor|durations|snapshot)\\.ts$',
      '^generated/v[12]/types\\.ts$',
      problems,
    ],
    'a repository contains SQL; it may use policies, so that rules of visibility are stated once',
  ),
  only(
    'types-come-from-the-contract',
    layer('types'),
    [own('types'), '^src/modules/[^/]+/index\\.ts$', '^src/platform/(mailer|versions)\\.ts$', '^generated/', unit],
    'records are the contract’s schemas',
  ),
  {
    name: 'types-are-only-types',
    severity: 'error',
    from: { path: layer('types') },
    to: { path: '^src/modules/[^/]+/index\\.ts$', dependencyTypesNot: ['type-only'] },
    comment: 'types may use another module’s types, not its functions',
  },
  only(
    'jobs-and-subscribers-use-services',
    layer('(jobs|subscriber)'),
    [
      '^src/modules/$1/',
      '^src/modules/[^/]+/index\\.ts$',
      '^src/(outbox|audit|queue|platform)/',
      problems,
      '^generated/',
    ],
    'jobs and subscribers do not know HTTP or the engine',
  ),
  only(
    'module-file-uses-its-module',
    '^src/modules/([^/]+)/module\\.ts$',
    [
      '^src/modules/$1/',
      '^src/modules/[^/]+/index\\.ts$',
      '^src/modules/module\\.ts$',
      '^src/app-context\\.ts$',
      '^src/contract/operation\\.ts$',
      '^src/(outbox|queue)/',
      '^src/platform/durations\\.ts$',
      '^generated/v[12]/operations\\.ts$',
    ],
    'module.ts creates a module from the context and from the exports of lower modules',
  ),
  {
    name: 'context-is-passed-in',
    severity: 'error',
    from: { path: '^src/modules/', pathNot: ['^src/modules/modules?\\.ts$', '^src/modules/[^/]+/module\\.ts$'] },
    to: { path: '^src/app-context\\.ts$' },
    comment: 'module.ts passes to its parts by name what they need of the context',
  },
  {
    name: 'index-exports-no-controller',
    severity: 'error',
    from: { path: '^src/modules/([^/]+)/index\\.ts$' },
    to: { path: ours, pathNot: own('service|policy|repository|mail|types') },
    comment: 'module.ts imports controllers from their files; other modules never need them',
  },
  forbid(
    'modules-import-the-index',
    '^src/modules/([^/]+)/',
    {
      path: '^src/modules/',
      pathNot: ['^src/modules/$1/', '^src/modules/[^/]+/index\\.ts$', '^src/modules/module\\.ts$'],
    },
    'the inside of a module is private',
  ),
  ...ranks
    .slice(0, -1)
    .map((name) =>
      forbid(
        `rank-of-${name}`,
        `^src/modules/${name}/`,
        { path: `^src/modules/(${notBelow(name).join('|')})/` },
        'a module imports lower modules only; upward it uses events or a function that modules.ts passes in',
      ),
    ),
];
