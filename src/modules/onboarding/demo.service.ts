import type { Organization, Project, User } from '../../../generated/v2/types.ts';
import type { Statement } from '../../platform/database.ts';
import type { AnonymousUnit, Role, Unit } from '../../platform/unit.ts';
import { allScopes, createApiKey } from '../api-keys/index.ts';
import { createComment } from '../comments/index.ts';
import { createLabel } from '../labels/index.ts';
import { addMember, foundOrganization } from '../organizations/index.ts';
import { createProject } from '../projects/index.ts';
import { createTask, moveTask } from '../tasks/index.ts';
import { openAccount, registerUser, setOperator } from '../users/index.ts';
import { demoLabels, demoPeople, demoProjects, type DemoTask } from './demo.data.ts';

// Two processes that start on one empty database make one demo.
const lockStatement: Statement = {
  name: 'demo.lock',
  text: `SELECT pg_advisory_xact_lock(hashtextextended('architect demo', 0))`,
};
const usersStatement: Statement = {
  name: 'demo.has_users',
  text: 'SELECT EXISTS (SELECT 1 FROM users) AS has_users',
};

const DAY_MS = 86_400_000;

/**
 * Fills an empty database with one organization that looks like work: people, projects, labels, tasks in every status,
 * comments. It goes through the services, so that audit, events and history are there too.
 * @returns the API key of the organization's owner, with all scopes; undefined where the database is not empty
 */
export async function createDemo(unit: AnonymousUnit): Promise<string | undefined> {
  await unit.db.query(lockStatement, []);
  const [found] = await unit.db.query<{ has_users: boolean }>(usersStatement, []);
  if (found?.has_users === true) return undefined;
  const at = (daysAgo: number): AnonymousUnit => ({ ...unit, now: new Date(unit.now.getTime() - daysAgo * DAY_MS) });

  const { organization, people } = await createPeople(at(30));
  const as = (name: string, daysAgo: number): Unit => ({ ...at(daysAgo), actor: actorOf(people, name, organization) });
  for (const project of demoProjects) {
    const created = await createProject(as('Ada', 29), project.fields);
    const labels = await createLabels(as('Ada', 29), created);
    for (const task of project.tasks) await createDemoTask({ as, people, labels, project: created }, task);
  }
  const { token } = await createApiKey(as('Ada', 0), { name: 'Demo', scopes: [...allScopes] });
  return token;
}

type People = ReadonlyMap<string, { readonly user: User; readonly role: Role }>;

async function createPeople(unit: AnonymousUnit): Promise<{ organization: Organization; people: People }> {
  const people = new Map<string, { user: User; role: Role }>();
  let organization: Organization | undefined;
  for (const { name, email, role } of demoPeople) {
    const user = await registerUser(unit, { name, email });
    if (organization === undefined) {
      organization = await foundOrganization(unit, { name: 'Meridian', slug: 'meridian', owner_id: user.id });
    } else {
      await addMember(unit, { organization_id: organization.id, user_id: user.id, role });
    }
    // Nobody knows a password to these accounts: the API key is the way in.
    await openAccount(unit, user, { name, password_hash: null, home_organization_id: organization.id });
    // Somebody runs the installation: the one whose key is printed.
    if (people.size === 0) await setOperator(unit, email, true);
    people.set(name.split(' ')[0] ?? name, { user, role });
  }
  if (organization === undefined) throw new Error('the demo has no people');
  return { organization, people };
}

async function createLabels(unit: Unit, project: Project): Promise<ReadonlyMap<string, string>> {
  const labels = new Map<string, string>();
  for (const label of demoLabels) labels.set(label.name, (await createLabel(unit, project.id, label)).id);
  return labels;
}

interface Scene {
  readonly as: (name: string, daysAgo: number) => Unit;
  readonly people: People;
  readonly labels: ReadonlyMap<string, string>;
  readonly project: Project;
}

async function createDemoTask({ as, people, labels, project }: Scene, task: DemoTask): Promise<void> {
  const { by, assignee, status, days_ago, labels: names = [], comments = [], ...fields } = task;
  const created = await createTask(as(by, days_ago), project.id, {
    ...fields,
    status: status === 'backlog' ? 'backlog' : 'todo',
    assignee_id: assignee === undefined ? null : (people.get(assignee)?.user.id ?? null),
    label_ids: names.flatMap((name) => labels.get(name) ?? []),
  });
  for (const { by: author, body } of comments) await createComment(as(author, days_ago * 0.6), created.id, { body });
  if (status !== created.status) await moveTask(as(assignee ?? by, days_ago * 0.3), created.id, status);
}

function actorOf(people: People, name: string, organization: Organization): Unit['actor'] {
  const person = people.get(name);
  if (person === undefined) throw new Error(`the demo knows no ${name}`);
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
