// All modules in the order of rank: each may import the index.ts of those before it. A new module is one line here.
import type { AppContext } from '../app-context.ts';
import { createActivityModule } from './activity/module.ts';
import { createAnalyticsModule } from './analytics/module.ts';
import { createApiKeysModule } from './api-keys/module.ts';
import { createAuditLogModule } from './audit-log/module.ts';
import { hashFirstPassword } from './auth/index.ts';
import { createAuthModule } from './auth/module.ts';
import { createCommentsModule } from './comments/module.ts';
import { createContractModule } from './contract/module.ts';
import { forgetReportedEvents } from './events/index.ts';
import { createEventsModule } from './events/module.ts';
import { forgetPerson, unassignSomeErrors } from './errors/index.ts';
import { createErrorsModule } from './errors/module.ts';
import { createErrorAlertsModule } from './error-alerts/module.ts';
import { createHealthModule } from './health/module.ts';
import { createIncidentsModule } from './incidents/module.ts';
import { createImportsModule } from './imports/module.ts';
import { createLabelsModule } from './labels/module.ts';
import { createMeModule } from './me/module.ts';
import { createMilestonesModule } from './milestones/module.ts';
import type { KeepingRule } from '../contract/controller/keeping.ts';
import type { Version } from '../platform/versions.ts';
import type { Module } from './module.ts';
import { createOnboardingModule } from './onboarding/module.ts';
import { createOnboarding } from './onboarding/index.ts';
import { createOrganizationsModule } from './organizations/module.ts';
import { createProjectsModule } from './projects/module.ts';
import { createReportingKeysModule } from './reporting-keys/module.ts';
import { createSessionsModule } from './sessions/module.ts';
import { createSourceMapsModule } from './source-maps/module.ts';
import { releaseTasksElsewhere, takeLabelOffTasks, takeTasksOffMilestone, unassignSome } from './tasks/index.ts';
import { createTasksModule } from './tasks/module.ts';
import { createUsageModule } from './usage/module.ts';
import { createUsersModule } from './users/module.ts';

export const modules = {
  usage: createUsageModule,
  organizations: createOrganizationsModule,
  sessions: createSessionsModule,
  'api-keys': createApiKeysModule,
  users: createUsersModule,
  auth: createAuthModule,
  me: createMeModule,
  projects: createProjectsModule,
  labels: createLabelsModule,
  milestones: createMilestonesModule,
  tasks: createTasksModule,
  comments: createCommentsModule,
  imports: createImportsModule,
  events: createEventsModule,
  'source-maps': createSourceMapsModule,
  errors: createErrorsModule,
  'reporting-keys': createReportingKeysModule,
  'error-alerts': createErrorAlertsModule,
  incidents: createIncidentsModule,
  activity: createActivityModule,
  analytics: createAnalyticsModule,
  'audit-log': createAuditLogModule,
  health: createHealthModule,
  contract: createContractModule,
  onboarding: createOnboardingModule,
} as const satisfies Readonly<Record<string, (context: AppContext, upward: Upward) => Module>>;

/**
 * Functions that a lower module needs from a higher one, by name. The lower module declares the type. This is the only
 * way for a lower module to call a higher one.
 */
function upwardFrom({ links }: AppContext) {
  return {
    forgetReportedEvents,
    forgetPerson,
    hashFirstPassword,
    openWorkspace: createOnboarding(links),
    releaseTasksElsewhere,
    takeLabelOffTasks,
    takeTasksOffMilestone,
    unassignSome,
    unassignSomeErrors,
  };
}
type Upward = ReturnType<typeof upwardFrom>;

type Created = ReturnType<(typeof modules)[keyof typeof modules]>;
type Intersection<Union> = (Union extends unknown ? (member: Union) => void : never) extends (member: infer All) => void
  ? All
  : never;
type MergedPart = 'v1' | 'v2' | 'security' | 'resolvers' | 'site' | 'jobs' | 'commands';
/** The values of `Part` of all modules, as one object. */
type Merged<Part extends MergedPart> = Intersection<
  Created extends infer One ? (One extends Readonly<Record<Part, infer Value>> ? Value : never) : never
>;

/** All modules as one. If no module has a handler for an operation, the type lacks it and the compiler reports it. */
export interface Modules {
  readonly v1: Merged<'v1'>;
  readonly v2: Merged<'v2'>;
  readonly security: Merged<'security'>;
  readonly resolvers: Merged<'resolvers'>;
  readonly site: Merged<'site'>;
  readonly jobs: Merged<'jobs'>;
  readonly commands: Merged<'commands'>;
  /** The rules of all kept reads, by document and operationId. */
  readonly kept: Readonly<Record<Version, Readonly<Record<string, KeepingRule>>>>;
  readonly schedules: NonNullable<Module['schedules']>;
  readonly subscribers: NonNullable<Module['subscribers']>;
}

export function createModules(context: AppContext): Modules {
  const upward = upwardFrom(context);
  const created: readonly Module[] = Object.values(modules).map((create) => create(context, upward));
  const merge = <Part extends MergedPart>(part: Part): Merged<Part> =>
    Object.assign({}, ...created.map((module) => module[part])) as Merged<Part>;
  return {
    v1: merge('v1'),
    v2: merge('v2'),
    security: merge('security'),
    resolvers: merge('resolvers'),
    site: merge('site'),
    jobs: merge('jobs'),
    commands: merge('commands'),
    kept: { v1: keptIn(created, 'v1'), v2: keptIn(created, 'v2') },
    schedules: created.flatMap(({ schedules = [] }) => schedules),
    subscribers: created.flatMap(({ subscribers = [] }) => subscribers),
  };
}

/** The engine calls a rule with the validated bodies of its operation only, which its own type no longer tells. */
function keptIn(created: readonly Module[], version: Version): Readonly<Record<string, KeepingRule>> {
  return Object.assign({}, ...created.map(({ kept }) => kept?.[version])) as Readonly<Record<string, KeepingRule>>;
}
