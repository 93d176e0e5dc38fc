import type { ErrorsHandlers } from '../../../generated/v2/handlers.ts';
import { paths } from '../../../generated/v2/paths.ts';
import type { Pager } from '../../contract/controller/pager.ts';
import { okVersioned } from '../../contract/controller/responses.ts';
import * as errors from './errors.service.ts';

export function createErrorsController({ pager }: { readonly pager: Pager }): ErrorsHandlers {
  return {
    async listErrors({ query }, unit) {
      const list = paths.listErrors();
      const { slice, counts } = await errors.listErrors(unit, query, pager.read(list, query));
      const { body, ...response } = pager.respond(list, query, slice);
      return { ...response, body: { ...body, counts } };
    },
    async reportErrors({ body }, unit) {
      return { status: 207, body: await errors.reportErrors(unit, body) };
    },
    async getError({ path }, unit) {
      const { resource: error } = await errors.requireError(unit, path.error_id);
      return okVersioned(error);
    },
  };
}
