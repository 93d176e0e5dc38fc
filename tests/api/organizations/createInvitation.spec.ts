import { expect } from 'chai';
import type { InvitationCreate } from '../../../generated/v2/types.ts';
import { createAccount, createMember, type Account } from '../../support/accounts.ts';
import { useApp } from '../../support/app.ts';
import { bodyOf } from '../../support/factories.ts';
import { newInvitee } from '../../support/invitations.ts';
import { changedWhileWaiting } from '../../support/lock-holder.ts';
import { tokenIn } from '../../support/passwords.ts';
import { createOperator } from '../../support/installation.ts';
import { refusalOf } from '../../support/scene.ts';
import { audited, tracesOf } from '../../support/traces.ts';

const DAY_MS = 86_400_000;

describe('v2 createInvitation POST /organizations/{organization_id}/invitations', () => {
  // One of its own: it moves the clock.
  const app = useApp({});
  const invite = ({ v2, organization_id }: Account, body: InvitationCreate) =>
    v2.POST('/api/v2/organizations/{organization_id}/invitations', { params: { path: { organization_id } }, body });

  describe('201', () => {
    it('makes an invitation for seven days, by default as a member, whatever the case of the address', async () => {
      const owner = await createAccount(app);
      const email = newInvitee();
      const { data, response } = await invite(owner, { email: email.toUpperCase() });
      expect(data).to.include({
        organization_id: owner.organization_id,
        email,
        role: 'member',
        status: 'pending',
        invited_by_id: owner.user_id,
        version: 1,
      });
      expect(Date.parse(data!.expires_at) - Date.parse(data!.created_at)).to.equal(7 * DAY_MS);
      expect(response.headers.get('location')).to.equal(`/api/v2/invitations/${data!.id}`);
    });

    it('writes to the address; of the token nothing is kept but its hash', async () => {
      const owner = await createAccount(app, { name: 'Cleo\r\nBcc: everybody@meridian.example' });
      const email = newInvitee();
      const { id } = bodyOf(await invite(owner, { email }));
      const mail = await app.mail.next(email);
      expect(mail.subject).to.equal('Invitation to Meridian');
      expect(mail.text).to.include('Cleo Bcc: everybody@ meridian. example invites you to the organization "Meridian"');
      expect(mail.link).to.match(/\/api\/accept-invitation#token=[\w-]{43}$/);
      const token = tokenIn(mail.text);
      const [row] = await app.query<{ text: string }>(
        'SELECT invitations::text AS text FROM invitations WHERE id = $1',
        [id],
      );
      expect(row!.text).not.to.include(token);
    });

    it('records it, without the token', async () => {
      const owner = await createAccount(app);
      const after = bodyOf(await invite(owner, { email: newInvitee(), role: 'viewer' }));
      const { audit, events } = await tracesOf(app, 'invitation', after.id);
      expect(audit).to.deep.equal([
        { action: 'invitation.create', actor_id: owner.user_id, before: null, after: audited(after) },
      ]);
      expect(events).to.deep.equal([{ type: 'invitation.created', data: after }]);
    });

    it('lets an owner invite an owner, and an administrator an administrator', async () => {
      const owner = await createAccount(app);
      const admin = await createMember(app, owner, 'admin');
      expect(bodyOf(await invite(owner, { email: newInvitee(), role: 'owner' })).role).to.equal('owner');
      expect(bodyOf(await invite(admin, { email: newInvitee(), role: 'admin' })).role).to.equal('admin');
    });

    it('invites anew whose invitation was withdrawn, or has expired', async () => {
      const owner = await createAccount(app);
      const email = newInvitee();
      const { id } = bodyOf(await invite(owner, { email }));
      await owner.v2.DELETE('/api/v2/invitations/{invitation_id}', { params: { path: { invitation_id: id } } });
      expect((await invite(owner, { email })).response.status).to.equal(201);
      app.clock.advance(7 * DAY_MS + 1);
      expect((await invite(owner, { email })).response.status).to.equal(201);
      app.clock.reset();
    });

    it('writes to an address five times a day at most, whoever invites', async () => {
      const email = newInvitee();
      for (let count = 0; count < 7; count++) {
        expect((await invite(await createAccount(app), { email })).response.status).to.equal(201);
      }
      const last = newInvitee();
      await invite(await createAccount(app), { email: last });
      // Mails leave in the order of their jobs.
      await app.mail.next(last);
      expect(await app.mail.all(email)).to.have.length(5);
      app.clock.advance(DAY_MS + 1);
      await invite(await createAccount(app), { email });
      app.clock.reset();
      for (let count = 0; count < 5; count++) await app.mail.next(email);
      expect((await app.mail.next(email)).subject).to.equal('Invitation to Meridian');
    });
  });

  describe('403', () => {
    it('refuses members, and an administrator who invites an owner', async () => {
      const owner = await createAccount(app);
      const [admin, member] = [await createMember(app, owner, 'admin'), await createMember(app, owner)];
      const forbidden = { status: 403, code: 'forbidden' };
      expect(refusalOf(await invite(member, { email: newInvitee(), role: 'viewer' }))).to.deep.equal(forbidden);
      expect(refusalOf(await invite(admin, { email: newInvitee(), role: 'owner' }))).to.deep.equal(forbidden);
    });
  });

  describe('409', () => {
    it('already_member for the address of a member', async () => {
      const owner = await createAccount(app);
      const refusal = refusalOf(await invite(owner, { email: owner.email.toUpperCase() }));
      expect(refusal).to.deep.equal({ status: 409, code: 'already_member' });
    });

    it('invitation_pending for a second one, also at the same time', async () => {
      const owner = await createAccount(app);
      const email = newInvitee();
      const responses = await Promise.all([1, 2, 3].map(() => invite(owner, { email })));
      const codes = responses.map((result) => refusalOf(result).code ?? result.response.status);
      expect(codes.sort()).to.deep.equal([201, 'invitation_pending', 'invitation_pending']);
    });

    it('invitation_quota_reached beyond 200 a day, also at the same time', async () => {
      const owner = await createAccount(app);
      await app.query(
        `INSERT INTO invitations (id, organization_id, email, role, status, token_hash, expires_at, created_at, updated_at)
         SELECT gen_random_uuid(), $1, 'n' || n || '@meridian.example', 'member', 'revoked', sha256(('quota ' || gen_random_uuid())::bytea),
                $2::timestamptz, $2::timestamptz, $2::timestamptz FROM generate_series(1, 199) AS n`,
        [owner.organization_id, app.clock.now()],
      );
      const last = {
        lock: 'SELECT FROM organizations WHERE id = $1 FOR UPDATE',
        change: `INSERT INTO invitations (id, organization_id, email, role, status, token_hash, expires_at, created_at, updated_at)
                 SELECT gen_random_uuid(), $1, 'last@meridian.example', role, status, sha256(id::text::bytea), expires_at,
                        created_at, updated_at FROM invitations WHERE organization_id = $1 LIMIT 1`,
        values: [owner.organization_id],
      };
      const refused = await changedWhileWaiting(app.databaseUrl, last, () => invite(owner, { email: newInvitee() }));
      expect(refusalOf(refused)).to.deep.equal({ status: 409, code: 'invitation_quota_reached' });
      const neighbour = await createAccount(app);
      expect((await invite(neighbour, { email: newInvitee() })).response.status).to.equal(201);
      app.clock.advance(DAY_MS + 1);
      expect((await invite(owner, { email: newInvitee() })).response.status).to.equal(201);
      app.clock.reset();
    });
  });
  describe('409 installation_managed', () => {
    it('lets nobody be invited to the installation', async () => {
      const operator = await createOperator(app);
      expect(refusalOf(await invite(operator, { email: newInvitee() }))).to.deep.equal({
        status: 409,
        code: 'installation_managed',
      });
    });
  });
});
