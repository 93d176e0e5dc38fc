import type { Organization, Project, User } from '../../../generated/v2/types.ts';
import { toMailName } from '../../platform/mail-text.ts';
import type { Mail } from '../../platform/mailer.ts';

interface Welcome {
  readonly organization: Pick<Organization, 'name'>;
  readonly project: Pick<Project, 'key' | 'name'>;
  readonly taskCount: number;
  readonly publicUrl: string;
}

/** Tells a new user what is there for them, and where to begin. */
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
      `your account is open. Your organization "${toMailName(organization.name)}" has a first project, ${project.key}`,
      `"${toMailName(project.name)}", with ${taskCount} tasks that lead through the API.`,
      '',
      `Try it out:  ${publicUrl}/api/docs`,
      `Read it:     ${publicUrl}/api/redoc`,
      '',
    ].join('\n'),
  };
}
