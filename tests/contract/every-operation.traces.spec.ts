import { expect } from 'chai';
import { toAuditJson } from '../../src/audit/snapshot-json.ts';
import { createSession, type Account } from '../support/accounts.ts';
import { useApp } from '../support/app.ts';
import { documentedOperations, type DocumentedOperation } from '../support/contract/document.ts';
import { forEach, isForSessions, secured } from '../support/every-operation.ts';
import { prepare } from '../support/preparations.ts';
import { bearer, sampleRequest, send, unique } from '../support/sample-request.ts';
import { changesOf, type AuditTrace, type EventTrace } from '../support/traces.ts';
import { createWorld, type World } from '../support/world.ts';

// A change leaves behind who made it, with which credential, by which request, where it belongs, and what was there
// before and after. The rules are read from the documents and the request; the exceptions stand here.

type Body = Readonly<Record<string, unknown>>;

/** What they change depends on more than a sample can say, or a job changes it; their own specs hold their traces. */
const ofOwnSpecs: readonly string[] = ['bulkTasks', 'bulkErrors', 'reportErrors', 'createError', 'createTaskFromError'];
/** They cause their events later, or only for some values. */
const withoutEvent: readonly string[] = [
  ...['createImport', 'updateUser', 'updateErrorAlertRule', 'deleteErrorAlertRule'],
];

/** Kinds of resources that belong to a project. */
const inProjects: readonly string[] = [
  ...['project', 'project_member', 'reporting_key', 'label', 'milestone', 'task', 'dependency', 'comment', 'import'],
  ...['source_map', 'event', 'error', 'error_alert_rule', 'error_alert'],
];
/** Changes and events that belong to the installation: the organization of their resource ends, or is not there yet. */
const ofInstallation: readonly string[] = [
  ...['user.create', 'user.registered', 'user.delete', 'user.deleted', 'organization.delete', 'organization.deleted'],
];

/** The audit log keeps that it happened, and no more. */
const isFactOnly = (action: string): boolean => /^(?:mfa|password)\./.test(action);

/** What the audit row of an action shows of its resource. */
function shownBy(action: string): { readonly before: boolean; readonly after: boolean } {
  if (isFactOnly(action)) return { before: false, after: false };
  const isEnd = /\.(?:delete|remove)$/.test(action) || action === 'session.revoke';
  return { before: !/\.(?:create|add)$/.test(action), after: !isEnd };
}

/** What reporters say about people is not copied to a log that cannot be changed. */
const leftOut: Readonly<Record<string, readonly string[]>> = {
  event: ['user_id', 'subject', 'data', 'data_base64', 'extensions'],
};

function masked(body: Body, type: string): unknown {
  const kept = Object.entries(body).filter(([name]) => leftOut[type]?.includes(name) !== true);
  return JSON.parse(toAuditJson(Object.fromEntries(kept), type) ?? 'null');
}

/** A change that was made, and what it has left behind. */
interface Made {
  readonly operation: DocumentedOperation;
  readonly owner: Account;
  readonly ids: World['ids'];
  /** The resource as it was read before; undefined where it cannot be read at the operation's path. */
  readonly earlier: Body | undefined;
  /** The response, without a secret that it alone shows. */
  readonly shown: Body;
  readonly audit: readonly AuditTrace[];
  readonly events: readonly EventTrace[];
  /** The row of `x-audit`, and the event about the same resource. */
  readonly main: AuditTrace;
  readonly own: EventTrace | undefined;
}

describe('every operation: what its change leaves behind', () => {
  const app = useApp();
  const audited = secured.filter(
    ({ id, written }) => (written['x-audit'] ?? 'none') !== 'none' && !ofOwnSpecs.includes(id),
  );

  /** What else has to be there, or must not be, for a change to be one. */
  async function makeRoom({ id }: DocumentedOperation, owner: Account, ids: World['ids']): Promise<void> {
    if (id === 'revokeMyOtherSessions') await createSession(app, owner);
    if (id === 'addTaskDependency')
      await app.query('DELETE FROM task_dependencies WHERE task_id = $1', [ids['task_id']]);
    // The last owner cannot leave.
    if (id === 'deleteMe')
      await app.query("UPDATE organization_members SET role = 'viewer' WHERE user_id = $1", [owner.user_id]);
  }

  async function readResource(
    { path }: DocumentedOperation,
    ids: World['ids'],
    credential: { readonly token: string },
  ) {
    const read = documentedOperations.find((one) => one.method === 'GET' && one.path === path);
    if (read === undefined || !path.includes('{')) return undefined;
    const response = await send(app, sampleRequest(read, ids), { headers: bearer(credential) });
    if (response.status !== 200) return undefined;
    // This one depends on who reads.
    const { is_current: _isCurrent, ...resource } = (await response.json()) as Body;
    return resource;
  }

  forEach(audited, async (operation) => {
    const { owner, session, ids: known } = await createWorld(app);
    const ids: World['ids'] = { ...known, ...(await prepare(app, operation, owner)) };
    await makeRoom(operation, owner, ids);
    const isSession = isForSessions(operation);
    const credential = isSession ? session : owner;
    const earlier = await readResource(operation, ids, credential);
    const response = await send(app, unique(sampleRequest(operation, ids)), { headers: bearer(credential) });
    const text = await response.text();
    expect(response.status, text).to.be.within(200, 299);
    const { token: _secret, ...shown } = text === '' ? {} : (JSON.parse(text) as Body);
    const traces = await changesOf(app, response.headers.get('x-request-id')!);
    const main = traces.audit.filter(({ action }) => action === operation.written['x-audit']).at(-1)!;
    expect(main, 'the row of x-audit').not.to.equal(undefined);
    const own = traces.events.find(({ subject }) => subject === `${main.resource_type}/${main.resource_id}`);
    const made: Made = { operation, owner, ids, earlier, shown, ...traces, main, own };

    expectActor(made, {
      credential_type: isSession ? 'session' : 'api_key',
      credential_id: isSession ? session.session_id : owner.api_key_id,
    });
    expectEvents(made);
    for (const row of traces.audit)
      expect(placeOf(row)).to.deep.equal(expectedPlace(made, row.resource_type, row.action));
    for (const event of traces.events)
      expect(placeOf(event)).to.deep.equal(expectedPlace(made, event.subject.split('/')[0]!, event.type));
    expectSnapshots(made);
  });
});

function expectActor({ owner, audit, events }: Made, credential: object): void {
  const actor = { actor_type: 'user', actor_id: owner.user_id, ...credential };
  for (const row of audit) expect(row, row.action).to.include(actor);
  for (const event of events) expect(event, event.type).to.include({ user_id: owner.user_id });
  expect(new Set([...audit, ...events].map(({ at }) => at)).size, 'one time').to.equal(1);
}

function expectEvents({ operation, events, main, own }: Made): void {
  const emits = operation.written['x-emits'] ?? [];
  expect(emits).to.include.members(events.map(({ type }) => type));
  for (const { type, subject, data } of events) {
    if (data['id'] !== undefined) expect(data['id'], type).to.equal(subject.split('/')[1]);
  }
  const isSilent = emits.length === 0 || withoutEvent.includes(operation.id) || isFactOnly(main.action);
  expect(own !== undefined, 'an event about the same resource').to.equal(!isSilent);
}

const placeOf = ({ organization_id, project_id, ...trace }: AuditTrace | EventTrace) => ({
  of: 'action' in trace ? trace.action : trace.type,
  organization_id,
  project_id,
});

function expectedPlace({ operation, owner, ids, shown }: Made, type: string, name: string) {
  const elsewhere: Readonly<Record<string, unknown>> = {
    createOrganization: shown['id'],
    acceptInvitation: shown['organization_id'],
  };
  const project_id = operation.id === 'createProject' ? shown['id'] : ids['project_id'];
  return {
    of: name,
    organization_id: ofInstallation.includes(name) ? null : (elsewhere[operation.id] ?? owner.organization_id),
    project_id: inProjects.includes(type) ? project_id : null,
  };
}

function expectSnapshots({ operation, earlier, shown, audit, main, own }: Made): void {
  for (const { action, before, after } of audit) {
    expect({ action, before: before !== null, after: after !== null }).to.deep.equal({ action, ...shownBy(action) });
  }
  for (const row of audit) {
    const { id } = (row.before ?? {}) as Body;
    if (id !== undefined) expect(id, `before ${row.action}`).to.equal(row.resource_id);
  }
  // v1 shows resources in another form.
  if (operation.version === 'v1') return;
  const type = main.resource_type;
  if (main.before !== null && earlier !== undefined) expect(main.before).to.deep.equal(masked(earlier, type));
  // A job has taken the import up since.
  if (shown['id'] !== main.resource_id || operation.id === 'createImport') return;
  if (main.after !== null) expect(main.after).to.deep.equal(masked(shown, type));
  if (own !== undefined && own.data['id'] === shown['id']) expect(own.data).to.deep.equal(shown);
}
