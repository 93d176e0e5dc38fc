import type { SessionFacts } from '../../../../generated/v2/types.ts';
import { HOUR_MS, MINUTE_MS } from '../../../platform/durations.ts';

export type Suspicion = NonNullable<SessionFacts['suspicion']>;

const NETWORKS_PER_HOUR_MAX = 10;
const PLACE_KEPT_MS = 90 * 24 * HOUR_MS;

/** What is known about a user's earlier places when they appear in one. */
export interface PlaceHistory {
  /** False for somebody who logs in for the first time in months: to them every place is new. */
  readonly has_any: boolean;
  readonly has_network: boolean;
  readonly has_agent: boolean;
  /** The number of networks they used within the hour, this one included. */
  readonly networks: number;
}

/** Returns since when networks are counted. */
export function hourBefore(now: Date): Date {
  return new Date(now.getTime() - HOUR_MS);
}

/** Returns the time before which places are deleted. */
export function placesForgottenBefore(now: Date): Date {
  return new Date(now.getTime() - PLACE_KEPT_MS);
}

/** Returns why a new session is suspicious: program and network are both new, or there are too many networks. */
export function suspicionOfStart({ has_any, has_network, has_agent, networks }: PlaceHistory): Suspicion | undefined {
  if (has_any && !has_network && !has_agent) return 'new_place';
  return networks > NETWORKS_PER_HOUR_MAX ? 'many_networks' : undefined;
}

/** Returns why a session that changes its network is suspicious. */
export function suspicionOfMove(sinceMs: number, { networks }: PlaceHistory): Suspicion | undefined {
  if (sinceMs <= MINUTE_MS) return 'two_networks';
  return networks > NETWORKS_PER_HOUR_MAX ? 'many_networks' : undefined;
}
