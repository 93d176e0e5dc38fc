import type { IncidentsHandlers } from '../../../generated/v2/handlers.ts';
import { paths } from '../../../generated/v2/paths.ts';
import type { Pager } from '../../contract/controller/pager.ts';
import { okVersioned } from '../../contract/controller/responses.ts';
import { getIncident, listIncidents } from './incidents.service.ts';

export function createIncidentsController({ pager }: { readonly pager: Pager }): IncidentsHandlers {
  return {
    async listIncidents({ query }, unit) {
      const list = paths.listIncidents();
      return pager.respond(list, query, await listIncidents(unit, query, pager.read(list, query)));
    },
    async getIncident({ path }, unit) {
      return okVersioned(await getIncident(unit, path.incident_id));
    },
  };
}
