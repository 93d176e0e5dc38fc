import { expect } from 'chai';
import { useApp } from '../../support/app.ts';
import { clientsOf, createAccount, createSession } from '../../support/accounts.ts';
import { refusalOf } from '../../support/scene.ts';
import { tracesOf } from '../../support/traces.ts';

describe('v2 rotateSession POST /auth/rotation', () => {
  const app = useApp();

  function rotate(token: string) {
    return clientsOf(app, token).v2.POST('/api/v2/auth/rotation');
  }

  async function statusOf(token: string): Promise<number> {
    return (await clientsOf(app, token).v2.GET('/api/v2/me')).response.status;
  }

  describe('200', () => {
    it('gives the session a new token; the old one opens nothing any more', async () => {
      const { token } = await createSession(app, await createAccount(app));
      const { data, response } = await rotate(token);
      expect(response.status).to.equal(200);
      expect(data!.token).not.to.equal(token);
      expect(await statusOf(token)).to.equal(401);
      expect(await statusOf(data!.token)).to.equal(200);
    });

    it('gives it a new id and CSRF token, and hands the token over as the cookie, too', async () => {
      const old = await createSession(app, await createAccount(app));
      const { data, response } = await rotate(old.token);
      expect(data!.session.id).not.to.equal(old.session_id);
      expect(response.headers.getSetCookie()[0]).to.match(new RegExp(`^architect_session=${data!.token}; `));
      const cookie = `architect_session=${data!.token}`;
      const change = (csrf: string) =>
        app.v2.POST('/api/v2/organizations', {
          body: { name: 'Second' },
          headers: { cookie, 'x-csrf-token': csrf },
        });
      expect(refusalOf(await change(old.csrf_token))).to.deep.equal({ status: 403, code: 'csrf_failed' });
      expect((await change(data!.csrf_token)).response.status).to.equal(201);
    });

    it('leaves the end of the session where it was', async () => {
      const { token, session_id } = await createSession(app, await createAccount(app));
      const [row] = await app.query<{ expires_at: Date }>('SELECT expires_at FROM sessions WHERE id = $1', [
        session_id,
      ]);
      const { data } = await rotate(token);
      expect(data!.session.expires_at).to.equal(row!.expires_at.toISOString());
    });

    it('counts as activity of the session', async () => {
      const { token, session_id } = await createSession(app, await createAccount(app));
      const [row] = await app.query<{ last_active_at: Date }>(
        `UPDATE sessions SET last_active_at = last_active_at - interval '30 seconds' WHERE id = $1
         RETURNING last_active_at`,
        [session_id],
      );
      const { data } = await rotate(token);
      expect(Date.parse(data!.session.last_active_at)).to.be.at.least(row!.last_active_at.getTime() + 30_000);
    });

    it('records the end of the one and the beginning of the other, without their tokens', async () => {
      const account = await createAccount(app);
      const old = await createSession(app, account);
      const { data } = await rotate(old.token);
      const ended = await tracesOf(app, 'session', old.session_id);
      expect(ended.audit.map(({ action, actor_id }) => [action, actor_id])).to.deep.equal([
        ['session.rotate', account.user_id],
      ]);
      expect(ended.events.map(({ type }) => type)).to.deep.equal(['session.revoked']);
      const begun = await tracesOf(app, 'session', data!.session.id);
      expect(begun.events.map(({ type }) => type)).to.deep.equal(['session.created']);
      expect(JSON.stringify([ended, begun])).not.to.include(data!.token.slice(4));
    });

    it('lets one of many rotations at a time win', async () => {
      const { token } = await createSession(app, await createAccount(app));
      const responses = await Promise.all(Array.from({ length: 10 }, () => rotate(token)));
      const statuses = responses.map(({ response }) => response.status).sort();
      expect(statuses).to.deep.equal([200, ...Array.from({ length: 9 }, () => 401)]);
      const [winner] = responses.flatMap(({ data }) => (data === undefined ? [] : [data.token]));
      expect(await statusOf(winner!)).to.equal(200);
    });
  });

  describe('403', () => {
    it('returns session_required to an API key, and the key still works', async () => {
      const account = await createAccount(app);
      expect(refusalOf(await rotate(account.token))).to.deep.equal({ status: 403, code: 'session_required' });
      expect(await statusOf(account.token)).to.equal(200);
    });
  });
});
