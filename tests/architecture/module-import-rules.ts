import type { IForbiddenRuleType } from 'dependency-cruiser';
import { forbid, only, ours, problems, unit } from './import-rule.ts';
import { notBelow, ranks } from './ranks.ts';

const layer = (suffix: string): string => `^src/modules/([^/]+)/.*\\.${suffix}\\.ts$`;
const own = (suffixes: string): string => `^src/modules/$1/.*\\.(${suffixes})\\.ts$`;

/** What the files of a module may import, by their suffix, and modules from each other, by their rank. */
export const moduleRules: readonly IForbiddenRuleType[] = [
  only(
    'controller-knows-service-and-responses',
    layer('controller'),
    [own('service|types'), '^src/contract/controller/', '^generated/v[12]/', unit],
    'the wire only: rules and rows are the service’s',
  ),
  forbid(
    'controller-takes-only-types-from-generated',
    layer('controller'),
    { path: '^generated/', pathNot: '^generated/v[12]/paths\\.ts$', dependencyTypesNot: ['type-only'] },
    'validation and problems are decided elsewhere; of the contract, a controller only says where things are',
  ),
  {
    name: 'service-stands-on-its-module',
    severity: 'error',
    from: { path: layer('service') },
    to: {
      path: ours,
      pathNot: [
        own('service|policy|repository|mail|types|data'),
        '^src/modules/[^/]+/index\\.ts$',
        '^src/outbox/record(-all)?\\.ts$',
        '^src/audit/verify\\.ts$',
        '^src/queue/enqueue\\.ts$',
        '^src/platform/',
        problems,
        '^generated/',
      ],
    },
    comment: 'a service knows rules; not HTTP, the engine, or the inside of another module',
  },
  only(
    'policy-is-pure',
    layer('policy'),
    // Reading an address is computing, too.
    [own('policy|types'), '^generated/', unit, '^src/platform/(source-address|durations)\\.ts$', problems],
    'a policy decides from what it is given',
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
    'a mail is made from what it is given',
  ),
  only(
    'repository-knows-rows',
    layer('repository'),
    [
      own('repository|policy|types'),
      '^src/platform/(database|database-errors|unit|cursor|durations|snapshot)\\.ts$',
      '^generated/v[12]/types\\.ts$',
      problems,
    ],
    'SQL only: no service, no HTTP; a policy, so that what is visible is said once',
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
    comment: 'what another module’s types are made of, not what it does',
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
    'what reacts knows no HTTP and no engine',
  ),
  only(
    'module-offers-its-own',
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
    'what a module offers is made from the context and from what lower modules export',
  ),
  {
    name: 'context-is-handed-over',
    severity: 'error',
    from: { path: '^src/modules/', pathNot: ['^src/modules/modules?\\.ts$', '^src/modules/[^/]+/module\\.ts$'] },
    to: { path: '^src/app-context\\.ts$' },
    comment: 'module.ts takes from the context what its parts need, and hands it over by name',
  },
  {
    name: 'index-shows-no-wire',
    severity: 'error',
    from: { path: '^src/modules/([^/]+)/index\\.ts$' },
    to: { path: ours, pathNot: own('service|policy|repository|mail|types') },
    comment: 'module.ts takes controllers from their files; other modules never need them',
  },
  forbid(
    'modules-meet-at-the-index',
    '^src/modules/([^/]+)/',
    {
      path: '^src/modules/',
      pathNot: ['^src/modules/$1/', '^src/modules/[^/]+/index\\.ts$', '^src/modules/module\\.ts$'],
    },
    'the inside of a module is its own',
  ),
  ...ranks
    .slice(0, -1)
    .map((name) =>
      forbid(
        `rank-of-${name}`,
        `^src/modules/${name}/`,
        { path: `^src/modules/(${notBelow(name).join('|')})/` },
        'downward only; upward by events or by a function that modules.ts passes in',
      ),
    ),
];
