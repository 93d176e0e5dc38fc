import { expect } from 'chai';
import { clientsOf, createAccount, createMember, createSession, type Account } from '../../support/accounts.ts';
import { useApp } from '../../support/app.ts';
import { bodyOf } from '../../support/factories.ts';
import { createInvitation, inviteElsewhere } from '../../support/invitations.ts';
import { tokenIn } from '../../support/passwords.ts';
import { refusalOf } from '../../support/scene.ts';
import { audited, tracesOf } from '../../support/traces.ts';

const DAY_MS = 86_400_000;

describe('v2 acceptInvitation POST /invitations/acceptance', () => {
  // One of its own: it moves the clock.
  const app = useApp({});
  const accept = ({ v2 }: Pick<Account, 'v2'>, token: string) =>
    v2.POST('/api/v2/invitations/acceptance', { body: { token } });
  const logIn = async (account: Account) => clientsOf(app, (await createSession(app, account)).token);
  const used = { status: 409, code: 'token_invalid' };

  describe('200', () => {
    it('makes the invited person a member, by the link of the mail, once', async () => {
      const [owner, invited] = [await createAccount(app), await createAccount(app, { name: 'Jun Watanabe' })];
      await createInvitation(owner, { email: invited.email, role: 'admin' });
      const token = tokenIn((await app.mail.next(invited.email)).text);
      const me = await logIn(invited);
      const { data, response } = await accept(me, token);
      const { organization_id } = owner;
      expect(data).to.include({ organization_id, user_id: invited.user_id, name: 'Jun Watanabe', role: 'admin' });
      expect(response.headers.get('etag')).to.equal('"1"');
      const params = { path: { organization_id } };
      const members = await me.v2.GET('/api/v2/organizations/{organization_id}/members', { params });
      expect(members.data?.data.map(({ user_id }) => user_id)).to.include(invited.user_id);
      expect(refusalOf(await accept(me, token))).to.deep.equal(used);
      expect(bodyOf(await me.v2.GET('/api/v2/me')).home_organization_id).to.equal(invited.organization_id);
    });

    it('records both the acceptance and the membership in the organization that is joined', async () => {
      const account = await createAccount(app);
      const { invitation_id, organization_id, token } = await inviteElsewhere(app, account);
      const member = bodyOf(await accept(await logIn(account), token));
      const { audit, events } = await tracesOf(app, 'invitation', invitation_id);
      expect(audit[0]).to.include({ action: 'invitation.accept', actor_id: account.user_id });
      expect(audit[0]!.before).to.deep.include({ status: 'pending', version: 1 });
      expect(audit[0]!.after).to.deep.include({ status: 'accepted', version: 2 });
      const told = events.map(({ type, data }) => [type, audited(data)]);
      expect(told).to.deep.equal([['invitation.accepted', audit[0]!.after]]);
      const joined = await app.query('SELECT type, data, organization_id FROM events WHERE subject = $1', [
        `member/${account.user_id}`,
      ]);
      expect(joined).to.deep.equal([{ type: 'member.added', data: { ...member, project_id: null }, organization_id }]);
    });

    it('becomes the home of somebody who has none', async () => {
      const owner = await createAccount(app);
      const account = await createMember(app, owner);
      const me = await logIn(account);
      await me.v2.DELETE('/api/v2/organizations/{organization_id}/members/{user_id}', {
        params: { path: { organization_id: owner.organization_id, user_id: account.user_id } },
      });
      const { organization_id, token } = await inviteElsewhere(app, account);
      const { version } = bodyOf(await me.v2.GET('/api/v2/me'));
      await accept(me, token);
      const after = { home_organization_id: organization_id, version: version + 1 };
      expect(bodyOf(await me.v2.GET('/api/v2/me'))).to.include(after);
    });

    it('works once where the link is followed in several places at the same time', async () => {
      const account = await createAccount(app);
      const { token } = await inviteElsewhere(app, account);
      const me = await logIn(account);
      const responses = await Promise.all([1, 2, 3, 4].map(() => accept(me, token)));
      expect(responses.map(({ response }) => response.status).sort()).to.deep.equal([200, 409, 409, 409]);
    });
  });

  describe('403', () => {
    it('session_required for an API key, which belongs to another organization', async () => {
      const account = await createAccount(app);
      const { token } = await inviteElsewhere(app, account);
      expect(refusalOf(await accept(account, token))).to.deep.equal({ status: 403, code: 'session_required' });
    });

    it('invitation_not_yours for another account, whose attempt does not use it up', async () => {
      const [account, other] = [await createAccount(app), await createAccount(app)];
      const { token } = await inviteElsewhere(app, account);
      const refusal = refusalOf(await accept(await logIn(other), token));
      expect(refusal).to.deep.equal({ status: 403, code: 'invitation_not_yours' });
      expect((await accept(await logIn(account), token)).response.status).to.equal(200);
    });
  });

  describe('409', () => {
    it('token_invalid for a token that nobody was sent, or after seven days', async () => {
      const account = await createAccount(app);
      const { token } = await inviteElsewhere(app, account);
      expect(refusalOf(await accept(await logIn(account), 'x'.repeat(43)))).to.deep.equal(used);
      app.clock.advance(7 * DAY_MS + 1);
      expect(refusalOf(await accept(await logIn(account), token))).to.deep.equal(used);
      app.clock.reset();
    });

    it('token_invalid once the organization is deleted', async () => {
      const [owner, invited] = [await createAccount(app), await createAccount(app)];
      await createInvitation(owner, { email: invited.email });
      const token = tokenIn((await app.mail.next(invited.email)).text);
      const params = { path: { organization_id: owner.organization_id } };
      await owner.v2.DELETE('/api/v2/organizations/{organization_id}', { params });
      expect(refusalOf(await accept(await logIn(invited), token))).to.deep.equal(used);
    });

    describe('invitation_lapsed where the sender may not give the role any more', () => {
      const lapsed = { status: 409, code: 'invitation_lapsed' };
      const memberPath = '/api/v2/organizations/{organization_id}/members/{user_id}';

      /** An invitation that a second owner or an administrator has sent, with its recipient. */
      async function sentBy(senderRole: 'owner' | 'admin', role: 'owner' | 'admin' | 'viewer') {
        const [owner, invited] = [await createAccount(app), await createAccount(app)];
        const sender = await createMember(app, owner, senderRole);
        await createInvitation(sender, { email: invited.email, role });
        const token = tokenIn((await app.mail.next(invited.email)).text);
        const path = { organization_id: owner.organization_id, user_id: sender.user_id };
        return { owner, sender, invited: await logIn(invited), token, params: { path } };
      }

      it('because they were removed, also for the smallest role', async () => {
        const { owner, invited, token, params } = await sentBy('admin', 'viewer');
        await owner.v2.DELETE(memberPath, { params });
        expect(refusalOf(await accept(invited, token))).to.deep.equal(lapsed);
      });

      it('because they were given a smaller role, until they have it back', async () => {
        const { owner, invited, token, params } = await sentBy('admin', 'admin');
        await owner.v2.PATCH(memberPath, { params, body: { role: 'member' } });
        expect(refusalOf(await accept(invited, token))).to.deep.equal(lapsed);
        await owner.v2.PATCH(memberPath, { params, body: { role: 'admin' } });
        expect((await accept(invited, token)).response.status).to.equal(200);
      });

      it('because they are no owner any more, and the invitation is to an owner', async () => {
        const { owner, invited, token, params } = await sentBy('owner', 'owner');
        await owner.v2.PATCH(memberPath, { params, body: { role: 'admin' } });
        expect(refusalOf(await accept(invited, token))).to.deep.equal(lapsed);
      });

      it('but not because the owner who sent it to a viewer is an administrator now', async () => {
        const { owner, invited, token, params } = await sentBy('owner', 'viewer');
        await owner.v2.PATCH(memberPath, { params, body: { role: 'admin' } });
        expect((await accept(invited, token)).response.status).to.equal(200);
      });

      it('because their account was deactivated, or deleted', async () => {
        const first = await sentBy('admin', 'viewer');
        await app.query('UPDATE users SET deactivated_at = $2 WHERE id = $1', [first.sender.user_id, app.clock.now()]);
        expect(refusalOf(await accept(first.invited, first.token))).to.deep.equal(lapsed);
        const second = await sentBy('admin', 'viewer');
        await app.query('DELETE FROM users WHERE id = $1', [second.sender.user_id]);
        expect(refusalOf(await accept(second.invited, second.token))).to.deep.equal(lapsed);
      });
    });

    it('already_member for somebody who became one by another way', async () => {
      const account = await createAccount(app);
      const { organization_id, token } = await inviteElsewhere(app, account);
      await app.query(
        `INSERT INTO organization_members (organization_id, user_id, role, created_at, updated_at)
         VALUES ($1, $2, 'viewer', $3, $3)`,
        [organization_id, account.user_id, app.clock.now()],
      );
      const refusal = refusalOf(await accept(await logIn(account), token));
      expect(refusal).to.deep.equal({ status: 409, code: 'already_member' });
    });
  });
});
