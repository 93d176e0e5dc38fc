import type { SessionFacts } from '../../../../generated/v2/types.ts';
import { HOUR_MS, MINUTE_MS } from '../../../platform/durations.ts';

export type Suspicion = NonNullable<SessionFacts['suspicion']>;

const NETWORKS_PER_HOUR_MAX = 10;
const PLACE_KEPT_MS = 90 * 24 * HOUR_MS;

/** What is known of a user's places when they appear in one. */
export interface PlaceHistory {
  /** False for somebody who logs in for the first time in months: everything would be new. */
  readonly has_any: boolean;
  readonly has_network: boolean;
  readonly has_agent: boolean;
  /** In how many networks they were within the hour, this one included. */
  readonly networks: number;
}

/** Networks count that were seen since. */
export function hourBefore(now: Date): Date {
  return new Date(now.getTime() - HOUR_MS);
}

/** Places that were last seen before are forgotten. */
export function placesForgottenBefore(now: Date): Date {
  return new Date(now.getTime() - PLACE_KEPT_MS);
}

/** What a log-in is suspected of: program and network both new, or too many networks. */
export function suspicionOfStart({ has_any, has_network, has_agent, networks }: PlaceHistory): Suspicion | undefined {
  if (has_any && !has_network && !has_agent) return 'new_place';
  return networks > NETWORKS_PER_HOUR_MAX ? 'many_networks' : undefined;
}

/** What a session is suspected of that comes from another network than before. */
export function suspicionOfMove(sinceMs: number, { networks }: PlaceHistory): Suspicion | undefined {
  if (sinceMs <= MINUTE_MS) return 'two_networks';
  return networks > NETWORKS_PER_HOUR_MAX ? 'many_networks' : undefined;
}
