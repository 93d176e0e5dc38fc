import { problems } from '../../../generated/problems.ts';
import type {
  ContractViolation,
  DeprecationList,
  DeprecationUse,
  OperationUsage,
} from '../../../generated/v2/types.ts';
import type { PageRequest, Slice } from '../../platform/cursor.ts';
import type { Unit } from '../../platform/unit.ts';
import { dayBefore, listKeyUsage, sumUsage, type UsageRecorder, type UsageSum } from '../usage/index.ts';
import type { BreachRecorder } from './breach-recorder.service.ts';
import { listViolationRows } from './contract.repository.ts';
import type { DeprecatedOperation, UsageFilters, ViolationFilters } from './contract.types.ts';

const DAYS_SHOWN = 30;
const KEYS_SHOWN_MAX = 100;

interface ContractSettings {
  /** Every deprecated operation of every version. */
  readonly deprecated: readonly DeprecatedOperation[];
  readonly usage: Pick<UsageRecorder, 'flush'>;
  readonly breaches: Pick<BreachRecorder, 'flush'>;
}

export type ContractService = ReturnType<typeof createContractService>;

/**
 * Serves facts about the contract: deprecations, use and violations. What this process has counted is written before it is
 * read.
 */
export function createContractService({ deprecated, usage, breaches }: ContractSettings) {
  return {
    async listDeprecations(unit: Unit): Promise<DeprecationList> {
      await usage.flush();
      const { since, sums } = await sumUsage(unit, unit.actor.user_id, DAYS_SHOWN);
      const data = deprecated
        .flatMap((operation) => describeUse(operation, sums))
        .sort((one, other) => other.use_count - one.use_count);
      return { since, data };
    },
    async listOperationUsage(unit: Unit, filters: UsageFilters, page: PageRequest): Promise<Slice<OperationUsage>> {
      const organization_id = organizationOfKeys(unit, filters.keys);
      await usage.flush();
      const { operation_id, version, since = dayBefore(unit.now, DAYS_SHOWN - 1) } = filters;
      return listKeyUsage(unit.db, { organization_id, operation_id, version, since }, page);
    },
    async listViolations(unit: Unit, filters: ViolationFilters, page: PageRequest): Promise<Slice<ContractViolation>> {
      await breaches.flush();
      return listViolationRows(unit.db, filters, page);
    },
  };
}

/** Returns undefined for the keys of all organizations. */
function organizationOfKeys({ actor }: Unit, keys: UsageFilters['keys'] = 'organization'): string | undefined {
  if (keys === 'organization') return actor.organization_id;
  if (!actor.is_operator) throw problems.forbidden({ role: 'operator' });
  return undefined;
}

function describeUse(operation: DeprecatedOperation, sums: readonly UsageSum[]): DeprecationUse[] {
  const own = sums.filter(
    ({ version, operation_id }) => version === operation.version && operation_id === operation.operation_id,
  );
  if (own.length === 0) return [];
  const keys = own.flatMap(({ api_key_id, requests: use_count, last_used_on }) =>
    api_key_id === null ? [] : [{ api_key_id, use_count, last_used_on }],
  );
  const bySessions = own.find(({ api_key_id }) => api_key_id === null);
  return [
    {
      ...operation,
      use_count: own.reduce((total, { requests }) => total + requests, 0),
      session_use_count: bySessions?.requests ?? 0,
      api_keys: keys.slice(0, KEYS_SHOWN_MAX),
      last_used_on: own.map(({ last_used_on }) => last_used_on).reduce((a, b) => (a > b ? a : b)),
    },
  ];
}
