import type { Project } from '../../generated/v2/types.ts';
import { newId } from '../../src/platform/ids.ts';
import {
  createAccount,
  createMember,
  createSession,
  type Account,
  type AccountHost,
  type BrowserSession,
} from './accounts.ts';
import { documentedOperations } from './contract/document.ts';
import { createAlertRule } from './error-alerts.ts';
import {
  addDependency,
  createComment,
  createLabel,
  createMilestone,
  createProject,
  createReportingKey,
  createSourceMap,
  createTask,
  recordEvent,
  reportError,
  setProjectMember,
} from './factories.ts';
import { createIncident } from './incidents.ts';
import { createOpenImport } from './open-import.ts';
import { createInvitation, inviteElsewhere } from './invitations.ts';

/** One resource of every kind in one organization, with an id for each path parameter of the documents. */
export interface World {
  readonly owner: Account;
  readonly session: BrowserSession;
  /** By the name of the path parameter. */
  readonly ids: Readonly<Record<string, string>>;
}

export async function createWorld(app: AccountHost, owner?: Account): Promise<World> {
  const account = owner ?? (await createAccount(app, { is_operator: true }));
  const session = await createSession(app, account);
  const project = await createProject(account);
  const label = await createLabel(account, project);
  const milestone = await createMilestone(account, project);
  const sources = await createSourcesOfReports(account, project);
  const task = await createTask(account, project);
  const blocking = await createTask(account, project);
  await addDependency(account, task, blocking);
  const comment = await createComment(account, task);
  const event = await recordEvent(account, { project_id: project.id });
  const import_id = await createOpenImport(app, project, account.user_id);
  const { error_id } = await reportError(account, project);
  const rule = await createAlertRule(account, project);
  const member = await createMember(app, account);
  await setProjectMember(account, project, member);
  const invitation = await createInvitation(account);
  const { token } = await inviteElsewhere(app, account);
  const [entry] = await app.query('SELECT id FROM audit_log WHERE organization_id = $1 ORDER BY created_at LIMIT 1', [
    account.organization_id,
  ]);
  return {
    owner: account,
    session,
    ids: {
      organization_id: account.organization_id,
      // The other member, because the role of the last owner cannot be changed.
      user_id: member.user_id,
      invitation_id: invitation.id,
      /** The token of an invitation that another organization sent to the owner. */
      token,
      api_key_id: account.api_key_id,
      incident_id: await createIncident(app),
      session_id: session.session_id,
      project_id: project.id,
      label_id: label.id,
      ...sources,
      milestone_id: milestone.id,
      task_id: task.id,
      blocking_task_id: blocking.id,
      comment_id: comment.id,
      import_id,
      event_id: event.id,
      error_id,
      rule_id: rule.id,
      entry_id: String(entry?.['id']),
    },
  };
}

/** What programs report with. */
async function createSourcesOfReports(account: Account, project: Pick<Project, 'id'>) {
  const sourceMap = await createSourceMap(account, project);
  const { id: reporting_key_id, project_number, public_key } = await createReportingKey(account, project);
  // SDKs name the number and the public key.
  const names = { project_number: String(project_number), public_key };
  return { reporting_key_id, ...names, source_map_id: sourceMap.id };
}

/** Valid ids of resources that do not exist, by the name of the path parameter. */
export const nowhere: World['ids'] = {
  ...Object.fromEntries(
    documentedOperations.flatMap(({ path }) => [...path.matchAll(/\{([^}]+)\}/g)].map((match) => [match[1]!, newId()])),
  ),
  project_number: '999999999',
};
