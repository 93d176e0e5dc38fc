import type { Db, Statement } from '../../../platform/database.ts';
import type { NewEvent } from '../events.types.ts';

const openMonthStatement: Statement = {
  name: 'reported_events.open_month',
  text: 'SELECT create_reported_event_partitions($1::date, 1)',
};

const takeTurnStatement: Statement = {
  name: 'reported_events.take_turn',
  text: `SELECT pg_advisory_xact_lock(hashtextextended('reported events of ' || $1, 0))`,
};

const membersStatement: Statement = {
  name: 'reported_events.members',
  text: 'SELECT user_id FROM organization_members WHERE organization_id = $1 AND user_id = ANY ($2::uuid[])',
};

// Data and extensions are texts within the text: the parser of a set of records refuses an escaped null character.
// Events are written in the order of their keys, so that two batches with the same events do not deadlock. Each partition
// has a unique index of the key; those of other months are searched before.
const insertStatement: Statement = {
  name: 'reported_events.insert',
  text: `
    WITH input AS (
      SELECT * FROM json_to_recordset($2::json) AS i (id uuid, project_id uuid, user_id uuid, key uuid, external_id text,
        source text, type text, subject text, "time" timestamptz, datacontenttype text, dataschema text, data text,
        data_base64 text, extensions text)
    ), known AS (
      SELECT e.key, e.id FROM reported_events e
       WHERE e.organization_id = $1 AND e.key = ANY (ARRAY (SELECT key FROM input))
    ), added AS (
      INSERT INTO reported_events (id, organization_id, project_id, user_id, key, external_id, source, type, subject,
        time, datacontenttype, dataschema, data, data_base64, extensions, recorded_at)
      SELECT id, $1, project_id, user_id, key, external_id, source, type, subject, "time", datacontenttype, dataschema,
             data::json, data_base64, extensions::json, $3
        FROM input WHERE key NOT IN (SELECT key FROM known)
       ORDER BY key
      RETURNING id, key, project_id, type, source, time
    ), counted AS (
      INSERT INTO event_counts (organization_id, project_id, type, source, bucket, recorded_month, count, first_at,
        last_at, is_delta)
      SELECT $1, project_id, type, source, date_bin('15 minutes', time, '2000-01-01 00:00:00+00') AS bucket, $4::date,
             count(*), min(time), max(time), true
        FROM added GROUP BY project_id, type, source, bucket
    )
    SELECT key, id, true AS is_new FROM added UNION ALL SELECT key, id, false FROM known`,
};

const insertMissingStatement: Statement = {
  name: 'reported_events.insert_missing',
  text: insertStatement.text.replace('RETURNING', 'ON CONFLICT DO NOTHING RETURNING'),
};

const findByKeyStatement: Statement = {
  name: 'reported_events.find_by_key',
  text: 'SELECT key, id FROM reported_events WHERE organization_id = $1 AND key = ANY ($2::uuid[])',
};

interface StoredEvent {
  readonly key: string;
  readonly id: string;
}

/** Makes the partition of a month, if it is not there yet. */
export async function openMonth(db: Db, month: string): Promise<void> {
  await db.query(openMonthStatement, [month]);
}

/** Lets the transactions that record events of an organization wait for each other. */
export async function takeTurn(db: Db, organizationId: string): Promise<void> {
  await db.query(takeTurnStatement, [organizationId]);
}

/** Returns those of the users who are members. */
export async function findMembers(db: Db, organizationId: string, userIds: readonly string[]): Promise<string[]> {
  const rows = await db.query<{ user_id: string }>(membersStatement, [organizationId, userIds]);
  return rows.map(({ user_id }) => user_id);
}

interface EventPlace {
  readonly organization_id: string;
  readonly now: Date;
  readonly month: string;
}

type InsertedEvent = StoredEvent & { readonly is_new: boolean };

/**
 * Inserts events with different keys, those that are not stored yet, and counts them; returns the stored events.
 * @throws a violation of a unique index if a transaction at the same time has stored one of them
 */
export async function insertEvents(db: Db, events: readonly NewEvent[], place: EventPlace): Promise<InsertedEvent[]> {
  return db.query<InsertedEvent>(insertStatement, valuesOf(events, place));
}

/**
 * As insertEvents, without the violation: what a transaction at the same time has stored is missing in the result. To
 * look for conflicts before each row costs a fifth of the insertion.
 */
export async function insertMissingEvents(
  db: Db,
  events: readonly NewEvent[],
  place: EventPlace,
): Promise<InsertedEvent[]> {
  return db.query<InsertedEvent>(insertMissingStatement, valuesOf(events, place));
}

function valuesOf(events: readonly NewEvent[], { organization_id, now, month }: EventPlace): readonly unknown[] {
  return [organization_id, JSON.stringify(events), now, month];
}

export async function findEventsByKey(
  db: Db,
  organizationId: string,
  keys: readonly string[],
): Promise<readonly StoredEvent[]> {
  return db.query<StoredEvent>(findByKeyStatement, [organizationId, keys]);
}
