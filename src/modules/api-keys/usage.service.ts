import type { ApiKeyDayUsage, ApiKeyOperationUsage, ApiKeyUsage } from '../../../generated/v2/types.ts';
import type { Unit } from '../../platform/unit.ts';
import { listUsage, type UsageCount, type UsageRecorder } from '../usage/index.ts';
import { findLastUse } from './api-keys.repository.ts';
import { getApiKey } from './api-keys.service.ts';

export type GetApiKeyUsage = (unit: Unit, apiKeyId: string, days: number) => Promise<ApiKeyUsage>;

/**
 * Returns what a key was used for. The counts in this process's memory are written first, so that the response includes
 * them.
 */
export function createApiKeyUsage({ flush }: Pick<UsageRecorder, 'flush'>): GetApiKeyUsage {
  return async (unit, apiKeyId, days) => {
    const key = await getApiKey(unit, apiKeyId);
    await flush();
    const counts = await listUsage(unit, { credential_id: key.id }, days);
    return {
      api_key_id: key.id,
      last_used_at: await findLastUse(unit.db, key),
      requests: counts.reduce((total, { requests }) => total + requests, 0),
      by_operation: byOperation(counts),
      by_day: byDay(counts),
    };
  };
}

/** Groups counts that are sorted by day, latest first. */
function byOperation(counts: readonly UsageCount[]): ApiKeyOperationUsage[] {
  const found = new Map<string, ApiKeyOperationUsage>();
  for (const { version, operation_id, requests, used_on } of counts) {
    const name = `${version} ${operation_id}`;
    const known = found.get(name) ?? { version, operation_id, requests: 0, last_used_on: used_on };
    found.set(name, { ...known, requests: known.requests + requests });
  }
  return [...found.values()].sort((a, b) => b.requests - a.requests);
}

function byDay(counts: readonly UsageCount[]): ApiKeyDayUsage[] {
  const found = new Map<string, number>();
  for (const { used_on, requests } of counts) found.set(used_on, (found.get(used_on) ?? 0) + requests);
  return [...found].map(([day, requests]) => ({ day, requests }));
}
