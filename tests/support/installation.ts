import { INSTALLATION_ORGANIZATION_ID, INSTALLATION_PROJECT_ID } from '../../src/modules/organizations/index.ts';
import { createAccount, type Account, type AccountHost } from './accounts.ts';

/** The installation's own organization and its project. */
export const installation = {
  organization_id: INSTALLATION_ORGANIZATION_ID,
  project_id: INSTALLATION_PROJECT_ID,
} as const;

/** Creates an operator who works in the installation's own organization. */
export function createOperator(app: AccountHost): Promise<Account> {
  return createAccount(app, { ...installation, role: 'admin', is_operator: true });
}
