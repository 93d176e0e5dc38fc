/** A file whose imports break a rule. */
export interface Planted {
  readonly file: string;
  readonly imports: string;
}

function runtime(...targets: readonly string[]): string {
  return targets.map((target, index) => `import * as it${index} from '${target}';\nvoid it${index};`).join('\n');
}

/** The files that planted imports refer to. */
export const targets: readonly string[] = [
  'src/main.ts',
  'src/app.ts',
  'src/app-context.ts',
  'src/config.ts',
  'src/contract/controller/responses.ts',
  'src/contract/engine.ts',
  'src/platform/tracing/open-telemetry-tracer.ts',
  'src/platform/tracing/sampler.ts',
  'src/documents/generate/bundle.ts',
  'src/documents/compare/compare.ts',
  'src/documents/lint/plugin.ts',
  'src/http/create-server.ts',
  'src/outbox/record.ts',
  'src/outbox/relay.ts',
  'src/queue/queue.ts',
  'src/platform/database.ts',
  'src/platform/mailer.ts',
  'src/modules/tasks/index.ts',
  'src/modules/tasks/tasks.service.ts',
  'src/modules/tasks/tasks.policy.ts',
  'src/modules/tasks/tasks.repository.ts',
  'src/modules/tasks/tasks.controller.ts',
  'src/modules/projects/index.ts',
  'src/modules/projects/projects.repository.ts',
  'generated/v2/operations.ts',
  'generated/problems.ts',
];

export const planted: Readonly<Record<string, readonly Planted[]>> = {
  'nobody-imports-main': [{ file: 'src/http/a.ts', imports: runtime('../main.ts') }],
  'only-the-command-line-imports-app': [{ file: 'src/modules/tasks/b.jobs.ts', imports: runtime('../../app.ts') }],
  'contract-uses-platform-and-problems': [
    { file: 'src/contract/c1.ts', imports: runtime('../modules/tasks/index.ts') },
    { file: 'src/contract/c2.ts', imports: runtime('../../generated/v2/operations.ts') },
    { file: 'src/contract/c3.ts', imports: runtime('../http/create-server.ts') },
    { file: 'src/contract/c4.ts', imports: runtime('../outbox/record.ts') },
  ],
  'http-uses-platform-and-problems': [
    { file: 'src/http/d1.ts', imports: runtime('../modules/tasks/index.ts') },
    { file: 'src/http/middleware/d2.ts', imports: runtime('../../../generated/problems.ts') },
  ],
  'generator-stays-out-of-the-running-server': [
    { file: 'src/contract/e.ts', imports: runtime('../documents/generate/bundle.ts') },
  ],
  'comparison-stays-out-of-the-running-server': [
    { file: 'src/contract/e2.ts', imports: runtime('../documents/compare/compare.ts') },
  ],
  'lint-stays-out-of-the-running-server': [{ file: 'src/http/e4.ts', imports: runtime('../documents/lint/plugin.ts') }],
  'reader-imports-nothing': [{ file: 'src/documents/reader/e6.ts', imports: runtime('../../contract/engine.ts') }],
  'documents-are-pure': [{ file: 'src/documents/e5.ts', imports: runtime('../contract/engine.ts') }],
  'generator-uses-documents-and-contract': [
    { file: 'src/documents/generate/e6.ts', imports: runtime('../../platform/database.ts') },
  ],
  'processes-use-platform': [{ file: 'src/processes/j9.ts', imports: runtime('../outbox/record.ts') }],
  'audit-uses-platform': [{ file: 'src/audit/j3.ts', imports: runtime('../outbox/record.ts') }],
  'mail-is-text': [{ file: 'src/modules/tasks/p2.mail.ts', imports: runtime('../../platform/database.ts') }],
  'comparison-uses-reader': [{ file: 'src/documents/compare/e3.ts', imports: runtime('../generate/bundle.ts') }],
  'generated-uses-contract-and-problems': [{ file: 'generated/f.ts', imports: runtime('../src/platform/database.ts') }],
  'generated-imports-only-types-of-contract': [
    { file: 'generated/g.ts', imports: runtime('../src/contract/controller/responses.ts') },
  ],
  'problems-import-nothing': [{ file: 'src/problems/h.ts', imports: runtime('../platform/database.ts') }],
  'platform-uses-problems': [
    { file: 'src/platform/i1.ts', imports: runtime('../modules/tasks/index.ts') },
    { file: 'src/platform/i2.ts', imports: runtime('../contract/controller/responses.ts') },
    {
      file: 'src/platform/i3.ts',
      imports: `import type { X } from '../../generated/problems.ts';\nexport type Y = X;`,
    },
  ],
  'outbox-uses-platform-and-audit': [
    { file: 'src/outbox/j1.ts', imports: runtime('../modules/tasks/index.ts') },
    { file: 'src/outbox/j2.ts', imports: runtime('../../generated/v2/operations.ts') },
  ],
  'cache-uses-platform': [
    { file: 'src/cache/j4.ts', imports: runtime('../outbox/record.ts') },
    { file: 'src/cache/j5.ts', imports: runtime('../contract/engine.ts') },
  ],
  'queue-uses-platform': [
    { file: 'src/queue/k1.ts', imports: runtime('../modules/tasks/index.ts') },
    { file: 'src/queue/k2.ts', imports: runtime('../http/create-server.ts') },
  ],
  'config-uses-platform': [{ file: 'src/config.ts', imports: runtime('./modules/tasks/index.ts') }],
  'client-uses-generated-types': [
    { file: 'src/client/v1.ts', imports: runtime('../platform/database.ts') },
    { file: 'src/client/v2.ts', imports: runtime('../../generated/problems.ts') },
    { file: 'src/client/v3.ts', imports: runtime('../contract/engine.ts') },
  ],
  'client-uses-openapi-fetch': [
    { file: 'src/client/w1.ts', imports: runtime('node:crypto') },
    { file: 'src/client/w2.ts', imports: runtime('pg') },
  ],
  'config-is-passed-in': [
    { file: 'src/platform/l1.ts', imports: runtime('../config.ts') },
    { file: 'src/modules/tasks/l2.service.ts', imports: runtime('../../config.ts') },
  ],
  'controller-uses-service-and-responses': [
    { file: 'src/modules/tasks/m1.controller.ts', imports: runtime('./tasks.repository.ts') },
    { file: 'src/modules/tasks/m2.controller.ts', imports: runtime('../../contract/engine.ts') },
    { file: 'src/modules/tasks/m3.v1.controller.ts', imports: runtime('../projects/index.ts') },
    { file: 'src/modules/tasks/m4.controller.ts', imports: runtime('../../platform/database.ts') },
  ],
  'controller-imports-only-types-of-generated': [
    { file: 'src/modules/tasks/n.controller.ts', imports: runtime('../../../generated/v2/operations.ts') },
  ],
  'service-uses-its-module': [
    { file: 'src/modules/tasks/o1.service.ts', imports: runtime('../../http/create-server.ts') },
    { file: 'src/modules/tasks/o2.service.ts', imports: runtime('../../contract/controller/responses.ts') },
    { file: 'src/modules/tasks/o3.service.ts', imports: runtime('./tasks.controller.ts') },
    { file: 'src/modules/tasks/o4.service.ts', imports: runtime('../../outbox/relay.ts') },
  ],
  'policy-is-pure': [{ file: 'src/modules/tasks/p.policy.ts', imports: runtime('./tasks.repository.ts') }],
  'keeping-is-pure': [{ file: 'src/modules/tasks/p.keeping.ts', imports: runtime('./tasks.repository.ts') }],
  'repository-is-only-sql': [
    { file: 'src/modules/tasks/q1.repository.ts', imports: runtime('./tasks.service.ts') },
    { file: 'src/modules/tasks/q2.repository.ts', imports: runtime('../../http/create-server.ts') },
    { file: 'src/modules/tasks/q3.repository.ts', imports: runtime('../../platform/mailer.ts') },
  ],
  'types-come-from-the-contract': [
    { file: 'src/modules/tasks/r.types.ts', imports: runtime('../../platform/database.ts') },
  ],
  'types-are-only-types': [{ file: 'src/modules/tasks/rr.types.ts', imports: runtime('../projects/index.ts') }],
  'jobs-and-subscribers-use-services': [
    { file: 'src/modules/tasks/s1.jobs.ts', imports: runtime('../../contract/controller/responses.ts') },
    { file: 'src/modules/tasks/s2.subscriber.ts', imports: runtime('../../http/create-server.ts') },
  ],
  'module-file-uses-its-module': [
    { file: 'src/modules/tasks/module.ts', imports: runtime('../projects/projects.repository.ts') },
  ],
  'context-is-passed-in': [
    {
      file: 'src/modules/tasks/s3.service.ts',
      imports: `import type { X } from '../../app-context.ts';\nexport type Y = X;`,
    },
  ],
  'index-exports-no-controller': [
    { file: 'src/modules/comments/index.ts', imports: runtime('./comments.controller.ts') },
  ],
  'modules-import-the-index': [
    { file: 'src/modules/tasks/t.service.ts', imports: runtime('../projects/projects.repository.ts') },
  ],
  'koa-at-home': [
    { file: 'src/modules/tasks/u1.controller.ts', imports: runtime('koa') },
    { file: 'src/contract/u2.ts', imports: `import type Koa from 'koa';\nexport type K = Koa;` },
  ],
  'limits-at-home': [{ file: 'src/http/u3.ts', imports: runtime('koa-ratelimit') }],
  'engine-at-home': [{ file: 'src/http/v.ts', imports: runtime('openapi-backend') }],
  'database-at-home': [
    { file: 'src/modules/tasks/w1.controller.ts', imports: runtime('knex') },
    { file: 'src/modules/tasks/w2.service.ts', imports: runtime('pg') },
  ],
  'repository-imports-only-types-of-knex': [{ file: 'src/modules/tasks/w3.repository.ts', imports: runtime('pg') }],
  'cache-at-home': [{ file: 'src/modules/tasks/x.service.ts', imports: runtime('keyv') }],
  'redis-at-home': [{ file: 'src/contract/x2.ts', imports: runtime('ioredis') }],
  'mail-at-home': [{ file: 'src/queue/y.ts', imports: runtime('nodemailer') }],
  'queue-at-home': [{ file: 'src/modules/tasks/z.jobs.ts', imports: runtime('graphile-worker') }],
  'metrics-at-home': [{ file: 'src/http/za.ts', imports: runtime('prom-client') }],
  'traces-are-loaded-on-demand': [
    { file: 'src/platform/zc.ts', imports: runtime('@opentelemetry/api') },
    { file: 'src/store.ts', imports: runtime('./platform/tracing/open-telemetry-tracer.ts') },
    { file: 'src/platform/tracing/zd.ts', imports: runtime('./sampler.ts') },
  ],
  'no-development-packages-in-production': [{ file: 'src/platform/zb.ts', imports: runtime('fastify') }],
  'no-cycle': [{ file: 'src/platform/cycle-a.ts', imports: runtime('./cycle-b.ts') }],
};
