import type { EventName } from '../../generated/events.ts';
import type { ErrorReportBatch, ErrorReportReceipt, VerifiedAccount } from '../../generated/v2/types.ts';
import { clientsOf } from './accounts.ts';
import type { TestApp } from './app.ts';
import { ended } from './archive.ts';
import { documentedOperations } from './contract/document.ts';
import { alertsOf, countReports, insertError } from './error-alerts.ts';
import { eventually } from './eventually.ts';
import { isForSessions } from './every-operation.ts';
import { bodyOf, createTask } from './factories.ts';
import { createOpenImport } from './open-import.ts';
import { givePassword, newAddress, password, sessionOf, tokenIn } from './passwords.ts';
import { bearer, sampleRequest, send, unique } from './sample-request.ts';
import { archiveProject } from './scene.ts';
import { createWorld, type World } from './world.ts';

/** Makes the change that an event reports. */
type Cause = (app: TestApp, world: World) => Promise<unknown>;

const agent = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
const from = (address: string) => ({ 'x-forwarded-for': address, 'user-agent': agent });

/** Sends the example of an operation, or another body, as the owner of the world; returns the body of the response. */
function by(operationId: string, body?: object): Cause {
  return async (app, { owner, session, ids }) => {
    const operation = documentedOperations.find(({ version, id }) => version === 'v2' && id === operationId);
    if (operation === undefined) throw new Error(`v2 has no operation ${operationId}`);
    const sample = unique(sampleRequest(operation, ids));
    const headers = bearer(isForSessions(operation) ? session : owner);
    const response = await send(app, sample, { headers, ...(body && { body: JSON.stringify(body) }) });
    const text = await response.text();
    if (!response.ok) throw new Error(`${operationId} returned ${response.status}: ${text}`);
    return text === '' ? undefined : (JSON.parse(text) as unknown);
  };
}

async function logIn(app: TestApp, { owner }: World) {
  await givePassword(app, owner);
  const body = { email: owner.email, password };
  return sessionOf(bodyOf(await app.v2.POST('/api/v2/auth/login', { body, headers: from('192.0.2.17') })));
}

/** Returns the token of the mail. */
async function register(app: TestApp): Promise<string> {
  const email = newAddress();
  await app.v2.POST('/api/v2/auth/register', { body: { email, name: 'Ada Lindqvist', password } });
  return tokenIn((await app.mail.next(email)).text);
}

async function verify(app: TestApp): Promise<VerifiedAccount> {
  const token = await register(app);
  app.clock.advance(1000);
  return bodyOf(await app.v2.POST('/api/v2/auth/email-verification', { body: { token } }));
}

/** Lets the operator change the account of somebody who has verified their address. */
function onVerifiedUser(change: Cause): Cause {
  return async (app, world) => {
    const { user_id } = await verify(app);
    app.clock.advance(1000);
    return change(app, { ...world, ids: { ...world.ids, user_id } });
  };
}

/** Adds the resources of the documents' examples to the world, each by the operation that creates it. */
export async function createEventWorld(app: TestApp): Promise<World> {
  const world = await createWorld(app);
  const ids = { ...world.ids };
  async function create(parameter: string, operationId: string): Promise<void> {
    const { id } = (await by(operationId)(app, { ...world, ids })) as { readonly id: string };
    ids[parameter] = id;
  }
  await create('api_key_id', 'createApiKey');
  await create('project_id', 'createProject');
  await create('label_id', 'createLabel');
  await create('milestone_id', 'createMilestone');
  await create('task_id', 'createTask');
  await create('comment_id', 'createComment');
  await create('rule_id', 'createErrorAlertRule');
  ids['blocking_task_id'] = (await createTask(world.owner, { id: ids['project_id']! })).id;
  ids['import_id'] = await createOpenImport(
    app,
    { id: ids['project_id']!, organization_id: world.owner.organization_id },
    world.owner.user_id,
  );
  return { ...world, ids };
}

/** Runs the import of the world, which no worker has taken, after its project was archived. */
async function failImport(app: TestApp, { owner, ids }: World): Promise<void> {
  const [project_id, import_id] = [ids['project_id']!, ids['import_id']!];
  await archiveProject(owner, { id: project_id });
  const { user_id, organization_id, role } = owner;
  const actor = { user_id, organization_id, role, is_operator: true, credential_id: null, credential_type: null };
  await app.query("SELECT graphile_worker.add_job('imports.run', $1::json)", [JSON.stringify({ import_id, actor })]);
  await ended(owner, { id: import_id });
}

/** Reports the failure of the examples once more; the first report makes the error. */
async function reportAgain(app: TestApp, world: World): Promise<ErrorReportReceipt> {
  const { bodies } = documentedOperations.find(({ id }) => id === 'reportErrors')!;
  const { reports } = bodies['application/json'] as ErrorReportBatch;
  const { id: _id, ...report } = reports[0]!;
  const body = { project_id: world.ids['project_id']!, reports: [report] };
  return (await by('reportErrors', body)(app, world)) as ErrorReportReceipt;
}

/** Makes a change to the error that the example reports. */
function onError(...changes: readonly Cause[]): Cause {
  return async (app, world) => {
    const { results } = await reportAgain(app, world);
    const ids = { ...world.ids, error_id: results[0]!.error_id };
    let result: unknown;
    for (const change of changes) {
      app.clock.advance(1000);
      result = await change(app, { ...world, ids });
    }
    return result;
  };
}

/** Lets the rule of the world reach its threshold. */
async function fireAlert(app: TestApp, { owner, ids }: World): Promise<void> {
  const place = { organization_id: owner.organization_id, project_id: ids['project_id']! };
  const error_id = await insertError(app, place);
  await countReports(app, place, { error_id, count: 23, environment: 'production' });
  await app.query("SELECT graphile_worker.add_job('error_alerts.evaluate')");
  await eventually(async () => {
    if ((await alertsOf(owner, { id: ids['rule_id']! })).length === 0) throw new Error('the rule has not fired');
  });
}

/** Adds a mail that nobody can read, because its secret key is gone, and waits for its incident. */
async function failMail(app: TestApp): Promise<void> {
  await app.query("DELETE FROM incidents WHERE service = 'mail.send'");
  const lost = Buffer.alloc(64).toString('base64url');
  await app.query("SELECT graphile_worker.add_job('mail.send', $1::json, max_attempts => 1)", [
    JSON.stringify({ to: 'ada@meridian.example', subject: 'Hello', text: lost }),
  ]);
  await untilIncident(app, 'open');
}

/** Lets a mail be delivered after one that could not. */
async function mendMails(app: TestApp): Promise<void> {
  await failMail(app);
  app.clock.advance(1000);
  await register(app);
  await untilIncident(app, 'closed');
}

async function untilIncident(app: TestApp, status: string): Promise<void> {
  await eventually(async () => {
    const found = await app.query("SELECT 1 FROM incidents WHERE service = 'mail.send' AND status = $1", [status]);
    if (found.length === 0) throw new Error(`no incident is ${status}`);
  }, 20_000);
}

/** One change for each event. */
export const eventCauses: Readonly<Record<EventName, Cause>> = {
  'import.completed': async (app, world) =>
    ended(world.owner, (await by('createImport')(app, world)) as { readonly id: string }),
  'import.failed': failImport,
  'user.registered': register,
  'user.verified': verify,
  'user.deleted': onVerifiedUser(by('deleteUser')),
  'user.deactivated': onVerifiedUser(by('updateUser', { deactivated: true })),
  'session.created': logIn,
  'session.revoked': async (app, world) => {
    const { token } = await logIn(app, world);
    app.clock.advance(1000);
    return clientsOf(app, token).v2.POST('/api/v2/auth/logout', { headers: from('192.0.2.17') });
  },
  'session.suspicious': async (app, world) => {
    const { token } = await logIn(app, world);
    app.clock.advance(40_000);
    return clientsOf(app, token).v2.GET('/api/v2/me', { headers: from('198.51.100.24') });
  },
  'api_key.created': by('createApiKey'),
  'api_key.rotated': by('rotateApiKey'),
  'api_key.deleted': by('deleteApiKey'),
  'organization.created': by('createOrganization'),
  'organization.updated': by('updateOrganization'),
  'organization.deleted': by('deleteOrganization'),
  'member.added': by('acceptInvitation'),
  'member.updated': by('updateMember'),
  'member.removed': by('removeMember'),
  'invitation.created': by('createInvitation'),
  'invitation.accepted': by('acceptInvitation'),
  'invitation.revoked': by('revokeInvitation'),
  'project.created': by('createProject', { key: 'EDGE', name: 'Edge', description: 'What the browser loads.' }),
  'project.updated': by('updateProject'),
  'project.archived': by('updateProject', { archived: true }),
  'project.deleted': by('deleteProject'),
  'label.created': by('createLabel', { name: 'flaky', color: '#8b949e', description: 'It fails now and then.' }),
  'label.updated': by('updateLabel'),
  'label.deleted': by('deleteLabel'),
  'milestone.created': by('createMilestone', { name: '2.5', description: 'Later.', due_on: '2027-01-15' }),
  'milestone.updated': by('updateMilestone'),
  'milestone.deleted': by('deleteMilestone'),
  'task.created': by('createTask'),
  'task.updated': by('updateTask', { priority: 'urgent' }),
  'task.transitioned': by('transitionTask'),
  'task.deleted': by('deleteTask'),
  'dependency.added': by('addTaskDependency'),
  'dependency.removed': async (app, world) => {
    await by('addTaskDependency')(app, world);
    app.clock.advance(1000);
    return by('removeTaskDependency')(app, world);
  },
  'alert.fired': fireAlert,
  'alert.cleared': async (app, world) => {
    await fireAlert(app, world);
    app.clock.advance(1000);
    return by('updateErrorAlertRule', { is_active: false })(app, world);
  },
  'comment.created': by('createComment'),
  'comment.updated': by('updateComment'),
  'comment.deleted': by('deleteComment'),
  'error.created': by('reportErrors'),
  'incident.opened': failMail,
  'incident.closed': mendMails,
  'error.regressed': onError(by('updateError', { status: 'resolved' }), reportAgain),
  'error.resolved': onError(by('updateError')),
  'error.ignored': onError(by('updateError', { status: 'ignored' })),
};
