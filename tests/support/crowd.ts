import type { Project, Task } from '../../generated/v2/types.ts';
import { newId } from '../../src/platform/ids.ts';
import { createAccount, createKey, createMember, createSession, type Account } from './accounts.ts';
import type { TestApp } from './app.ts';
import {
  addDependency,
  createComment,
  createLabel,
  createMilestone,
  createProject,
  createReportingKey,
  createSourceMap,
  createTask,
  moveTask,
  recordEvent,
  reportError,
  setProjectMember,
} from './factories.ts';
import { makeImported } from './imported-task.ts';
import { createIncident } from './incidents.ts';
import { createAlertRule, insertAlert } from './error-alerts.ts';
import { createInvitation, inviteElsewhere } from './invitations.ts';
import { createOpenImport } from './open-import.ts';

/** An organization in which every list has several rows: for each filter, some that match and some that do not. */
export interface Crowd {
  readonly owner: Account;
  /** A session token of the owner, for lists that API keys cannot read. */
  readonly token: string;
  /** By the name of the path parameter. */
  readonly ids: Readonly<Record<string, string>>;
}

/** @param app a server that no other test uses, because some lists cover the whole installation */
export async function createCrowd(app: TestApp): Promise<Crowd> {
  // Each row has a different time.
  const pass = (): void => app.clock.advance(60_000);
  const owner = await createAccount(app, { is_operator: true, name: 'Olga Sand' });
  const members = await people(app, owner, pass);
  const project = await projects(app, owner, { members, pass });
  const tasks = await work(app, owner, { members, project, pass });
  await alerts(app, owner, { project, pass });
  const error_id = await failures(owner, { project, pass });
  await events(owner, { project, pass });
  for (const status of ['open', 'closed', 'open'] as const) {
    pass();
    await createIncident(app, { status });
  }
  await access(app, owner, { pass });
  for (const [index, operation_id] of ['getTask', 'listTasks', 'getMe'].entries()) {
    pass();
    await app.query(`INSERT INTO contract_violations VALUES ($1, 'v2', $2, 'body', '/id', 'format', 200, $3, $4, $4)`, [
      newId(),
      operation_id,
      3 - index,
      app.clock.now(),
    ]);
  }
  await owner.v1.GET('/api/v1/tasks');
  const { token } = await createSession(app, owner);
  const ids = { organization_id: owner.organization_id, project_id: project.id, task_id: tasks[2]!.id, error_id };
  return { owner, token, ids };
}

type Pass = () => void;

async function people(app: TestApp, owner: Account, pass: Pass): Promise<Account[]> {
  const members: Account[] = [];
  for (const role of ['admin', 'member', 'viewer', 'owner', 'member'] as const) {
    pass();
    members.push(await createMember(app, owner, role));
  }
  for (const [index, name] of ['Bea', 'Ada', 'Dov', 'Cem', 'Eva'].entries()) {
    await app.query('UPDATE users SET name = $2, is_operator = $3 WHERE id = $1', [
      members[index]!.user_id,
      name,
      index === 0,
    ]);
  }
  await app.query('UPDATE users SET deactivated_at = created_at WHERE id = $1', [members[3]!.user_id]);
  await app.query('UPDATE users SET email_verified_at = NULL WHERE id = $1', [members[4]!.user_id]);
  return members;
}

async function projects(
  app: TestApp,
  owner: Account,
  { members, pass }: { readonly members: readonly Account[]; readonly pass: Pass },
): Promise<Project> {
  const made: Project[] = [];
  for (const [index, name] of ['Quay', 'Pier', 'Dock', 'Mole'].entries()) {
    pass();
    const visibility = index % 2 === 0 ? 'organization' : 'private';
    made.push(await createProject(owner, { key: `K${'DACB'[index]!}`, name, visibility }));
  }
  const [first, second, third] = made;
  await app.query('UPDATE projects SET archived_at = created_at WHERE id = $1', [third!.id]);
  await app.query('DELETE FROM project_members WHERE project_id = $1', [second!.id]);
  for (const [index, role] of (['lead', 'contributor', 'viewer'] as const).entries()) {
    pass();
    await setProjectMember(owner, first!, members[index]!, role);
  }
  for (let index = 0; index < 3; index += 1) {
    pass();
    await createOpenImport(app, first!, owner.user_id);
  }
  return first!;
}

interface Place {
  readonly members: readonly Account[];
  readonly project: Project;
  readonly pass: Pass;
}

async function work(app: TestApp, owner: Account, { members, project, pass }: Place): Promise<Task[]> {
  const names = ['kelp', 'alga', 'moss', 'fern'];
  const labels: string[] = [];
  const milestones: string[] = [];
  for (const [index, name] of names.entries()) {
    pass();
    labels.push((await createLabel(owner, project, { name })).id);
    const due_on = index < 2 ? null : `2027-0${index}-01`;
    milestones.push((await createMilestone(owner, project, { name, due_on })).id);
  }
  await app.query("UPDATE milestones SET state = 'closed', closed_at = created_at WHERE id = ANY ($1)", [
    milestones.slice(1, 3),
  ]);
  const tasks: Task[] = [];
  for (let index = 0; index < 8; index += 1) {
    pass();
    tasks.push(
      await createTask(index % 3 === 0 ? members[1]! : owner, project, {
        title: `${'hgfedcba'[index]!} task`,
        type: (['task', 'bug', 'feature'] as const)[index % 3]!,
        priority: (['none', 'low', 'medium', 'high', 'urgent'] as const)[(index * 3) % 5]!,
        status: index === 7 ? 'backlog' : 'todo',
        assignee_id: [owner.user_id, members[1]!.user_id, null][index % 3]!,
        due_on: index % 2 === 0 ? null : `2027-03-0${9 - index}`,
        milestone_id: [milestones[0]!, milestones[3]!, null][index % 3]!,
        label_ids: labels.slice(0, index % 3),
      }),
    );
  }
  await progress(app, owner, { tasks, pass });
  return tasks;
}

/** Moves tasks, adds dependencies and comments, and marks some tasks as imported. */
async function progress(
  app: TestApp,
  owner: Account,
  { tasks, pass }: { readonly tasks: readonly Task[]; readonly pass: Pass },
): Promise<void> {
  const [a, b, c, d, e, f, g, h] = tasks as [Task, Task, Task, Task, Task, Task, Task, Task];
  for (const blocking of [d, e, f]) {
    pass();
    await addDependency(owner, c, blocking);
  }
  for (const waiting of [g, h]) {
    pass();
    await addDependency(owner, waiting, c);
  }
  for (const [task, ...ways] of [
    [a, 'in_progress', 'done'],
    [b, 'in_progress', 'in_review', 'done'],
    [d, 'in_progress'],
    [e, 'in_progress', 'in_review'],
    [f, 'cancelled'],
  ] as const) {
    pass();
    await moveTask(owner, task, ...ways);
  }
  const kinds = ['comment', 'review', 'review_comment', 'comment'];
  for (const kind of kinds) {
    pass();
    const { id } = await createComment(owner, c);
    await app.query('UPDATE comments SET kind = $2 WHERE id = $1', [id, kind]);
  }
  for (const [task, kind] of [
    [a, 'issue'],
    [b, 'pull_request'],
    [g, 'issue'],
  ] as const) {
    await makeImported(app, task, kind);
  }
}

async function alerts(
  app: TestApp,
  owner: Account,
  { project, pass }: { readonly project: Project; readonly pass: Pass },
): Promise<void> {
  const kinds = ['threshold', 'new_group', 'threshold', 'regression'] as const;
  const other = await createProject(owner);
  for (const [index, kind] of kinds.entries()) {
    pass();
    const fields = { name: `${'dbca'[index]!} rule`, kind, threshold: 1, is_active: index !== 2 };
    const rule = await createAlertRule(owner, index === 1 ? other : project, fields);
    pass();
    await insertAlert(app, rule, { error_id: index % 2 === 0 ? null : newId() });
    if (index < 2) await app.query("UPDATE error_alerts SET status = 'cleared', cleared_at = fired_at");
    pass();
    if (index < 2) await insertAlert(app, rule);
  }
}

type Reported = Pick<Place, 'project' | 'pass'>;

/** Errors of every level and status, and what helps to report them; returns the id of one that occurred several times. */
async function failures(owner: Account, { project, pass }: Reported): Promise<string> {
  for (const file of ['b.js', 'a.js', 'c.js']) {
    pass();
    await createSourceMap(owner, project, { file });
    await createReportingKey(owner, project, { name: `key for ${file}` });
  }
  const decide = async (error_id: string, status: 'resolved' | 'ignored') =>
    owner.v2.PATCH('/api/v2/errors/{error_id}', { params: { path: { error_id } }, body: { status } });
  const ids: string[] = [];
  for (const [index, level] of (['error', 'fatal', 'debug', 'warning', 'info'] as const).entries()) {
    for (let count = 0; count <= (index * 2) % 5; count += 1) {
      pass();
      const letter = 'dbeca'[index]!;
      const report = { level, type: `${letter}Error`, message: `${letter} failed`, release: `crowd@${letter}` };
      ids[index] = (await reportError(owner, project, report)).error_id;
    }
  }
  await decide(ids[0]!, 'resolved');
  await decide(ids[1]!, 'ignored');
  await decide(ids[2]!, 'resolved');
  pass();
  await reportError(owner, project, { level: 'debug', type: 'eError', message: 'e failed' });
  return ids[2]!;
}

async function events(owner: Account, { project, pass }: Reported): Promise<void> {
  for (const [index, name] of ['deploy', 'build', 'deploy', 'audit'].entries()) {
    pass();
    const time = new Date(Date.parse(project.created_at) + (index % 2) * 3_600_000 - index * 60_000).toISOString();
    const place = index === 3 ? {} : { project_id: project.id };
    await recordEvent(owner, { type: `crowd.${name}`, source: `/crowd/${'cbad'[index]!}`, time, ...place });
  }
}

async function access(app: TestApp, owner: Account, { pass }: { readonly pass: Pass }): Promise<void> {
  for (const [index, status] of ['pending', 'accepted', 'revoked', 'expired', 'pending'].entries()) {
    pass();
    const { id } = await createInvitation(owner, { email: `${'ebdac'[index]!}@meridian.example` });
    await app.query('UPDATE invitations SET status = $2 WHERE id = $1', [id, status]);
    if (index < 3) await inviteElsewhere(app, owner);
    const { api_key_id } = await createKey(app, owner);
    await app.query('UPDATE api_keys SET name = $2 WHERE id = $1', [api_key_id, `key ${'ebdac'[index]!}`]);
    const { session_id } = await createSession(app, owner);
    if (index % 2 === 0)
      await app.query('UPDATE sessions SET suspected_at = created_at, suspicion = $2 WHERE id = $1', [
        session_id,
        'new_place',
      ]);
    const name = `Organization ${'ebdac'[index]!}`;
    const organization_id = newId();
    await app.query('INSERT INTO organizations (id, name, slug, created_at, updated_at) VALUES ($1, $2, $3, $4, $4)', [
      organization_id,
      name,
      `crowd-${index}`,
      app.clock.now(),
    ]);
    await app.query(
      `INSERT INTO organization_members (organization_id, user_id, role, created_at, updated_at)
       VALUES ($1, $2, 'owner', $3, $3)`,
      [organization_id, owner.user_id, app.clock.now()],
    );
  }
}
