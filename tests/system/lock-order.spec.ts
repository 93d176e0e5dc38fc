import { expect } from 'chai';
import { clientsOf, createAccount, createMember, createSession, type Account } from '../support/accounts.ts';
import { useApp } from '../support/app.ts';
import { changedWhileWaiting } from '../support/lock-holder.ts';

// A change of members locks the organization first and users after. Whoever closes an account must do the same: while it
// waits for an organization, the user's row is free.

describe('whoever closes an account', () => {
  const app = useApp();

  interface People {
    readonly member: Account;
    /** Of the member. */
    readonly token: string;
    readonly operator: Account;
  }
  type Close = (people: People) => Promise<{ readonly response: Response }>;
  const closings: Readonly<Record<string, Close>> = {
    'deletes their own': ({ token }) => clientsOf(app, token).v2.DELETE('/api/v2/me'),
    'deletes it as an operator': ({ operator, member: { user_id } }) =>
      operator.v2.DELETE('/api/v2/users/{user_id}', { params: { path: { user_id } } }),
    'deactivates it': ({ operator, member: { user_id } }) =>
      operator.v2.PATCH('/api/v2/users/{user_id}', { params: { path: { user_id } }, body: { deactivated: true } }),
  };
  for (const [how, close] of Object.entries(closings)) {
    it(`and ${how} locks its organizations before the user`, async () => {
      const operator = await createAccount(app, { is_operator: true });
      const member = await createMember(app, await createAccount(app));
      const { token } = await createSession(app, member);
      const busy = {
        lock: 'SELECT FROM organizations WHERE id = (SELECT home_organization_id FROM users WHERE id = $1) FOR UPDATE',
        change: 'SELECT FROM users WHERE id = $1 FOR UPDATE NOWAIT',
        values: [member.user_id],
      };
      const { response } = await changedWhileWaiting(app.databaseUrl, busy, () => close({ member, token, operator }));
      expect(response.ok).to.equal(true);
    });
  }
});
