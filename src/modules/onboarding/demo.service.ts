import type { Organization, Project, Task, User } from '../../../generated/v2/types.ts';
import type { Statement } from '../../platform/database.ts';
import type { AnonymousUnit, Role, Unit } from '../../platform/unit.ts';
import { allScopes, createApiKey } from '../api-keys/index.ts';
import { createComment } from '../comments/index.ts';
import { createErrorAlertRule } from '../error-alerts/index.ts';
import { createImport } from '../imports/index.ts';
import { createLabel } from '../labels/index.ts';
import { addMember, foundOrganization } from '../organizations/index.ts';
import { createMilestone, updateMilestone } from '../milestones/index.ts';
import { createProject, setProjectMember, updateProject } from '../projects/index.ts';
import { addTaskDependency, createTask, moveTask, updateTask } from '../tasks/index.ts';
import { openAccount, registerUser, setOperator } from '../users/index.ts';
import { createDemoAccess, type DemoServices } from './demo-access.service.ts';
import { historyDays } from './demo-history.data.ts';
import { createDemoHistory } from './demo-history.service.ts';
import type { DemoActors, People } from './demo.types.ts';
import {
  demoAlertRuleId,
  demoImportId,
  demoLabels,
  demoOrganizationId,
  demoPeople,
  demoProjects,
  type DemoMilestone,
  type DemoProject,
  type DemoTask,
} from './demo.data.ts';
import { DAY_MS } from '../../platform/durations.ts';

// Two processes that start with one empty database create one demo.
const lockStatement: Statement = {
  name: 'demo.lock',
  text: `SELECT pg_advisory_xact_lock(hashtextextended('architect demo', 0))`,
};
const usersStatement: Statement = {
  name: 'demo.has_users',
  text: 'SELECT EXISTS (SELECT 1 FROM users) AS has_users',
};

/** @returns the API key of the organization's owner, with all scopes; undefined where the database is not empty */
type CreateDemo = (unit: AnonymousUnit) => Promise<string | undefined>;

/**
 * Fills an empty database with one realistic organization: people with sessions or invitations, projects (one private,
 * one archived), milestones, labels, tasks in every status, comments, an import, API keys in use, and half a
 * year of history. It calls the
 * services, so that audit rows, events and histories exist, too.
 */
export function createDemoService(services: DemoServices): CreateDemo {
  return async (unit) => {
    await unit.db.query(lockStatement, []);
    const [found] = await unit.db.query<{ has_users: boolean }>(usersStatement, []);
    if (found?.has_users === true) return undefined;
    const at = (daysAgo: number): AnonymousUnit => ({ ...unit, now: new Date(unit.now.getTime() - daysAgo * DAY_MS) });

    const { organization, people } = await createPeople(at(historyDays + 1));
    const as: DemoActors['as'] = (name, daysAgo, resource_id) => ({
      ...at(daysAgo),
      actor: actorOf(people, name, organization),
      resource_id,
    });
    const actors = { as, people };
    for (const project of demoProjects) await createDemoProject(actors, project);
    await createDemoHistory(actors);
    await createDemoAccess(actors, services);
    const { token } = await createApiKey(as('Ada', 0), { name: 'Demo', scopes: [...allScopes] });
    return token;
  };
}

async function createPeople(unit: AnonymousUnit): Promise<{ organization: Organization; people: People }> {
  const people = new Map<string, { user: User; role: Role }>();
  let organization: Organization | undefined;
  for (const { id, name, email, role } of demoPeople) {
    const { user } = await registerUser({ ...unit, resource_id: id }, { name, email });
    if (organization === undefined) {
      organization = await foundOrganization(
        { ...unit, resource_id: demoOrganizationId },
        { name: 'Meridian', slug: 'meridian-demo', owner_id: user.id },
      );
    } else {
      await addMember(unit, { organization_id: organization.id, user_id: user.id, role });
    }
    // These accounts have no password; the API key is the only way in.
    const opened = await openAccount(unit, user, { name, password_hash: null, home_organization_id: organization.id });
    // The owner of the printed key operates the installation.
    if (people.size === 0) await setOperator(unit, email, true);
    people.set(name.split(' ')[0] ?? name, { user: opened, role });
  }
  if (organization === undefined) throw new Error('the demo has no people');
  return { organization, people };
}

async function createLabels(unit: Unit, project: Project): Promise<ReadonlyMap<string, string>> {
  const labels = new Map<string, string>();
  for (const { id, ...label } of demoLabels) {
    const resource_id = project.id === demoProjects[0]?.id ? id : undefined;
    labels.set(label.name, (await createLabel({ ...unit, resource_id }, project.id, label)).id);
  }
  return labels;
}

async function createDemoProject({ as, people }: DemoActors, demo: DemoProject): Promise<void> {
  const { id, fields, tasks, milestones = [], members = [], archive, is_archived = false } = demo;
  const ada = as('Ada', 29);
  const project = await createProject(as('Ada', 29, id), fields);
  for (const { who, role } of members) {
    const place = { project_id: project.id, user_id: as(who, 29).actor.user_id };
    await setProjectMember(ada, place, role, undefined);
  }
  const labels = await createLabels(ada, project);
  const planned = await createMilestones(ada, project, milestones);
  const scene = { as, people, labels, milestones: planned, project, tasks: new Map<string, Task>() };
  for (const task of tasks) await createDemoTask(scene, task);
  for (const { name, due_in_days } of milestones.filter((milestone) => milestone.due_in_days < 0)) {
    const id = planned.get(name) ?? '';
    await updateMilestone(as('Ada', -due_in_days), id, { state: 'closed' }, undefined);
  }
  if (id === demoProjects[0]?.id) await createAlertRule(as('Ada', 28, demoAlertRuleId), project);
  if (archive !== undefined) {
    const request = { source: 'github_archive', mediaType: 'application/json', upload: archive } as const;
    await createImport(as('Grace', 0, demoImportId), project.id, request);
  }
  if (is_archived) await updateProject(as('Ada', 4), project.id, { archived: true }, undefined);
}

async function createAlertRule(unit: Unit, project: Project): Promise<void> {
  const fields = { name: 'Burst in production', kind: 'threshold', threshold: 20, window: 'PT5M' } as const;
  const lists = { levels: ['fatal', 'error'] as const, environments: ['production'] };
  await createErrorAlertRule(unit, { project_id: project.id, ...fields, ...lists, levels: [...lists.levels] });
}

async function createMilestones(
  unit: Unit,
  project: Project,
  milestones: readonly DemoMilestone[],
): Promise<ReadonlyMap<string, string>> {
  const created = new Map<string, string>();
  for (const { id, due_in_days, ...fields } of milestones) {
    // The project begins 29 days ago.
    const milestone = await createMilestone({ ...unit, resource_id: id }, project.id, {
      ...fields,
      due_on: dayOf(unit, 29 + due_in_days),
    });
    created.set(fields.name, milestone.id);
  }
  return created;
}

interface DemoContext extends DemoActors {
  readonly milestones: ReadonlyMap<string, string>;
  readonly labels: ReadonlyMap<string, string>;
  readonly project: Project;
  /** Tasks created so far, by title. */
  readonly tasks: Map<string, Task>;
}

async function createDemoTask(
  { as, people, labels, milestones, project, tasks }: DemoContext,
  task: DemoTask,
): Promise<void> {
  const { by, assignee, status, days_ago, milestone = '', labels: names = [], comments = [], ...rest } = task;
  const { id, title, description = null, type, priority, raised, blocked_by, due_in_days } = rest;
  const unit = as(by, days_ago, id);
  const created = await createTask(unit, project.id, {
    title,
    description,
    type,
    priority,
    status: status === 'backlog' ? 'backlog' : 'todo',
    assignee_id: assignee === undefined ? null : (people.get(assignee)?.user.id ?? null),
    due_on: due_in_days === undefined ? null : dayOf(unit, days_ago + due_in_days),
    milestone_id: milestones.get(milestone) ?? null,
    label_ids: names.flatMap((name) => labels.get(name) ?? []),
  });
  tasks.set(title, created);
  const blocking = blocked_by === undefined ? undefined : tasks.get(blocked_by);
  if (blocking !== undefined) await addTaskDependency(as(by, days_ago * 0.9), created.id, blocking.id, undefined);
  if (raised !== undefined) {
    await updateTask(as(raised.by, days_ago * 0.8), created.id, { priority: raised.priority }, undefined);
  }
  for (const { id: comment_id, by: author, body } of comments) {
    await createComment(as(author, days_ago * 0.6, comment_id), created.id, { body });
  }
  if (status !== created.status) await moveTask(as(assignee ?? by, days_ago * 0.3), created.id, status);
}

/** Returns the day that is so many days after the unit's time, as YYYY-MM-DD. */
function dayOf(unit: Unit, days: number): string {
  return new Date(unit.now.getTime() + days * DAY_MS).toISOString().slice(0, 10);
}

function actorOf(people: People, name: string, organization: Organization): Unit['actor'] {
  const person = people.get(name);
  if (person === undefined) throw new Error(`the demo has no person named ${name}`);
  return {
    user_id: person.user.id,
    organization_id: organization.id,
    role: person.role,
    scopes: undefined,
    is_operator: false,
    credential_type: null,
    credential_id: null,
  };
}
