import { operations as operationsV1 } from '../../../generated/v1/operations.ts';
import { operations as operationsV2 } from '../../../generated/v2/operations.ts';
import type { AppContext } from '../../app-context.ts';
import type { Operation } from '../../contract/operation.ts';
import type { Module } from '../module.ts';
import { createContractController } from './contract.controller.ts';
import { sweepContract } from './contract.jobs.ts';
import { createContractService } from './contract.service.ts';
import type { DeprecatedOperation } from './contract.types.ts';

export function createContractModule({ usage, breaches, pager }: AppContext) {
  const deprecated = [...operationsV1, ...operationsV2].flatMap(toDeprecated);
  return {
    v2: createContractController({ pager, service: createContractService({ deprecated, usage, breaches }) }),
    jobs: { 'contract.sweep': sweepContract },
    schedules: [{ job: 'contract.sweep', cron: '35 3 * * *' }],
  } satisfies Module;
}

function toDeprecated({ version, id: operation_id, method, path, deprecation }: Operation): DeprecatedOperation[] {
  if (deprecation === undefined) return [];
  const { id, ...successor } = deprecation.successor;
  const dates = {
    deprecated_at: new Date(deprecation.deprecatedAt * 1000).toISOString(),
    sunset_at: new Date(deprecation.sunset).toISOString(),
  };
  return [{ version, operation_id, method, path, ...dates, successor: { operation_id: id, ...successor } }];
}
