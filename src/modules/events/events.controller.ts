import type { EventsHandlers } from '../../../generated/v2/handlers.ts';
import { paths } from '../../../generated/v2/paths.ts';
import type { Pager } from '../../contract/controller/pager.ts';
import { noContent, ok, streamed } from '../../contract/controller/responses.ts';
import * as events from './events.service.ts';
import * as figures from './figures/figures.service.ts';
import type { CountEvents } from './intake/event-counter.service.ts';
import { receiveCloudEvents, recordEvents } from './intake/sink.service.ts';

interface EventsDependencies {
  readonly pager: Pager;
  readonly countEvents: CountEvents;
}

export function createEventsController({ pager, countEvents }: EventsDependencies): EventsHandlers {
  return {
    async listEvents({ query }, unit) {
      const list = paths.listEvents();
      return pager.respond(list, query, await events.listEvents(unit, query, pager.read(list, query)));
    },
    async recordEvents({ body, content_type }, unit) {
      const intake = content_type.startsWith('application/cloudevents') ? 'cloudevents' : 'api';
      return { status: 207, body: countEvents(unit, intake, await recordEvents(unit, { body, content_type })) };
    },
    async receiveCloudEvents({ path, body, content_type, client: { headers = {} } }, unit) {
      const receipt = await receiveCloudEvents(unit, path.project_id, { body, content_type, headers });
      return { status: 207, body: countEvents(unit, 'cloudevents', receipt) };
    },
    async getEventStats({ query: { from, to, ...filters } }, unit) {
      return ok(await figures.getEventStats(unit, { from, to }, filters));
    },
    async getEventTimeline({ query: { from, to, interval, time_zone, ...filters } }, unit) {
      return ok(await figures.getEventTimeline(unit, { from, to, interval, time_zone }, filters));
    },
    async listEventTypes({ query }, unit) {
      const list = paths.listEventTypes();
      return pager.respond(list, query, await figures.listEventTypes(unit, query, pager.read(list, query)));
    },
    async listEventSources({ query }, unit) {
      const list = paths.listEventSources();
      return pager.respond(list, query, await figures.listEventSources(unit, query, pager.read(list, query)));
    },
    async exportEvents({ query, media_type }, unit) {
      return streamed(media_type, await events.exportEvents(unit, query), { name: 'events.ndjson' });
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
