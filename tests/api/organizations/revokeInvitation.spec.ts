import { expect } from 'chai';
import { clientsOf, createAccount, createMember, createSession, type Account } from '../../support/accounts.ts';
import { useApp } from '../../support/app.ts';
import { createInvitation } from '../../support/invitations.ts';
import { tokenIn } from '../../support/passwords.ts';
import { refusalOf } from '../../support/scene.ts';
import { audited, tracesOf } from '../../support/traces.ts';

describe('v2 revokeInvitation DELETE /invitations/{invitation_id}', () => {
  const app = useApp();
  const revoke = ({ v2 }: Pick<Account, 'v2'>, { id }: { readonly id: string }, tag?: string) =>
    v2.DELETE('/api/v2/invitations/{invitation_id}', {
      params: { path: { invitation_id: id }, ...(tag === undefined ? {} : { header: { 'If-Match': tag } }) },
    });
  const missing = { status: 404, code: 'not_found' };

  describe('204', () => {
    it('takes the link its power', async () => {
      const [owner, invited] = [await createAccount(app), await createAccount(app)];
      const invitation = await createInvitation(owner, { email: invited.email });
      const token = tokenIn((await app.mail.next(invited.email)).text);
      expect((await revoke(owner, invitation, '"1"')).response.status).to.equal(204);
      const { v2 } = clientsOf(app, (await createSession(app, invited)).token);
      const refusal = refusalOf(await v2.POST('/api/v2/invitations/acceptance', { body: { token } }));
      expect(refusal).to.deep.equal({ status: 409, code: 'token_invalid' });
      expect(refusalOf(await revoke(owner, invitation))).to.deep.equal(missing);
    });

    it('records it', async () => {
      const owner = await createAccount(app);
      const admin = await createMember(app, owner, 'admin');
      const before = await createInvitation(owner);
      await revoke(admin, before);
      const { audit, events } = await tracesOf(app, 'invitation', before.id);
      const last = audit.at(-1)!;
      expect(last).to.deep.include({ action: 'invitation.revoke', actor_id: admin.user_id, before: audited(before) });
      expect(last.after).to.deep.include({ status: 'revoked', version: 2 });
      const { type, data } = events.at(-1)!;
      expect([type, audited(data)]).to.deep.equal(['invitation.revoked', last.after]);
    });
  });

  describe('403', () => {
    it('refuses a member', async () => {
      const owner = await createAccount(app);
      const invitation = await createInvitation(owner);
      const refusal = refusalOf(await revoke(await createMember(app, owner), invitation));
      expect(refusal).to.deep.equal({ status: 403, code: 'forbidden' });
    });
  });

  describe('404', () => {
    it('knows none of a foreign organization', async () => {
      const invitation = await createInvitation(await createAccount(app));
      expect(refusalOf(await revoke(await createAccount(app), invitation))).to.deep.equal(missing);
    });
  });

  describe('412', () => {
    it('wants the version that it is', async () => {
      const owner = await createAccount(app);
      const refusal = refusalOf(await revoke(owner, await createInvitation(owner), '"2"'));
      expect(refusal).to.deep.equal({ status: 412, code: 'precondition_failed' });
    });
  });
});
