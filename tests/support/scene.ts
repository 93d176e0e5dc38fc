import { createAccount, createMember, type Account } from './accounts.ts';
import { useApp, type TestApp, type TestAppOptions } from './app.ts';
import { bodyOf, createProject } from './factories.ts';
import type { Project } from '../../generated/v2/types.ts';

/** An organization with a project, and an account for each relation to it. */
interface Scene {
  readonly app: TestApp;
  readonly owner: Account;
  /** A member of the organization. */
  readonly member: Account;
  /** A viewer of the organization. */
  readonly viewer: Account;
  /** The owner of another organization. */
  readonly stranger: Account;
  readonly project: Project;
}

/** Creates the scene before the first test of a `describe`, on the server that `useApp` returns for the options. */
export function useScene(options?: TestAppOptions): Scene {
  const app = useApp(options);
  const scene = { app } as { -readonly [Name in keyof Scene]: Scene[Name] };
  before(async () => {
    scene.owner = await createAccount(app);
    scene.member = await createMember(app, scene.owner, 'member');
    scene.viewer = await createMember(app, scene.owner, 'viewer');
    scene.stranger = await createAccount(app);
    scene.project = await createProject(scene.owner);
  });
  return scene;
}

export async function archiveProject({ v2 }: Pick<Account, 'v2'>, project: Pick<Project, 'id'>): Promise<Project> {
  const params = { path: { project_id: project.id } };
  return bodyOf(await v2.PATCH('/api/v2/projects/{project_id}', { params, body: { archived: true } }));
}

export async function setProjectName(
  { v2 }: Pick<Account, 'v2'>,
  project: Pick<Project, 'id'>,
  name: string,
): Promise<Project> {
  const params = { path: { project_id: project.id } };
  return bodyOf(await v2.PATCH('/api/v2/projects/{project_id}', { params, body: { name } }));
}

/** Gives an account a role in a project. */
export async function joinProject(
  app: TestApp,
  project: Pick<Project, 'id' | 'organization_id'>,
  account: Pick<Account, 'user_id'>,
  role: 'lead' | 'contributor' | 'viewer' = 'contributor',
): Promise<void> {
  await app.query(
    `INSERT INTO project_members (organization_id, project_id, user_id, role, created_at, updated_at)
     VALUES ($1, $2, $3, $4, $5, $5)`,
    [project.organization_id, project.id, account.user_id, role, app.clock.now()],
  );
}

/** Returns the status and the code of an error response. */
export function refusalOf({ error, response }: { error?: unknown; response: Response }): {
  readonly status: number;
  readonly code: unknown;
} {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return { status: response.status, code };
}
