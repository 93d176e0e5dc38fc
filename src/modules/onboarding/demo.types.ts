import type { User } from '../../../generated/v2/types.ts';
import type { Role, Unit } from '../../platform/unit.ts';

/** By first name. */
export type People = ReadonlyMap<string, { readonly user: User; readonly role: Role }>;

/** Who acts in the demo. */
export interface DemoActors {
  readonly as: (name: string, daysAgo: number) => Unit;
  readonly people: People;
}
