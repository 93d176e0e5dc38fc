import type { Handlers as HandlersV1 } from '../../generated/v1/handlers.ts';
import type { Handlers as HandlersV2 } from '../../generated/v2/handlers.ts';
import type { KeepingRules } from '../contract/controller/keeping.ts';
import type { PathResolver, SecurityHandler } from '../contract/options.ts';
import type { Subscriber } from '../outbox/delivery.ts';
import type { AnonymousUnit } from '../platform/unit.ts';
import type { JobTasks } from '../queue/job-context.ts';
import type { Schedule } from '../queue/worker.ts';

/** What a module provides to the process. Parts that it does not have are left out. */
export interface Module {
  readonly v2?: Partial<HandlersV2>;
  readonly v1?: Partial<HandlersV1>;
  /** The reads whose responses are kept, by document. */
  readonly kept?: { readonly v2?: KeepingRules<HandlersV2>; readonly v1?: KeepingRules<HandlersV1> };
  /** Handlers by the name of the security scheme. */
  readonly security?: Readonly<Record<string, SecurityHandler>>;
  /** Resolvers by the name of the path parameter. They apply to operations of every module. */
  readonly resolvers?: Readonly<Record<string, PathResolver>>;
  /** Functions that read what the pages around the contract show. */
  readonly site?: Readonly<Record<string, () => Promise<unknown>>>;
  readonly jobs?: JobTasks;
  readonly schedules?: readonly Schedule[];
  /** Functions that handle events. */
  readonly subscribers?: readonly Subscriber[];
  /** Functions that the command line calls, each with a unit without an actor. */
  readonly commands?: Readonly<Record<string, (unit: AnonymousUnit, ...args: never[]) => Promise<unknown>>>;
}
