import type { ContractHandlers } from '../../../generated/v2/handlers.ts';
import { paths } from '../../../generated/v2/paths.ts';
import type { Pager } from '../../contract/controller/pager.ts';
import { ok } from '../../contract/controller/responses.ts';
import type { ContractService } from './contract.service.ts';

interface ContractControllerOptions {
  readonly pager: Pager;
  readonly service: ContractService;
}

export function createContractController({ pager, service }: ContractControllerOptions): ContractHandlers {
  return {
    async listDeprecations(_request, unit) {
      return ok(await service.listDeprecations(unit));
    },
    async listOperationUsage({ query }, unit) {
      const list = paths.listOperationUsage();
      return pager.respond(list, query, await service.listOperationUsage(unit, query, pager.read(list, query)));
    },
    async listContractViolations({ query }, unit) {
      const list = paths.listContractViolations();
      return pager.respond(list, query, await service.listViolations(unit, query, pager.read(list, query)));
    },
  };
}
