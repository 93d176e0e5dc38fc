import type { User } from '../../../generated/v2/types.ts';
import type { Role, Unit } from '../../platform/unit.ts';

/** The people of the demo, by first name. */
export type People = ReadonlyMap<string, { readonly user: User; readonly role: Role }>;

/** The people of the demo, and a function that creates a unit for one of them. */
export interface DemoActors {
  readonly as: (name: string, daysAgo: number, resourceId?: string) => Unit;
  readonly people: People;
}
