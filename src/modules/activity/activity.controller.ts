import type { ActivityHandlers } from '../../../generated/v2/handlers.ts';
import { paths } from '../../../generated/v2/paths.ts';
import type { Pager } from '../../contract/controller/pager.ts';
import { listActivity } from './activity.service.ts';

export function createActivityController({ pager }: { readonly pager: Pager }): ActivityHandlers {
  return {
    async listActivity({ query }, unit) {
      const list = paths.listActivity();
      return pager.respond(list, query, await listActivity(unit, query, pager.read(list, query)));
    },
  };
}
