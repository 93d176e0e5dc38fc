import type { AnonymousUnit } from '../../../platform/unit.ts';
import { forgetPersonRows } from './person-erasure.repository.ts';

/** Removes a user, by their id and their address, from what programs have reported about whom an error met. */
export async function forgetPerson(
  { db }: AnonymousUnit,
  user: { readonly id: string; readonly email: string },
): Promise<void> {
  await forgetPersonRows(db, user);
}
