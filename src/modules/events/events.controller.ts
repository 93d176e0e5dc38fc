import type { EventsHandlers } from '../../../generated/v2/handlers.ts';
import { paths } from '../../../generated/v2/paths.ts';
import type { Pager } from '../../contract/controller/pager.ts';
import { noContent, ok } from '../../contract/controller/responses.ts';
import * as events from './events.service.ts';
import { receiveCloudEvents, recordEvents } from './intake/sink.service.ts';

export function createEventsController({ pager }: { readonly pager: Pager }): EventsHandlers {
  return {
    async listEvents({ query }, unit) {
      const list = paths.listEvents();
      return pager.respond(list, query, await events.listEvents(unit, query, pager.read(list, query)));
    },
    async recordEvents({ body, content_type }, unit) {
      return { status: 207, body: await recordEvents(unit, { body, content_type }) };
    },
    async receiveCloudEvents({ path, body, content_type, client: { headers = {} } }, unit) {
      return { status: 207, body: await receiveCloudEvents(unit, path.project_id, { body, content_type, headers }) };
    },
    async getEvent({ path }, unit) {
      return ok(await events.getEvent(unit, path.event_id));
    },
    async deleteEvent({ path }, unit) {
      await events.deleteEvent(unit, path.event_id);
      return noContent();
    },
  };
}
