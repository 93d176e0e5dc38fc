import { setTimeout as delay } from 'node:timers/promises';
import { clientsOf, createAccount, createSession, type BrowserSession } from '../support/accounts.ts';
import type { TestApp } from '../support/app.ts';
import { newId } from '../../src/platform/ids.ts';
import { createAlertRule, insertAlert } from '../support/error-alerts.ts';
import { eventually } from '../support/eventually.ts';
import { documentedOperations } from '../support/contract/document.ts';
import {
  addDependency,
  bodyOf,
  createComment,
  createImport,
  createLabel,
  createMilestone,
  createProject,
  createReportingKey,
  createSourceMap,
  createTask,
  recordEvent,
  reportError,
} from '../support/factories.ts';
import { createIncident } from '../support/incidents.ts';
import { createInvitation, inviteElsewhere } from '../support/invitations.ts';
import { createOpenImport } from '../support/open-import.ts';
import { createAccountWithPassword } from '../support/passwords.ts';
import { turnOn } from '../support/second-factor.ts';
import type { ErrorReportBatch, EventInput, GithubArchive } from '../../generated/v2/types.ts';

// The small world that the examples of the documents tell of, made on a real server.

/** How far the world has come; each includes those before it. */
const steps = ['account', 'project', 'label', 'task', 'comment'] as const;
export type Step = (typeof steps)[number];

export interface ExampleWorld {
  readonly email: string;
  readonly session: BrowserSession;
  readonly ids: Readonly<Record<string, string>>;
}

/** What the browser of the examples calls itself. */
export const userAgent = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

export interface WorldOptions {
  readonly upTo: Step;
  readonly isOperator?: boolean;
  /** Whether Grace is a member, too. */
  readonly hasColleague?: boolean;
  /** Whether Ada has invited Jun. */
  readonly hasInvitation?: boolean;
  /** Whether another organization has invited Ada. */
  readonly isInvited?: boolean;
  /** Hashing one is slow. */
  readonly hasPassword?: boolean;
  /** Whether a log-in asks for a code of the authenticator. */
  readonly hasSecondFactor?: boolean;
  /** Whether the bug is being worked on already. */
  readonly isStarted?: boolean;
  /** Whether the project has a milestone, to which the task belongs. */
  readonly hasMilestone?: boolean;
  /** Whether the failure of the examples was reported. */
  readonly hasError?: boolean;
  /** Whether programs can report to the project. */
  readonly hasReportingKey?: boolean;
  /** Whether the project has the source map of the examples. */
  readonly hasSourceMap?: boolean;
  /** Whether there is a second task, and whether the bug waits for it. */
  readonly blocking?: 'there' | 'waited for';
  /** Whether the build server has reported its deployment. */
  readonly hasEvent?: boolean;
  /** Whether the archive of the examples was imported. */
  readonly isImported?: boolean;
  /** Whether an import waits for its turn. */
  readonly isImporting?: boolean;
  /** Whether tasks were listed once by the older contract. */
  readonly usesV1?: boolean;
  /** Whether Ada's key listed tasks once, by status. */
  readonly usesKey?: boolean;
  /** Whether the label's making is sealed into the audit log. */
  readonly isSealed?: boolean;
  /** Whether the project has an alert rule, and whether it has fired. */
  readonly alerting?: 'armed' | 'fired';
  /** Whether a response would have broken the contract; it is the only one on the server. */
  readonly hasViolation?: boolean;
  /** Whether a mail could not be delivered; it is the only incident of the installation. */
  readonly hasIncident?: boolean;
}

async function createAda(app: TestApp, options: WorldOptions) {
  const { isOperator = false, hasPassword = false } = options;
  const create = hasPassword ? createAccountWithPassword : createAccount;
  const account = await create(app, { name: 'Ada Lindqvist', is_operator: isOperator });
  const { user_id, organization_id, api_key_id } = account;
  await app.query('UPDATE users SET version = 2 WHERE id = $1', [user_id]);
  await app.query(
    `UPDATE api_keys SET name = 'Continuous integration', scopes = '{projects:read,tasks:read,tasks:write}',
       expires_at = '2027-11-02' WHERE id = $1`,
    [api_key_id],
  );
  if (options.hasSecondFactor === true) await turnOn(app, account);
  const session = await createSession(app, account);
  await app.query("UPDATE sessions SET address = '192.0.2.17', user_agent = $2 WHERE id = $1", [
    session.session_id,
    userAgent,
  ]);
  const ids = { user_id, organization_id, api_key_id, session_id: session.session_id };
  return { email: account.email, session, key: clientsOf(app, account.token), ids };
}

interface Alerting {
  readonly project_id: string;
  readonly alerting: NonNullable<WorldOptions['alerting']>;
}

type Clients = ReturnType<typeof clientsOf>;

async function createCore(app: TestApp, ada: Clients, has: (step: Step) => boolean): Promise<Record<string, string>> {
  if (!has('project')) return {};
  const description = 'The service that everything else at Meridian stands on.';
  const project = await createProject(ada, { key: 'CORE', name: 'Core platform', description });
  await app.query('UPDATE projects SET last_task_number = 41 WHERE id = $1', [project.id]);
  if (!has('label')) return { project_id: project.id };
  const regression = { name: 'regression', color: '#d73a4a', description: 'It worked in an earlier release.' };
  const label = await createLabel(ada, project, regression);
  if (!has('task')) return { project_id: project.id, label_id: label.id };
  const task = await createTask(ada, project, {
    title: 'Session ends after one minute',
    description: 'Since 2.3.1 the session is gone after a minute without a request.',
    type: 'bug',
    priority: 'high',
    due_on: '2026-11-20',
    label_ids: [label.id],
  });
  const ids = { project_id: project.id, label_id: label.id, task_id: task.id };
  if (!has('comment')) return ids;
  return { ...ids, comment_id: (await createComment(ada, task, 'Reproduced on 2.3.1; 2.3.0 is fine.')).id };
}

async function importArchive(ada: Clients, project_id: string): Promise<string> {
  const { bodies } = documentedOperations.find(({ id }) => id === 'createImport')!;
  const { id } = await createImport(ada, { id: project_id }, bodies['application/json'] as GithubArchive);
  const deadline = performance.now() + 20_000;
  for (;;) {
    const params = { path: { import_id: id } };
    const { status } = bodyOf(await ada.v2.GET('/api/v2/imports/{import_id}', { params }));
    if (status === 'completed') return id;
    if (performance.now() > deadline) throw new Error(`the import is still ${status}`);
    await delay(50);
  }
}

async function createRelease(ada: Clients, ids: Readonly<Record<string, string>>): Promise<string> {
  const release = { name: '2.4', description: 'Sessions that last.', due_on: '2026-12-01' };
  const { id: milestone_id } = await createMilestone(ada, { id: ids['project_id']! }, release);
  const { task_id } = ids;
  if (task_id === undefined) return milestone_id;
  bodyOf(await ada.v2.PATCH('/api/v2/tasks/{task_id}', { params: { path: { task_id } }, body: { milestone_id } }));
  return milestone_id;
}

async function createAlert(app: TestApp, ada: Clients, { project_id, alerting }: Alerting): Promise<string> {
  const fields = { threshold: 20, levels: ['fatal', 'error'], environments: ['production'] } as const;
  const lists = { levels: [...fields.levels], environments: [...fields.environments] };
  const rule = await createAlertRule(ada, { id: project_id }, { name: 'Burst in production', ...fields, ...lists });
  if (alerting === 'fired') await insertAlert(app, rule, { value: 23 });
  return rule.id;
}

async function insertViolation(app: TestApp): Promise<void> {
  await app.query('DELETE FROM contract_violations');
  await app.query(
    `INSERT INTO contract_violations (id, version, operation_id, part, pointer, keyword, status, violation_count, first_at, last_at)
     VALUES ($1, 'v2', 'listTasks', 'body', '/data/*/internal_note', 'additionalProperties', 200, 3, $2, $2)`,
    [newId(), app.clock.now()],
  );
}

/** The people around Ada, as far as the example needs them. */
async function createPeople(
  app: TestApp,
  { organization_id, email, v2 }: Clients & { readonly organization_id: string; readonly email: string },
  options: WorldOptions,
): Promise<Record<string, string>> {
  const { hasColleague = false, hasInvitation = false, isInvited = false } = options;
  const made: Record<string, string> = {};
  if (hasColleague) {
    const grace = await createAccount(app, { organization_id, role: 'member', name: 'Grace Okafor' });
    made['colleague_id'] = grace.user_id;
  }
  if (hasInvitation) made['invitation_id'] = (await createInvitation({ v2, organization_id })).id;
  if (isInvited) await inviteElsewhere(app, { email });
  return made;
}

/** The event of the examples. */
function deployment(project_id: string): EventInput {
  return {
    id: 'build-4711',
    source: 'https://ci.meridian.example/core',
    type: 'deployment.finished',
    subject: 'production',
    time: '2026-11-02T09:58:41.250Z',
    datacontenttype: 'application/json',
    data: { release: '2.3.1', duration_s: 94 },
    extensions: { traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01' },
    project_id,
  };
}

/** The entry of the audit log that tells of a resource, once it has its seal. */
async function sealedEntryOf(app: TestApp, resourceId: string): Promise<string> {
  return eventually(async () => {
    const statement = 'SELECT id FROM audit_log WHERE resource_id = $1 AND sequence IS NOT NULL';
    const [entry] = await app.query<{ id: string }>(statement, [resourceId]);
    if (entry === undefined) throw new Error('the entry is not sealed');
    return entry.id;
  });
}

/** Reports what the examples tell of, now. */
async function reportFailure(ada: Clients, project_id: string): Promise<string> {
  const { bodies } = documentedOperations.find(({ id }) => id === 'reportErrors')!;
  const [report] = (bodies['application/json'] as ErrorReportBatch).reports;
  const now = { id: newId(), occurred_at: undefined };
  return (await reportError(ada, { id: project_id }, { ...report, ...now })).error_id;
}

/** Makes the world of the examples, in an organization of its own. */
export async function createExampleWorld(app: TestApp, options: WorldOptions): Promise<ExampleWorld> {
  const { upTo, isStarted = false, hasMilestone = false, blocking, isImported = false } = options;
  const { ids, key, ...account } = await createAda(app, options);
  const ada = clientsOf(app, account.session.token);
  const made: Record<string, string> = await createCore(app, ada, (step) => steps.indexOf(step) <= steps.indexOf(upTo));
  Object.assign(made, await createPeople(app, { ...ada, ...account, organization_id: ids.organization_id }, options));
  if (isStarted) {
    const params = { path: { task_id: made['task_id']! } };
    bodyOf(
      await ada.v2.POST('/api/v2/tasks/{task_id}/transitions', {
        params,
        body: { to: 'in_progress', comment: 'Ada takes it.' },
      }),
    );
  }
  if (hasMilestone) made['milestone_id'] = await createRelease(ada, made);
  if (options.hasSourceMap === true) {
    made['source_map_id'] = (await createSourceMap(ada, { id: made['project_id']! }, { release: '2.4.0' })).id;
  }
  if (options.hasError === true) made['error_id'] = await reportFailure(ada, made['project_id']!);
  if (options.hasReportingKey === true) {
    const key = { name: 'Web client', reports_per_minute: 600 };
    const { id, project_number, public_key } = await createReportingKey(ada, { id: made['project_id']! }, key);
    Object.assign(made, { reporting_key_id: id, project_number: String(project_number), public_key });
  }
  if (blocking !== undefined) {
    const other = await createTask(ada, { id: made['project_id']! }, { title: 'Renew the certificate' });
    if (blocking === 'waited for') await addDependency(ada, { id: made['task_id']! }, other);
    made['blocking_task_id'] = other.id;
  }
  if (options.hasEvent === true) made['event_id'] = (await recordEvent(ada, deployment(made['project_id']!))).id;
  if (isImported) made['import_id'] = await importArchive(ada, made['project_id']!);
  if (options.isImporting === true) {
    const place = { id: made['project_id']!, organization_id: ids.organization_id };
    made['import_id'] = await createOpenImport(app, place, ids.user_id);
  }
  if (options.alerting !== undefined) {
    const place = { project_id: made['project_id']!, alerting: options.alerting };
    made['rule_id'] = await createAlert(app, ada, place);
  }
  if (options.isSealed === true) made['entry_id'] = await sealedEntryOf(app, made['label_id']!);
  if (options.usesV1 === true) await ada.v1.GET('/api/v1/tasks');
  if (options.usesKey === true) await key.v2.GET('/api/v2/tasks', { params: { query: { status: ['todo'] } } });
  if (options.hasViolation === true) await insertViolation(app);
  if (options.hasIncident === true) {
    await app.query('DELETE FROM incidents');
    made['incident_id'] = await createIncident(app, { kind: 'mail', service: 'mail.send' });
  }
  return { ...account, ids: { ...ids, ...made } };
}
