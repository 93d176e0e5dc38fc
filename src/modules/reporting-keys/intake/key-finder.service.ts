import type { Cache } from '../../../cache/cache.ts';
import type { Db } from '../../../platform/database.ts';
import { problems } from '../../../../generated/problems.ts';
import { findKeyByPublicKey } from './intake.repository.ts';
import type { IntakeKey } from './intake.types.ts';

const publicKeyPattern = /^[0-9a-f]{32}$/;

export interface KeyFinder {
  /**
   * Returns the active key with a public key, for its own project.
   * @throws AppError `reporting_key_refused` (403) if it is unknown or not active, `not_found` if it is of another project
   */
  readonly find: (publicKey: string, projectNumber: number) => Promise<IntakeKey>;
}

/** Envelopes come at a high rate with few keys, so that keys are kept until they, or their project, change. */
export function createKeyFinder(db: Db, cache: Cache<IntakeKey | undefined>): KeyFinder {
  const load = async (publicKey: string) => {
    const value = await findKeyByPublicKey(db, publicKey);
    if (value === undefined) return { value, tags: [], isKept: false };
    const { id, organization_id, project_id } = value;
    const tags = [`reporting_key:${id}`, `project:${project_id}`, `organization:${organization_id}`];
    return { value: Object.freeze(value), tags };
  };
  return {
    async find(publicKey, projectNumber) {
      const key = publicKeyPattern.test(publicKey)
        ? (cache.get(publicKey) ?? (await cache.fetch(publicKey, () => load(publicKey))))
        : undefined;
      if (key?.is_active !== true) throw problems.reporting_key_refused();
      if (key.project_number !== projectNumber) throw problems.not_found();
      return key;
    },
  };
}
