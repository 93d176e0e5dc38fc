import { problems } from '../../../../generated/problems.ts';
import { INSTALLATION_ORGANIZATION_ID } from './installation.types.ts';

/**
 * The members of the installation's own organization are the operators, and nobody else.
 * @throws AppError `installation_managed` (409)
 */
export function assertMembersManaged(organizationId: string): void {
  if (organizationId === INSTALLATION_ORGANIZATION_ID) throw problems.installation_managed();
}
