import type { TestApp } from './app.ts';

// What holds for every audit row and every event, whatever wrote it.

type Snapshot = Readonly<Record<string, unknown>>;

interface AuditRow {
  readonly action: string;
  readonly organization_id: string | null;
  readonly project_id: string | null;
  readonly actor_id: string | null;
  readonly actor_type: string;
  readonly credential_id: string | null;
  readonly resource_type: string;
  readonly resource_id: string | null;
  readonly before: Snapshot | null;
  readonly after: Snapshot | null;
  readonly request_id: string;
  readonly time: string;
}

interface EventRow {
  readonly type: string;
  readonly organization_id: string | null;
  readonly project_id: string | null;
  readonly user_id: string | null;
  readonly subject: string;
  readonly data: Snapshot & { readonly task?: Snapshot };
  readonly request_id: string;
  readonly time: string;
}

/** Which states of the resource an audit row shows, by what was done. */
const shown: Readonly<Record<string, readonly string[]>> = {
  after: ['accept_new', 'add', 'create', 'fire', 'register'],
  before: ['delete', 'remove', 'session.revoke'],
  both: [
    ...[
      'accept',
      'cancel',
      'clear',
      'complete',
      'fail',
      'invitation.revoke',
      'rotate',
      'transition',
      'update',
      'verify',
    ],
  ],
  none: [
    'change',
    'confirm',
    'enrol',
    'mfa.remove',
    'regenerate_codes',
    'request_reset',
    'resend_verification',
    'reset',
  ],
  'after, and before if it was there': ['set'],
};

/** Actions that put another resource in the place of the former, or whose resource has no version. */
const withoutNextVersion = ['session.rotate', 'session.suspect', 'error_alert.clear'];

/** Anybody may do this without being known. */
const anonymous = ['password.request_reset'];

/** Events that tell of a person who is to be forgotten. */
const anonymised = ['user.deleted'];

/** What is recorded where the resource itself has ended: it belongs to the installation then. */
const ofInstallation = ['organization.delete'];

function statesOf({ before, after }: AuditRow): string {
  if (before !== null) return after === null ? 'before' : 'both';
  return after === null ? 'none' : 'after';
}

function expectedStates({ action, before }: AuditRow): string | undefined {
  const verb = action.slice(action.indexOf('.') + 1);
  const found =
    Object.keys(shown).find((states) => shown[states]!.includes(action)) ??
    Object.keys(shown).find((states) => shown[states]!.includes(verb));
  if (found !== 'after, and before if it was there') return found;
  return before === null ? 'after' : 'both';
}

/** The project that the row is about, as far as the snapshot says. */
function projectOf({ resource_type, resource_id }: AuditRow, snapshot: Snapshot, projects: Projects): unknown {
  if (resource_type === 'project') return resource_id;
  if (resource_type === 'dependency') return projects.get(String(snapshot['task_id']));
  return snapshot['project_id'] ?? null;
}

/** The project of each task, from what was recorded of the task. */
type Projects = ReadonlyMap<string, unknown>;

function faultsOfAudit(row: AuditRow, projects: Projects): string[] {
  const faults: string[] = [];
  const expect = (isRight: boolean, fault: string): void => {
    if (!isRight) faults.push(`${row.action}: ${fault}`);
  };
  const { before, after } = row;
  expect(statesOf(row) === expectedStates(row), `shows ${statesOf(row)}, not ${expectedStates(row)}`);
  const nobody = anonymous.includes(row.action) ? 'anonymous' : 'system';
  expect(row.actor_type === (row.actor_id === null ? nobody : 'user'), `is by ${row.actor_type}`);
  const snapshot = after ?? before;
  if (snapshot === null) return faults;
  expect(row.project_id === projectOf(row, snapshot, projects), `has the project ${row.project_id}`);
  if ('organization_id' in snapshot)
    expect(row.organization_id === snapshot['organization_id'], `has the organization ${row.organization_id}`);
  if (ofInstallation.includes(row.action)) expect(row.organization_id === null, 'belongs to what has ended');
  const own = before ?? snapshot;
  // A setting has no id of its own.
  expect(row.resource_id === (own['id'] ?? own['user_id'] ?? row.organization_id), 'is about another resource');
  const makers = before === null ? ['created_by_id', 'author_id', 'invited_by_id'] : [];
  const made = makers.map((name) => snapshot[name] ?? row.actor_id);
  expect(
    made.every((id) => id === row.actor_id),
    'was made by somebody else',
  );
  if (before === null || after === null || withoutNextVersion.includes(row.action)) return faults;
  expect(
    after['version'] === Number(before['version']) + 1,
    `${String(before['version'])} becomes ${String(after['version'])}`,
  );
  expect(after['updated_at'] === row.time, `was changed ${String(after['updated_at'])}, not ${row.time}`);
  expect(after['created_at'] === before['created_at'] && after['id'] === before['id'], 'shows another resource before');
  return faults;
}

function isSame(told: unknown, kept: unknown): boolean {
  return kept === '[masked]' || JSON.stringify(sorted(told)) === JSON.stringify(sorted(kept));
}

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(sorted);
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([name, member]) => [name, sorted(member)]));
}

/** An event tells what the audit row of the same change keeps: the state after it, or the last one. */
function faultsOfEvent(row: EventRow, rows: readonly AuditRow[]): string[] {
  const own = rows.filter(
    ({ request_id, resource_type, resource_id }) =>
      request_id === row.request_id && `${resource_type}/${resource_id}` === row.subject,
  );
  if (own.length === 0) return [];
  const told = row.data.task ?? row.data;
  const kept = own.find(({ action, before, after }) => {
    const snapshot = action === 'session.rotate' ? before : (after ?? before);
    if (anonymised.includes(row.type)) return snapshot?.['id'] === told['id'];
    return snapshot !== null && Object.entries(snapshot).every(([name, value]) => isSame(told[name], value));
  });
  if (kept === undefined) return [`${row.type}: tells something else than ${own.map(({ action }) => action).join()}`];
  const wrong = (['organization_id', 'project_id', 'time'] as const).filter((name) => row[name] !== kept[name]);
  return [...wrong, ...(row.user_id === kept.actor_id ? [] : ['user_id'])].map(
    (name) => `${row.type}: has another ${name} than ${kept.action}`,
  );
}

const time = `to_char(%s AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS time`;

/** Everything that is recorded, oldest first. */
export async function readTraces(
  app: Pick<TestApp, 'query'>,
): Promise<{ readonly audit: readonly AuditRow[]; readonly events: readonly EventRow[] }> {
  const audit = await app.query<AuditRow>(`SELECT *, ${time.replace('%s', 'created_at')} FROM audit_log ORDER BY id`);
  const events = await app.query<EventRow>(
    `SELECT type, organization_id, project_id, user_id, subject, data, request_id, ${time.replace('%s', 'time')}
       FROM events ORDER BY id`,
  );
  return { audit, events };
}

/** What is wrong with any of the rows; each fault once. */
export function faultsOf({ audit, events }: Awaited<ReturnType<typeof readTraces>>): readonly string[] {
  const projects = new Map(
    audit.flatMap(({ resource_type, resource_id, project_id }) =>
      resource_type === 'task' ? [[String(resource_id), project_id] as const] : [],
    ),
  );
  const faults = [
    ...audit.flatMap((row) => faultsOfAudit(row, projects)),
    ...events.flatMap((row) => faultsOfEvent(row, audit)),
  ];
  return [...new Set(faults)];
}
