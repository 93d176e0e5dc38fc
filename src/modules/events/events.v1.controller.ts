import type { EventsHandlers } from '../../../generated/v1/handlers.ts';
import { paths } from '../../../generated/v1/paths.ts';
import type { EventV1 } from '../../../generated/v1/types.ts';
import type { Event } from '../../../generated/v2/types.ts';
import { noContent, ok, paginationOf } from '../../contract/controller/responses.ts';
import * as events from './events.service.ts';
import type { CountEvents } from './intake/event-counter.service.ts';
import { recordEventInNamedProject } from './intake/sink.service.ts';

export function createEventsV1Controller(countEvents: CountEvents): EventsHandlers {
  return {
    async listEvents({ query }, unit) {
      const { project_id, type, limit, offset } = query;
      const filters = { project_id, type: type === undefined ? undefined : [type] };
      const { rows, total } = await events.listEventsByOffset(unit, filters, { limit, offset });
      return ok({ data: rows.map(present), pagination: paginationOf({ limit, offset }, total) });
    },
    async createEvent({ body }, unit) {
      const { occurred_at: time, subject, ...input } = body;
      // v1 has no null: an empty subject means none.
      const receipt = await recordEventInNamedProject(unit, {
        ...input,
        time,
        subject: subject === '' ? undefined : subject,
      });
      const id = countEvents(unit, 'v1', receipt).results[0]?.event_id ?? '';
      const event = await events.getEvent(unit, id);
      return { status: 201, body: present(event), headers: { location: paths.getEvent({ event_id: id }) } };
    },
    async getEvent({ path }, unit) {
      return ok(present(await events.getEvent(unit, path.event_id)));
    },
    async deleteEvent({ path }, unit) {
      await events.deleteEvent(unit, path.event_id);
      return noContent();
    },
  };
}

function present(event: Event): EventV1 {
  return {
    id: event.id,
    project_id: event.project_id,
    user_id: event.user_id,
    source: event.source,
    type: event.type,
    subject: event.subject ?? '',
    data: event.data,
    occurred_at: event.time,
    created_at: event.recorded_at,
  };
}
