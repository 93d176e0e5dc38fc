import { AppError } from '../problems/app-error.ts';
import type { Statement } from '../platform/database.ts';
import { newId } from '../platform/ids.ts';
import { processId } from '../platform/process-id.ts';
import { withTrace } from '../platform/tracing/trace-link.ts';
import { organizationIn, type Actor, type AnonymousUnit } from '../platform/unit.ts';
import { validateEvent } from '../../generated/events.ts';
import type { EventName, EventPayload } from '../../generated/events.ts';
import { toAuditJson } from '../audit/snapshot-json.ts';

/** The changed resource. Its type is its tag in the singular (`task`). */
interface Resource {
  readonly type: string;
  readonly id: string;
}

interface Circumstances {
  readonly resource: Resource;
  readonly project_id?: string | undefined;
  /** The organization of the change if it is not the actor's; null for the installation. */
  readonly organization_id?: string | null | undefined;
  /** The acting user if the unit has no actor, for example during sign-up or login. */
  readonly user_id?: string | undefined;
  /** The system acts: a sweep, a retry, a schedule. Ignored if there is an actor. */
  readonly is_system?: boolean | undefined;
  /** Tags of what else the change makes stale, besides the resource and lists of its type. */
  readonly touches?: readonly string[] | undefined;
}

interface Audited {
  /** `x-audit` of the operation: `task.create`. */
  readonly audit: string;
  /** The representation of the resource in responses. Secret fields are masked here. */
  readonly before?: object | undefined;
  readonly after?: object | undefined;
  /** Names of further fields to mask. */
  readonly sensitive?: readonly string[] | undefined;
}

interface Emitted<Name extends EventName> {
  /** `x-emits` of the operation: `task.created`. */
  readonly event: Name;
  readonly data: EventPayload<Name>;
}

interface NotAudited {
  readonly audit?: undefined;
}

interface NotEmitted {
  readonly event?: undefined;
}

/** A change with its audit row, its event, or both. */
export type Change<Name extends EventName> = Circumstances &
  ((Audited & Emitted<Name>) | (Audited & NotEmitted) | (NotAudited & Emitted<Name>));

/** A change with its audit row and its event. */
export type FullChange<Name extends EventName> = Name extends EventName
  ? Circumstances & Audited & Emitted<Name>
  : never;

/** `source` of the events that this program records (CloudEvents 1.0, a URI reference). */
export const EVENT_SOURCE = '/architect';

// The audit row, the event and its outbox row are written in the transaction of the change, by one statement.
const RECORD_BOTH: Statement = {
  name: 'record_audit_and_event',
  text: `
    WITH audit AS (
      INSERT INTO audit_log (id, organization_id, project_id, actor_id, actor_type, credential_id, credential_type,
        action, resource_type, resource_id, before, after, request_id, created_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
    ), event AS (
      INSERT INTO events (id, organization_id, project_id, user_id, source, type, subject, time, data, request_id,
        created_at)
      VALUES ($15, $2, $3, $4, $16, $17, $18, $14, $19, $13, $14)
    )
    INSERT INTO outbox (organization_id, kind, name, payload, created_at) VALUES ($2, 'event', $17, $20, $14)`,
};

// The outbox row makes the caches of all processes forget the change, even if this process dies after the commit. An
// event's outbox row does so, too.
const RECORD_AUDIT: Statement = {
  name: 'record_audit',
  text: `
    WITH audit AS (
      INSERT INTO audit_log (id, organization_id, project_id, actor_id, actor_type, credential_id, credential_type,
        action, resource_type, resource_id, before, after, request_id, created_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
    )
    INSERT INTO outbox (organization_id, kind, name, payload, created_at) VALUES ($2, 'tags', $8, $15, $14)`,
};

const RECORD_EVENT: Statement = {
  name: 'record_event',
  text: `
    WITH event AS (
      INSERT INTO events (id, organization_id, project_id, user_id, source, type, subject, time, data, request_id,
        created_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $8)
    )
    INSERT INTO outbox (organization_id, kind, name, payload, created_at) VALUES ($2, 'event', $6, $11, $8)`,
};

/**
 * Records a change, in the transaction of the change: an audit row (which the sealer chains later), an event, and an
 * outbox row, from which the relay delivers the event. Caches forget the resource, the lists of its type, and `touches`.
 * @throws AppError `contract_violated` (500) if the event's payload does not match its schema in the document's
 * `webhooks:`
 */
export async function record<Name extends EventName>(unit: AnonymousUnit, change: Change<Name>): Promise<void> {
  const scope = scopeOf(unit, change);
  await insert(unit, change, scope);
  await unit.db.touch(tagsOf(change, scope));
}

async function insert<Name extends EventName>(unit: AnonymousUnit, change: Change<Name>, scope: Scope): Promise<void> {
  const event = isEmitted(change) ? eventOf(unit, change, scope) : undefined;
  if (!isAudited(change)) {
    if (event === undefined) return;
    const { organization_id, project_id, actor_id } = scope;
    const where = [event.id, organization_id, project_id, actor_id, EVENT_SOURCE];
    const { type, subject, data, pointer } = event;
    await unit.db.defer(RECORD_EVENT, [...where, type, subject, unit.now, data, unit.request_id, pointer]);
    return;
  }
  const audit = auditValues(unit, change, scope);
  if (event === undefined) {
    await unit.db.defer(RECORD_AUDIT, [...audit, JSON.stringify({ tags: tagsOf(change, scope), by: processId })]);
    return;
  }
  const { id, type, subject, data, pointer } = event;
  await unit.db.defer(RECORD_BOTH, [...audit, id, EVENT_SOURCE, type, subject, data, pointer]);
}

/**
 * Returns the tags of what a change makes stale: `task:<id>`, and `task@<id>` for the tasks of the project and of the
 * organization.
 */
export function tagsOfChange(unit: AnonymousUnit, change: Circumstances): string[] {
  return tagsOf(change, scopeOf(unit, change));
}

function tagsOf({ resource: { type, id }, touches = [] }: Circumstances, { project_id, organization_id }: Scope) {
  const tags = [`${type}:${id}`, ...touches];
  if (project_id !== null) tags.push(`${type}@${project_id}`);
  if (organization_id !== null) tags.push(`${type}@${organization_id}`);
  return tags;
}

/** Returns the column values of a change's audit row (14) and of its event (5), in the order of the columns. */
export function toRecordValues<Name extends EventName>(
  unit: AnonymousUnit,
  change: Circumstances & Audited & Emitted<Name>,
): unknown[] {
  const scope = scopeOf(unit, change);
  const { id, type, subject, data, pointer } = eventOf(unit, change, scope);
  return [...auditValues(unit, change, scope), id, type, subject, data, pointer];
}

function isAudited<Name extends EventName>(change: Change<Name>): change is Circumstances & Audited & Change<Name> {
  return change.audit !== undefined;
}

function isEmitted<Name extends EventName>(
  change: Change<Name>,
): change is Circumstances & Emitted<Name> & Change<Name> {
  return change.event !== undefined;
}

interface Scope {
  readonly organization_id: string | null;
  readonly project_id: string | null;
  readonly actor_id: string | null;
  readonly actor_type: 'user' | 'system' | 'anonymous';
  readonly actor: Actor | undefined;
}

function scopeOf(unit: AnonymousUnit, change: Circumstances): Scope {
  const { actor } = unit;
  const actor_id = actor?.user_id ?? change.user_id ?? null;
  const withoutActor = change.is_system === true ? 'system' : 'anonymous';
  return {
    organization_id: change.organization_id === undefined ? organizationIn(unit) : change.organization_id,
    project_id: change.project_id ?? null,
    actor_id,
    actor_type: actor_id === null ? withoutActor : 'user',
    actor,
  };
}

function auditValues(unit: AnonymousUnit, change: Circumstances & Audited, scope: Scope): unknown[] {
  const { resource, sensitive } = change;
  return [
    newId(),
    scope.organization_id,
    scope.project_id,
    scope.actor_id,
    scope.actor_type,
    scope.actor?.credential_id ?? null,
    scope.actor?.credential_type ?? null,
    change.audit,
    resource.type,
    resource.id,
    toAuditJson(change.before, resource.type, sensitive),
    toAuditJson(change.after, resource.type, sensitive),
    unit.request_id,
    unit.now,
  ];
}

function eventOf<Name extends EventName>(unit: AnonymousUnit, change: Circumstances & Emitted<Name>, scope: Scope) {
  const id = newId();
  const { organization_id } = scope;
  const { resource, event, data } = change;
  const timestamp = unit.now.toISOString();
  const violations = validateEvent(event, { id, type: event, timestamp, organization_id, data });
  if (violations.length > 0) {
    const places = violations.map(({ instancePath, keyword }) => `${instancePath}: ${keyword}`);
    const cause = new Error(`the event ${event} breaks its schema at ${places.join(', ')}`);
    throw new AppError('contract_violated', 500, { event, violations }, { cause });
  }
  return {
    id,
    type: event,
    subject: `${resource.type}/${resource.id}`,
    data: JSON.stringify(data),
    pointer: JSON.stringify(withTrace({ id, created_at: timestamp, tags: tagsOf(change, scope), by: processId }, unit)),
  };
}
