import type { EventsHandlers } from '../../../generated/v2/handlers.ts';
import { paths } from '../../../generated/v2/paths.ts';
import type { Pager } from '../../contract/controller/pager.ts';
import { noContent, ok } from '../../contract/controller/responses.ts';
import * as events from './events.service.ts';
import { takeEvents } from './intake/intake.service.ts';

export function createEventsController({ pager }: { readonly pager: Pager }): EventsHandlers {
  return {
    async listEvents({ query }, unit) {
      const list = paths.listEvents();
      return pager.respond(list, query, await events.listEvents(unit, query, pager.read(list, query)));
    },
    async recordEvents({ body }, unit) {
      return { status: 207, body: await takeEvents(unit, body.events) };
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
