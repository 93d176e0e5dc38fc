import type { SourceMapsHandlers } from '../../../generated/v2/handlers.ts';
import { paths } from '../../../generated/v2/paths.ts';
import type { Pager } from '../../contract/controller/pager.ts';
import { created, noContent, okVersioned } from '../../contract/controller/responses.ts';
import * as sourceMaps from './source-maps.service.ts';

export function createSourceMapsController({ pager }: { readonly pager: Pager }): SourceMapsHandlers {
  return {
    async listSourceMaps({ path, query }, unit) {
      const list = paths.listSourceMaps(path);
      const slice = await sourceMaps.listSourceMaps(unit, path.project_id, query, pager.read(list, query));
      return pager.respond(list, query, slice);
    },
    async uploadSourceMap({ path, body }, unit) {
      const sourceMap = await sourceMaps.uploadSourceMap(unit, path.project_id, body);
      return created(sourceMap, paths.getSourceMap({ source_map_id: sourceMap.id }));
    },
    async getSourceMap({ path }, unit) {
      return okVersioned(await sourceMaps.getSourceMap(unit, path.source_map_id));
    },
    async deleteSourceMap({ path, precondition }, unit) {
      await sourceMaps.deleteSourceMap(unit, path.source_map_id, precondition);
      return noContent();
    },
  };
}
