import type { EventName } from '../../generated/events.ts';
import type { Statement } from '../platform/database.ts';
import type { AnonymousUnit } from '../platform/unit.ts';
import { EVENT_SOURCE, tagsOfChange, toRecordValues, type FullChange } from './record.ts';

// Outbox rows are inserted in the order of the list, so that events are delivered in that order.
const RECORD_ALL: Statement = {
  name: 'record_all',
  text: `
    WITH change AS (
      SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::uuid[], $7::text[],
        $8::text[], $9::text[], $10::uuid[], $11::text[], $12::text[], $13::text[], $14::timestamptz[], $15::uuid[],
        $16::text[], $17::text[], $18::text[], $19::text[]) WITH ORDINALITY
        AS c (audit_id, organization_id, project_id, actor_id, actor_type, credential_id, credential_type, action,
          resource_type, resource_id, before, after, request_id, now, event_id, type, subject, data, pointer, place)
    ), audit AS (
      INSERT INTO audit_log (id, organization_id, project_id, actor_id, actor_type, credential_id, credential_type,
        action, resource_type, resource_id, before, after, request_id, created_at)
      SELECT audit_id, organization_id, project_id, actor_id, actor_type, credential_id, credential_type, action,
             resource_type, resource_id, before::jsonb, after::jsonb, request_id, now FROM change
    ), event AS (
      INSERT INTO events (id, organization_id, project_id, user_id, source, type, subject, time, data, request_id,
        created_at)
      SELECT event_id, organization_id, project_id, actor_id, $20, type, subject, now, data::jsonb, request_id, now
        FROM change
    )
    INSERT INTO outbox (organization_id, kind, name, payload, created_at)
    SELECT organization_id, 'event', type, pointer::jsonb, now FROM change ORDER BY place`,
};

/**
 * Records many changes, each with its audit row and its event, by one statement.
 * @throws AppError `contract_violated` (500) like record()
 */
export async function recordAll(unit: AnonymousUnit, changes: readonly FullChange<EventName>[]): Promise<void> {
  if (changes.length === 0) return;
  const rows = changes.map((change) => toRecordValues(unit, change));
  const columns = Array.from({ length: rows[0]?.length ?? 0 }, (_, index) => rows.map((row) => row[index]));
  await unit.db.defer(RECORD_ALL, [...columns, EVENT_SOURCE]);
  await unit.db.touch(changes.flatMap((change) => tagsOfChange(unit, change)));
}
