import type { Incident } from '../../../../generated/v2/types.ts';
import type { Db, Statement } from '../../../platform/database.ts';
import type { Part } from '../incidents.types.ts';

// The columns of each statement are those of Incident. Only the next mail is not on the wire.

const countStatement: Statement = {
  name: 'incidents.count_occurrences',
  text: `UPDATE incidents SET occurrence_count = occurrence_count + $3, last_seen_at = greatest(last_seen_at, $4::timestamptz),
                title = $5, message = $6, error_id = coalesce($8, error_id), version = version + 1, updated_at = $7
          WHERE kind = $1 AND service = $2 AND status = 'open' RETURNING id`,
};

// An incident that has just closed opens again, so that a part that fails and recovers in turn is one incident. Operators
// are told of it when they would have been told again.
const reopenStatement: Statement = {
  name: 'incidents.reopen',
  text: `UPDATE incidents SET status = 'open', closed_at = NULL, occurrence_count = occurrence_count + $3,
                last_seen_at = greatest(last_seen_at, $4::timestamptz), title = $5, message = $6,
                error_id = coalesce($10, error_id), version = version + 1, updated_at = $7,
                next_mail_at = greatest($7::timestamptz, escalated_at + make_interval(secs => $9))
          WHERE id = (SELECT id FROM incidents WHERE kind = $1 AND service = $2 AND status = 'closed' AND closed_at > $8
                       ORDER BY closed_at DESC, id DESC LIMIT 1)
            AND status = 'closed'
      RETURNING id, kind, service, title, message, status, occurrence_count, error_id, opened_at, last_seen_at, closed_at,
                escalation_count, escalated_at, version, created_at, updated_at`,
};

// Two processes that see the first failure at the same time open one incident.
const openStatement: Statement = {
  name: 'incidents.open',
  text: `INSERT INTO incidents AS i (id, kind, service, title, message, status, occurrence_count, opened_at, last_seen_at,
                                     error_id, next_mail_at, created_at, updated_at)
         VALUES ($1, $2, $3, $4, $5, 'open', $6, $7, $8, $10, $9, $9, $9)
         ON CONFLICT (kind, service) WHERE status = 'open' DO UPDATE
            SET occurrence_count = i.occurrence_count + excluded.occurrence_count, title = excluded.title,
                last_seen_at = greatest(i.last_seen_at, excluded.last_seen_at), message = excluded.message,
                error_id = coalesce(excluded.error_id, i.error_id), version = i.version + 1, updated_at = excluded.updated_at
      RETURNING id, kind, service, title, message, status, occurrence_count, error_id, opened_at, last_seen_at, closed_at,
                escalation_count, escalated_at, version, created_at, updated_at`,
};

// Beside what may be open: the part can fail at the moment.
const insertPastStatement: Statement = {
  name: 'incidents.insert_past',
  text: `INSERT INTO incidents (id, kind, service, title, message, status, occurrence_count, opened_at, last_seen_at, closed_at,
                                version, created_at, updated_at)
         VALUES ($1, $2, $3, $4, $5, 'closed', 1, $6, $6, $7, 2, $6, $7)
      RETURNING id, kind, service, title, message, status, occurrence_count, error_id, opened_at, last_seen_at, closed_at,
                escalation_count, escalated_at, version, created_at, updated_at`,
};

const linkStatement: Statement = {
  name: 'incidents.link',
  text: `UPDATE incidents SET error_id = $3, version = version + 1, updated_at = $4
          WHERE id = (SELECT id FROM incidents WHERE kind = $1 AND service = $2 ORDER BY opened_at DESC, id DESC LIMIT 1)
            AND error_id IS DISTINCT FROM $3`,
};

const listOpenStatement: Statement = {
  name: 'incidents.list_open',
  text: `SELECT kind, service FROM incidents WHERE status = 'open' AND kind = ANY ($1)`,
};

// A job that still fails is a reason to keep its incident open, even if others of its name succeed. Work that is lost, or
// that lasted a minute, is told by mail even if nobody was told before.
const closeStatement: Statement = {
  name: 'incidents.close',
  text: `UPDATE incidents SET status = 'closed', closed_at = $4, version = version + 1, updated_at = $4,
                next_mail_at = CASE WHEN escalation_count > 0 OR kind IN ('job', 'mail', 'outbox')
                                      OR $4::timestamptz - opened_at >= interval '1 minute' THEN $4::timestamptz END
          WHERE kind = $1 AND service = $2 AND status = 'open' AND last_seen_at < $3
            AND (kind <> 'job' OR NOT EXISTS
                  (SELECT FROM graphile_worker.jobs j WHERE j.task_identifier = service AND j.attempts >= $5
                      AND j.attempts < j.max_attempts AND j.last_error IS NOT NULL))
      RETURNING id, kind, service, title, message, status, occurrence_count, error_id, opened_at, last_seen_at, closed_at,
                escalation_count, escalated_at, version, created_at, updated_at`,
};

const listQuietStatement: Statement = {
  name: 'incidents.list_quiet',
  text: `SELECT kind, service, last_seen_at + interval '1 millisecond' AS seen_before FROM incidents
          WHERE status = 'open'
            AND last_seen_at <= CASE WHEN kind IN ('dependency', 'background', 'worker') THEN $1::timestamptz
                                     ELSE $2::timestamptz END`,
};

/** What a failure adds to its incident. */
interface Occurrences extends Part {
  readonly count: number;
  readonly last_at: Date;
  readonly title: string;
  readonly message: string | null;
  readonly error_id: string | null;
}

/** Counts failures in the open incident. @returns its id; undefined if none is open */
export async function countOccurrences(db: Db, seen: Occurrences, now: Date): Promise<string | undefined> {
  const { kind, service, count, last_at, title, message, error_id } = seen;
  const [row] = await db.query<{ id: string }>(countStatement, [
    kind,
    service,
    count,
    last_at,
    title,
    message,
    now,
    error_id,
  ]);
  return row?.id;
}

/** Opens the incident that closed after a time; undefined if there is none. */
export async function reopenIncident(
  db: Db,
  seen: Occurrences,
  when: { readonly now: Date; readonly closedAfter: Date; readonly repeatMs: number },
): Promise<Incident | undefined> {
  const { kind, service, count, last_at, title, message, error_id } = seen;
  const values = [
    kind,
    service,
    count,
    last_at,
    title,
    message,
    when.now,
    when.closedAfter,
    when.repeatMs / 1000,
    error_id,
  ];
  const [row] = await db.query<Incident>(reopenStatement, values);
  return row;
}

/** Opens an incident. If another process has just opened it, the failures are counted there: then its id is another. */
export async function openIncident(
  db: Db,
  seen: Occurrences & { readonly id: string; readonly first_at: Date },
  now: Date,
): Promise<Incident> {
  const { id, kind, service, title, message, count, first_at, last_at, error_id } = seen;
  const values = [id, kind, service, title, message, count, first_at, last_at, now, error_id];
  const [row] = await db.query<Incident>(openStatement, values);
  if (row === undefined) throw new Error('the incident was not written');
  return row;
}

/** Inserts an incident that is over. */
export async function insertPastIncident(
  db: Db,
  past: Pick<Incident, 'id' | 'kind' | 'service' | 'title' | 'message'>,
  times: { readonly opened: Date; readonly closed: Date },
): Promise<Incident> {
  const { id, kind, service, title, message } = past;
  const values = [id, kind, service, title, message, times.opened, times.closed];
  const [row] = await db.query<Incident>(insertPastStatement, values);
  if (row === undefined) throw new Error('the incident was not written');
  return row;
}

/** Names the group of failures of the latest incident in the error log. */
export async function linkError(db: Db, { kind, service }: Part, errorId: string, now: Date): Promise<void> {
  await db.query(linkStatement, [kind, service, errorId, now]);
}

export async function listOpen(db: Db, kinds: readonly Part['kind'][]): Promise<readonly Part[]> {
  return db.query<Part>(listOpenStatement, [kinds]);
}

/** Closes the incident of a part if its last failure was before a time. */
export async function closeIncident(
  db: Db,
  { kind, service }: Part,
  when: { readonly seenBefore: Date | string; readonly now: Date; readonly attemptsMin: number },
): Promise<Incident | undefined> {
  const values = [kind, service, when.seenBefore, when.now, when.attemptsMin];
  const [row] = await db.query<Incident>(closeStatement, values);
  return row;
}

/** Returns the parts of open incidents without a failure since a time, which depends on the kind. */
export async function listQuiet(
  db: Db,
  since: { readonly watched: Date; readonly others: Date },
): Promise<readonly (Part & { readonly seen_before: string })[]> {
  return db.query(listQuietStatement, [since.watched, since.others]);
}
