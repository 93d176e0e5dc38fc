import type { Db } from '../../platform/database.ts';
import type { Actor } from '../../platform/unit.ts';
import { isKey, partsOf } from './task-keys.policy.ts';
import { findTaskIds } from './task-keys.repository.ts';

/** No task has this id, so an unknown key gets the same response as an unknown id. */
const ABSENT_ID = '00000000-0000-0000-0000-000000000000';

/** Returns the id of the task that an id or a key refers to. Visibility is checked when the task is read. */
export async function resolveTaskId(db: Db, actor: Actor, reference: string): Promise<string> {
  return (await resolveTaskIds(db, actor, [reference]))(reference);
}

/** The same for many references, with one statement if any of them is a key and none otherwise. */
export async function resolveTaskIds(
  db: Db,
  { organization_id }: Pick<Actor, 'organization_id'>,
  references: readonly string[],
): Promise<(reference: string) => string> {
  const keys = references.filter(isKey).flatMap((key) => partsOf(key) ?? []);
  const ids = keys.length === 0 ? undefined : await findTaskIds(db, organization_id, keys);
  return (reference) => (isKey(reference) ? (ids?.get(reference.toUpperCase()) ?? ABSENT_ID) : reference.toLowerCase());
}
