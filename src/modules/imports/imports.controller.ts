import type { ImportsHandlers } from '../../../generated/v2/handlers.ts';
import type { Pager } from '../../contract/pages.ts';
import { accepted, okVersioned } from '../../contract/replies.ts';
import * as imports from './imports.service.ts';

export function createImportsController({ pager }: { readonly pager: Pager }): ImportsHandlers {
  return {
    async listImports({ path, query }, unit) {
      const list = `/api/v2/projects/${path.project_id}/imports`;
      return pager.reply(list, query, await imports.listImports(unit, path.project_id, pager.read(list, query)));
    },
    async createImport({ path, query, body }, unit) {
      const request = { source: query.source, archive: body };
      const row = await imports.createImport(unit, path.project_id, request);
      return accepted(row, `/api/v2/imports/${row.id}`);
    },
    async getImport({ path }, unit) {
      return okVersioned(await imports.getImport(unit, path.import_id));
    },
  };
}
