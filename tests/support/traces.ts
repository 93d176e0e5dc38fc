import type { TestApp } from './app.ts';

/** What a change leaves behind beside the row itself. */
interface Traces {
  readonly audit: readonly {
    readonly action: string;
    readonly actor_id: string | null;
    readonly before: unknown;
    readonly after: unknown;
  }[];
  readonly events: readonly { readonly type: string; readonly data: unknown }[];
}

/** Everything that was recorded about one resource, oldest first. */
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

/** As the audit log keeps what is told of a person: by their id only. */
export function audited(told: unknown): object {
  const row = { ...(told as object) };
  const personal = Object.keys(row).filter((field) => field === 'name' || field === 'email');
  return { ...row, ...Object.fromEntries(personal.map((field) => [field, '[masked]'])) };
}
