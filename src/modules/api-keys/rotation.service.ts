import { problems } from '../../../generated/problems.ts';
import type { ApiKey, ApiKeyCreated, ApiKeyRotation } from '../../../generated/v2/types.ts';
import { record } from '../../outbox/record.ts';
import { hashToken, newToken } from '../../platform/crypto.ts';
import type { Unit } from '../../platform/unit.ts';
import { assertGrantable, assertWithinLife, hintOf, maySee } from './api-keys.policy.ts';
import { lockApiKey, replaceSecret } from './api-keys.repository.ts';
import { getApiKey } from './api-keys.service.ts';

const unitsMs = { M: 60_000, H: 3_600_000, D: 86_400_000 } as const;

/**
 * Replaces the secret of the key.
 * @throws AppError `not_found` (404), `key_not_yours` (403), `scope_not_grantable`, `expiry_not_grantable` (409)
 */
export async function rotateApiKey(unit: Unit, apiKeyId: string, input: ApiKeyRotation): Promise<ApiKeyCreated> {
  const before = await lockApiKey(unit.db, unit.actor, apiKeyId);
  if (before === undefined || !maySee(unit.actor, before)) throw problems.not_found();
  if (before.user_id !== unit.actor.user_id) throw problems.key_not_yours();
  if (unit.actor.credential_type === 'api_key') {
    // Otherwise a key could obtain the secret of one that has more scopes or lives longer.
    assertGrantable(unit.actor, before.scopes);
    assertWithinLife(before.expires_at, await getApiKey(unit, unit.actor.credential_id));
  }
  const token = newToken('ak_');
  const version = before.version + 1;
  const after: ApiKey = { ...before, hint: hintOf(token), version, updated_at: unit.now.toISOString() };
  await replaceSecret(unit.db, after, { token_hash: hashToken(token), previous_expires_at: overlapEnd(unit, input) });
  await record(unit, {
    audit: 'api_key.rotate',
    event: 'api_key.rotated',
    resource: { type: 'api_key', id: after.id },
    before,
    after,
    data: after,
  });
  return { ...after, token };
}

/**
 * Returns when the old secret stops working beside the new one; undefined if it stops now. The contract bounds the
 * format.
 */
function overlapEnd({ now }: Unit, { expires_in }: ApiKeyRotation): Date | undefined {
  const [, count, unit] = /^PT?(\d+)([DHM])$/.exec(expires_in ?? '') ?? [];
  if (count === undefined || unit === undefined) return undefined;
  return new Date(now.getTime() + Number(count) * unitsMs[unit as keyof typeof unitsMs]);
}
