import type { Organization, User } from '../../../generated/v2/types.ts';
import type { Mail } from '../../platform/mailer.ts';
import type { AnonymousUnit, Unit } from '../../platform/unit.ts';
import { foundOrganization } from '../organizations/index.ts';
import { createProject } from '../projects/index.ts';
import { createTask } from '../tasks/index.ts';
import { welcomeMail } from './welcome.mail.ts';

interface OnboardingSettings {
  readonly publicUrl: string;
  /** Stores the mail in the unit's transaction. */
  readonly sendMail: (unit: AnonymousUnit, mail: Mail) => Promise<void>;
}

interface Workspace {
  readonly organization_id: string;
  readonly project_id: string;
}

type OpenWorkspace = (unit: AnonymousUnit, user: User) => Promise<Workspace>;

const firstTasks = [
  {
    title: 'Look around in the API',
    description: 'Open `/api/docs`, authorize with your session token, and list your projects.',
  },
  {
    title: 'Create an API key for your program',
    description: '`POST /api/v2/api-keys` with the scopes that it needs. The key is shown once.',
  },
  {
    title: 'Move this task to done',
    description: '`POST /api/v2/tasks/{task_id}/transitions`: first to in_progress, then to done.',
  },
];

/**
 * Creates what a new user starts with: a personal organization, a project with tasks assigned to them, and a welcome
 * mail. All of it is part of the caller's transaction, so it can be retried.
 */
export function createOnboarding({ publicUrl, sendMail }: OnboardingSettings): OpenWorkspace {
  return async (unit, user) => {
    const organization = await foundOrganization(unit, { name: organizationNameOf(user), owner_id: user.id });
    const own: Unit = { ...unit, actor: ownerOf(user, organization) };
    const project = await createProject(own, {
      key: 'START',
      name: 'First steps',
      description: 'A project of your own to try things out in. Delete it whenever you like.',
    });
    for (const task of firstTasks) await createTask(own, project.id, { ...task, assignee_id: user.id });
    await sendMail(unit, welcomeMail(user, { organization, project, taskCount: firstTasks.length, publicUrl }));
    return { organization_id: organization.id, project_id: project.id };
  };
}

/** Names are limited to 100 characters, and a user's own name may already have as many. */
function organizationNameOf({ name }: User): string {
  return `${Array.from(name).slice(0, 85).join('')}'s organization`;
}

function ownerOf(user: User, organization: Organization): Unit['actor'] {
  return {
    user_id: user.id,
    organization_id: organization.id,
    role: 'owner',
    scopes: undefined,
    is_operator: user.is_operator,
    credential_type: null,
    credential_id: null,
  };
}
