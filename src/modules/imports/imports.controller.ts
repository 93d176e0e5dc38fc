import type { ImportsHandlers } from '../../../generated/v2/handlers.ts';
import { paths } from '../../../generated/v2/paths.ts';
import type { Pager } from '../../contract/controller/pager.ts';
import { accepted, okVersioned, streamed } from '../../contract/controller/responses.ts';
import { exportProject } from './export/export.service.ts';
import * as imports from './imports.service.ts';

export function createImportsController({ pager }: { readonly pager: Pager }): ImportsHandlers {
  return {
    async listImports({ path, query }, unit) {
      const list = paths.listImports(path);
      return pager.respond(list, query, await imports.listImports(unit, path.project_id, pager.read(list, query)));
    },
    async createImport({ path, query, body, content_type }, unit) {
      const request = { source: query.source, mediaType: content_type, upload: body };
      const row = await imports.createImport(unit, path.project_id, request);
      return accepted(row, paths.getImport({ import_id: row.id }));
    },
    async getImport({ path }, unit) {
      return okVersioned(await imports.getImport(unit, path.import_id));
    },
    async cancelImport({ path }, unit) {
      return okVersioned(await imports.cancelImport(unit, path.import_id));
    },
    async exportProject({ path, query, media_type }, unit) {
      const { name, records, rows } = await exportProject(unit, path.project_id);
      return media_type === 'text/csv'
        ? streamed(media_type, rows(), { name: `${name}.csv`, bom: query.bom })
        : streamed(media_type, records(), { name: `${name}.ndjson` });
    },
  };
}
