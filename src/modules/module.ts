import type { Handlers as HandlersV1 } from '../../generated/v1/handlers.ts';
import type { Handlers as HandlersV2 } from '../../generated/v2/handlers.ts';
import type { PathResolver, SecurityHandler } from '../contract/options.ts';
import type { Subscriber } from '../outbox/delivery.ts';
import type { AnonymousUnit } from '../platform/unit.ts';
import type { JobTasks } from '../queue/job-context.ts';
import type { Schedule } from '../queue/worker.ts';

/** What a module offers to the process. A part that it does not have is left out. */
export interface Module {
  readonly v2?: Partial<HandlersV2>;
  readonly v1?: Partial<HandlersV1>;
  /** By the name of the security scheme. */
  readonly security?: Readonly<Record<string, SecurityHandler>>;
  /** By the name of the path parameter, in operations of every module. */
  readonly resolvers?: Readonly<Record<string, PathResolver>>;
  readonly jobs?: JobTasks;
  readonly schedules?: readonly Schedule[];
  /** Who hears of events. */
  readonly subscribers?: readonly Subscriber[];
  /** What the command line asks for, each in a unit that nobody is the actor of. */
  readonly commands?: Readonly<Record<string, (unit: AnonymousUnit, ...args: never[]) => Promise<unknown>>>;
}
