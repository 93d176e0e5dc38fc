import { expect } from 'chai';
import { clientsOf, createAccount, createMember, createSession, type Account } from '../support/accounts.ts';
import { useApp } from '../support/app.ts';
import { createInvitation } from '../support/invitations.ts';
import { tokenIn } from '../support/passwords.ts';
import { refusalOf } from '../support/scene.ts';

describe('the last owner of an organization', () => {
  const app = useApp();
  let operator: Account;

  before(async () => {
    operator = await createAccount(app, { is_operator: true });
  });

  const memberOf = ({ organization_id, user_id }: Account) => ({ params: { path: { organization_id, user_id } } });
  const userOf = ({ user_id }: Account) => ({ params: { path: { user_id } } });
  const deactivate = (user: Account) =>
    operator.v2.PATCH('/api/v2/users/{user_id}', { ...userOf(user), body: { deactivated: true } });

  /** Each way in which an organization can lose an owner. The caller is the owner, or the operator. */
  const ways = {
    leaves: (owner: Account) =>
      owner.v2.DELETE('/api/v2/organizations/{organization_id}/members/{user_id}', memberOf(owner)),
    'takes a smaller role': (owner: Account) =>
      owner.v2.PATCH('/api/v2/organizations/{organization_id}/members/{user_id}', {
        ...memberOf(owner),
        body: { role: 'admin' },
      }),
    'deletes the account': async (owner: Account) =>
      clientsOf(app, (await createSession(app, owner)).token).v2.DELETE('/api/v2/me'),
    'is deleted': (owner: Account) => operator.v2.DELETE('/api/v2/users/{user_id}', userOf(owner)),
    'is deleted through v1': (owner: Account) => operator.v1.DELETE('/api/v1/users/{user_id}', userOf(owner)),
    'is deactivated': deactivate,
    'is deactivated through v1': (owner: Account) =>
      operator.v1.PATCH('/api/v1/users/{user_id}', { ...userOf(owner), body: { active: false } }),
  } satisfies Record<string, (owner: Account) => Promise<{ error?: unknown; response: Response }>>;

  /** Owners of the organization who can log in. */
  const effectiveOwners = async ({ organization_id }: Account): Promise<number> => {
    const rows = await app.query(
      `SELECT FROM organization_members m JOIN users u ON u.id = m.user_id
        WHERE m.organization_id = $1 AND m.role = 'owner' AND u.deactivated_at IS NULL`,
      [organization_id],
    );
    return rows.length;
  };

  for (const [way, go] of Object.entries(ways)) {
    it(`stays where the owner ${way} and only an administrator would be left`, async () => {
      const owner = await createAccount(app);
      await createMember(app, owner, 'admin');
      expect(refusalOf(await go(owner))).to.deep.equal({ status: 409, code: 'last_owner' });
      expect(await effectiveOwners(owner)).to.equal(1);
    });

    it(`stays where the owner ${way} and the other owner is deactivated`, async () => {
      const owner = await createAccount(app);
      const other = await createMember(app, owner, 'owner');
      expect((await deactivate(other)).response.status).to.equal(200);
      expect(refusalOf(await go(owner))).to.deep.equal({ status: 409, code: 'last_owner' });
      expect(await effectiveOwners(owner)).to.equal(1);
    });

    it(`may go where the owner ${way} and another owner stays`, async () => {
      const owner = await createAccount(app);
      const other = await createMember(app, owner, 'owner');
      expect((await go(owner)).response.ok).to.equal(true);
      expect(await effectiveOwners(other)).to.equal(1);
    });
  }

  it('may be deactivated where nobody else belongs to the organization', async () => {
    const owner = await createAccount(app);
    expect((await deactivate(owner)).response.status).to.equal(200);
  });

  it('stays when all owners are deactivated at the same time', async () => {
    const owner = await createAccount(app);
    const owners = [owner, await createMember(app, owner, 'owner'), await createMember(app, owner, 'owner')];
    const statuses = (await Promise.all(owners.map(deactivate))).map(({ response }) => response.status);
    expect(statuses.sort()).to.deep.equal([200, 200, 409]);
    expect(await effectiveOwners(owner)).to.equal(1);
  });

  // Somebody else belongs to the organization: whoever is left alone in one may be deactivated, as above.
  it('stays when one owner is deactivated while the other leaves', async () => {
    const owner = await createAccount(app);
    const other = await createMember(app, owner, 'owner');
    await createMember(app, owner, 'viewer');
    const results = await Promise.all([ways.leaves(owner), deactivate(other)]);
    expect(results.filter(({ response }) => !response.ok).map(refusalOf)).to.deep.equal([
      { status: 409, code: 'last_owner' },
    ]);
    expect(await effectiveOwners(owner)).to.equal(1);
  });

  it('who is deactivated alone in the organization leaves nobody behind who could join it without an owner', async () => {
    const owner = await createAccount(app);
    const invited = await createAccount(app);
    await createInvitation(owner, { email: invited.email, role: 'admin' });
    const token = tokenIn((await app.mail.next(invited.email)).text);
    expect((await deactivate(owner)).response.status).to.equal(200);
    const { v2 } = clientsOf(app, (await createSession(app, invited)).token);
    const refused = await v2.POST('/api/v2/invitations/acceptance', { body: { token } });
    expect(refusalOf(refused)).to.deep.equal({ status: 409, code: 'invitation_lapsed' });
  });
});
