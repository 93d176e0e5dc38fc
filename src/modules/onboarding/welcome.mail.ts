import type { Organization, Project, User } from '../../../generated/v2/types.ts';
import { toMailName } from '../../platform/mail-text.ts';
import type { Mail } from '../../platform/mailer.ts';

interface Welcome {
  readonly organization: Pick<Organization, 'name'>;
  readonly project: Pick<Project, 'key' | 'name'>;
  readonly taskCount: number;
  readonly publicUrl: string;
}

/** Welcomes a new user, and describes their first organization, project and tasks. */
export function welcomeMail(
  user: Pick<User, 'email' | 'name'>,
  { organization, project, taskCount, publicUrl }: Welcome,
): Mail {
  return {
    to: user.email,
    subject: 'Welcome to Architect',
    text: [
      `Hello ${toMailName(user.name)},`,
      '',
      `Your Architect account is open. Your organization "${toMailName(organization.name)}" has a first project,`,
      `${project.key} "${toMailName(project.name)}". Its ${taskCount} tasks guide you through the API.`,
      '',
      `Try the API:            ${publicUrl}/api/docs`,
      `Read its documentation: ${publicUrl}/api/redoc`,
      '',
    ].join('\n'),
  };
}
