import type { TestApp } from './app.ts';

/** The audit rows and events of a change. */
interface Traces {
  readonly audit: readonly {
    readonly action: string;
    readonly actor_id: string | null;
    readonly before: unknown;
    readonly after: unknown;
  }[];
  readonly events: readonly { readonly type: string; readonly data: unknown }[];
}

/** Returns the audit rows and events of one resource, oldest first. */
export async function tracesOf(app: TestApp, type: string, id: string): Promise<Traces> {
  const audit = await app.query<Traces['audit'][number]>(
    `SELECT action, actor_id, before, after FROM audit_log WHERE resource_type = $1 AND resource_id = $2 ORDER BY id`,
    [type, id],
  );
  const events = await app.query<Traces['events'][number]>(
    'SELECT type, data FROM events WHERE subject = $1 ORDER BY id',
    [`${type}/${id}`],
  );
  return { audit, events };
}

/** A row of the audit log without its seal. */
export interface AuditTrace {
  readonly action: string;
  readonly actor_type: string;
  readonly actor_id: string | null;
  readonly credential_type: string | null;
  readonly credential_id: string | null;
  readonly organization_id: string | null;
  readonly project_id: string | null;
  readonly resource_type: string;
  readonly resource_id: string | null;
  readonly before: unknown;
  readonly after: unknown;
  /** In PostgreSQL's text form. */
  readonly at: string;
}

export interface EventTrace {
  readonly type: string;
  readonly user_id: string | null;
  readonly organization_id: string | null;
  readonly project_id: string | null;
  readonly subject: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly at: string;
}

/** Returns the audit rows and events of one request, including those of jobs with its id, oldest first. */
export async function changesOf(
  app: Pick<TestApp, 'query'>,
  requestId: string,
): Promise<{ readonly audit: readonly AuditTrace[]; readonly events: readonly EventTrace[] }> {
  const audit = await app.query<AuditTrace>(
    `SELECT action, actor_type, actor_id, credential_type, credential_id, organization_id, project_id, resource_type,
            resource_id, before, after, created_at::text AS at
       FROM audit_log WHERE request_id = $1 ORDER BY id`,
    [requestId],
  );
  const events = await app.query<EventTrace>(
    `SELECT type, user_id, organization_id, project_id, subject, data, time::text AS at
       FROM events WHERE request_id = $1 AND created_at = time ORDER BY id`,
    [requestId],
  );
  return { audit, events };
}

/** Returns a representation as the audit log stores it: with masked personal fields. */
export function audited(representation: unknown): object {
  const row = { ...(representation as object) };
  const personal = Object.keys(row).filter((field) => field === 'name' || field === 'email');
  return { ...row, ...Object.fromEntries(personal.map((field) => [field, '[masked]'])) };
}
