import type { Unit } from '../../../platform/unit.ts';
import { forgetUser } from './retention.repository.ts';

/**
 * Removes a deleted user from the events that their reporters declared to be about them, in every organization, with
 * subject, data and extensions, which may name them. Type, source and times stay, and so do counts.
 */
export async function forgetReportedEvents({ db }: Unit, userId: string): Promise<void> {
  await forgetUser(db, userId);
}
