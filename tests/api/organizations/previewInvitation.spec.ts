import { expect } from 'chai';
import {
  clientsOf,
  createAccount,
  createMember,
  createSession,
  type OrganizationRole,
} from '../../support/accounts.ts';
import { useApp } from '../../support/app.ts';
import { bodyOf } from '../../support/factories.ts';
import { createInvitation, inviteElsewhere, newInvitee } from '../../support/invitations.ts';
import { tokenIn } from '../../support/passwords.ts';
import { refusalOf } from '../../support/scene.ts';
import { changesOf } from '../../support/traces.ts';

const DAY_MS = 86_400_000;

describe('v2 previewInvitation POST /invitations/preview', () => {
  // One of its own: it moves the clock.
  const app = useApp({});
  const preview = (token: string, headers: Readonly<Record<string, string>> = {}) =>
    app.v2.POST('/api/v2/invitations/preview', { body: { token }, headers });
  const invalid = { status: 409, code: 'token_invalid' };
  const lapsed = { status: 409, code: 'invitation_lapsed' };
  const memberPath = '/api/v2/organizations/{organization_id}/members/{user_id}';

  /** An invitation by a member with the role, as the mail brings it to an address without an account. */
  async function sentBy(senderRole: 'owner' | 'admin', role: OrganizationRole = 'viewer') {
    const owner = await createAccount(app);
    const sender = await createMember(app, owner, senderRole);
    const email = newInvitee();
    const invitation = await createInvitation(sender, { email, role });
    const token = tokenIn((await app.mail.next(email)).text);
    const params = { path: { organization_id: owner.organization_id, user_id: sender.user_id } };
    return { owner, sender, invitation, token, params };
  }

  describe('200', () => {
    for (const role of ['owner', 'admin', 'member', 'viewer'] as const) {
      it(`shows the invitation as ${role}, without a credential`, async () => {
        const owner = await createAccount(app, { name: 'Jun Watanabe' });
        const params = { path: { organization_id: owner.organization_id } };
        const session = clientsOf(app, (await createSession(app, owner)).token);
        const body = { name: 'Lantern & Sons' };
        await session.v2.PATCH('/api/v2/organizations/{organization_id}', { params, body });
        const email = newInvitee();
        const { expires_at } = await createInvitation(owner, { email, role });
        const { data, response } = await preview(tokenIn((await app.mail.next(email)).text));
        expect(response.status).to.equal(200);
        const names = { organization_name: 'Lantern & Sons', inviter_name: 'Jun Watanabe' };
        expect(data).to.deep.equal({ ...names, role, email, expires_at });
      });
    }

    it('changes nothing: the token can be previewed again, and then accepted', async () => {
      const account = await createAccount(app);
      const { invitation_id, token } = await inviteElsewhere(app, account);
      const rowOf = () => app.query('SELECT * FROM invitations WHERE id = $1', [invitation_id]);
      const before = await rowOf();
      const first = await preview(token);
      expect(bodyOf(await preview(token))).to.deep.equal(bodyOf(first));
      expect(await rowOf()).to.deep.equal(before);
      const { audit, events } = await changesOf(app, first.response.headers.get('x-request-id')!);
      expect({ audit, events }).to.deep.equal({ audit: [], events: [] });
      const { v2 } = clientsOf(app, (await createSession(app, account)).token);
      const { response } = await v2.POST('/api/v2/invitations/acceptance', { body: { token } });
      expect(response.status).to.equal(200);
    });

    it('until the last minute of the seven days', async () => {
      const { token } = await inviteElsewhere(app, await createAccount(app));
      app.clock.advance(7 * DAY_MS - 60_000);
      const { response } = await preview(token);
      app.clock.reset();
      expect(response.status).to.equal(200);
    });
  });

  describe('400', () => {
    it('refuses what cannot be a token, without repeating it', async () => {
      const { error, response } = await preview('almost-a-token');
      expect([response.status, error?.code]).to.deep.equal([400, 'validation_failed']);
      expect(error?.errors?.map(({ pointer }) => pointer)).to.include('/token');
      expect(JSON.stringify(error)).not.to.include('almost-a-token');
    });
  });

  describe('409', () => {
    it('token_invalid for a token that nobody was sent, or after seven days', async () => {
      const { token } = await inviteElsewhere(app, await createAccount(app));
      expect(refusalOf(await preview('x'.repeat(43)))).to.deep.equal(invalid);
      app.clock.advance(7 * DAY_MS + 1);
      const late = await preview(token);
      app.clock.reset();
      expect(refusalOf(late)).to.deep.equal(invalid);
    });

    it('token_invalid once the invitation is accepted', async () => {
      const account = await createAccount(app);
      const { token } = await inviteElsewhere(app, account);
      const { v2 } = clientsOf(app, (await createSession(app, account)).token);
      await v2.POST('/api/v2/invitations/acceptance', { body: { token } });
      expect(refusalOf(await preview(token))).to.deep.equal(invalid);
    });

    it('token_invalid once the invitation is withdrawn', async () => {
      const { owner, invitation, token } = await sentBy('admin');
      const params = { path: { invitation_id: invitation.id } };
      await owner.v2.DELETE('/api/v2/invitations/{invitation_id}', { params });
      expect(refusalOf(await preview(token))).to.deep.equal(invalid);
    });

    it('token_invalid once the organization is deleted', async () => {
      const { owner, token, params } = await sentBy('admin');
      await owner.v2.DELETE('/api/v2/organizations/{organization_id}', { params });
      expect(refusalOf(await preview(token))).to.deep.equal(invalid);
    });

    it('token_invalid for the token of a password reset', async () => {
      const { email } = await createAccount(app);
      await app.v2.POST('/api/v2/auth/password-reset', { body: { email } });
      expect(refusalOf(await preview(tokenIn((await app.mail.next(email)).text)))).to.deep.equal(invalid);
    });

    it('invitation_lapsed once the sender was removed', async () => {
      const { owner, token, params } = await sentBy('admin');
      await owner.v2.DELETE(memberPath, { params });
      expect(refusalOf(await preview(token))).to.deep.equal(lapsed);
    });

    it('invitation_lapsed while the sender has a smaller role than the invitation needs', async () => {
      const { owner, token, params } = await sentBy('owner', 'owner');
      await owner.v2.PATCH(memberPath, { params, body: { role: 'admin' } });
      expect(refusalOf(await preview(token))).to.deep.equal(lapsed);
      await owner.v2.PATCH(memberPath, { params, body: { role: 'owner' } });
      expect((await preview(token)).response.status).to.equal(200);
    });

    it('invitation_lapsed once the account of the sender was deactivated, or deleted', async () => {
      const [first, second] = [await sentBy('admin'), await sentBy('admin')];
      await app.query('UPDATE users SET deactivated_at = $2 WHERE id = $1', [first.sender.user_id, app.clock.now()]);
      await app.query('DELETE FROM users WHERE id = $1', [second.sender.user_id]);
      expect(refusalOf(await preview(first.token))).to.deep.equal(lapsed);
      expect(refusalOf(await preview(second.token))).to.deep.equal(lapsed);
    });
  });

  describe('412', () => {
    it('shows nothing where the precondition does not hold', async () => {
      const { token } = await inviteElsewhere(app, await createAccount(app));
      const refused = await preview(token, { 'If-Match': '"other"' });
      expect(refusalOf(refused)).to.deep.equal({ status: 412, code: 'precondition_failed' });
    });
  });
});
