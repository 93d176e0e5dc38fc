import { hash } from 'node:crypto';
import { problems } from '../../../../generated/problems.ts';
import type { Actor } from '../../../platform/unit.ts';
import { DAY_MS, MINUTE_MS } from '../../../platform/durations.ts';
import type { NewEvent, ReportedEvent } from '../events.types.ts';

/** What CloudEvents asks every intermediary to pass on. */
const DATA_BYTES_MAX = 65_536;
const BASE64_LENGTH_MAX = Math.ceil(DATA_BYTES_MAX / 3) * 4;
/** Longer than the longest request, and than the difference between the clocks of two processes. */
const MONTH_TURN_MS = 15 * MINUTE_MS;

/**
 * Returns the UUID that is the same for the same source and id: half of a SHA-256, so that nobody can find a second
 * event with the key of the first.
 */
function keyOf(source: string, externalId: string): string {
  const hex = hash('sha256', `${source}\0${externalId}`, 'hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
}

/**
 * Returns an event as it is stored.
 * @param id of the event in the database; also the external id of an event without one
 * @throws AppError `event_time_ahead`, `event_data_twice`, `event_too_large` (409)
 */
export function toNewEvent(event: ReportedEvent, { id, now }: { readonly id: string; readonly now: Date }): NewEvent {
  const { source, type } = event;
  const external_id = event.id?.toWellFormed() ?? id;
  const data_base64 = event.data_base64 ?? undefined;
  const data = event.data === undefined || event.data === null ? undefined : JSON.stringify(event.data);
  if (data !== undefined && data_base64 !== undefined) throw problems.event_data_twice();
  const extensions = JSON.stringify(event.extensions ?? {});
  assertSmall(data, data_base64, extensions);
  return {
    id,
    project_id: event.project_id ?? undefined,
    user_id: event.user_id ?? undefined,
    key: event.id === undefined || event.id === null ? id : keyOf(source, external_id),
    external_id,
    source,
    type: type.toWellFormed(),
    subject: event.subject?.toWellFormed(),
    time: timeOf(event.time ?? null, now),
    datacontenttype: event.datacontenttype ?? undefined,
    dataschema: event.dataschema ?? undefined,
    data,
    data_base64,
    extensions,
  };
}

const utcTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

function timeOf(time: string | null, now: Date): string {
  const nowText = now.toISOString();
  // Texts of the same form are ordered like their times, and need no conversion.
  if (time === null || (utcTime.test(time) && time <= nowText)) return time ?? nowText;
  const parsed = new Date(time);
  if (parsed.getTime() > now.getTime() + DAY_MS) throw problems.event_time_ahead({ time: parsed.toISOString() });
  return parsed.toISOString();
}

function assertSmall(data: string | undefined, base64: string | undefined, extensions: string): void {
  // Most events are far smaller than this, so that their bytes need no counting.
  const isSmall = ((data?.length ?? 0) + extensions.length) * 3 <= DATA_BYTES_MAX;
  const isTooLarge = !isSmall && Buffer.byteLength(data ?? '') + Buffer.byteLength(extensions) > DATA_BYTES_MAX;
  if (isTooLarge || (base64?.length ?? 0) > BASE64_LENGTH_MAX) {
    throw problems.event_too_large({ bytes_max: DATA_BYTES_MAX });
  }
}

/** @throws AppError `forbidden` (403) for a caller who may not report events of the whole organization */
export function assertMayReport({ role }: Actor): void {
  if (role === 'viewer') throw problems.forbidden({ role: 'member' });
}

/** Whether a month begins or ends about now, so that another process may be in the other month. */
export function isMonthTurning(now: Date): boolean {
  const at = (shiftMs: number): number => new Date(now.getTime() + shiftMs).getUTCMonth();
  return at(-MONTH_TURN_MS) !== at(MONTH_TURN_MS);
}

/** Returns the first day of the month: `2026-11-01`. */
export function monthOf(now: Date): string {
  return `${now.toISOString().slice(0, 7)}-01`;
}
