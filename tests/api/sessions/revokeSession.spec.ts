import { expect } from 'chai';
import { newId } from '../../../src/platform/ids.ts';
import { clientsOf, createAccount, createSession, type Account } from '../../support/accounts.ts';
import { useApp } from '../../support/app.ts';
import { refusalOf } from '../../support/scene.ts';
import { tracesOf } from '../../support/traces.ts';

describe('v2 revokeSession DELETE /sessions/{session_id}', () => {
  const app = useApp();

  function revoke({ v2 }: Pick<Account, 'v2'>, session_id: string) {
    return v2.DELETE('/api/v2/sessions/{session_id}', { params: { path: { session_id } } });
  }

  it('204: ends the session, and records who did', async () => {
    const operator = await createAccount(app, { is_operator: true });
    const account = await createAccount(app);
    const [ended, kept] = [await createSession(app, account), await createSession(app, account)];
    expect((await revoke(operator, ended.session_id)).response.status).to.equal(204);
    expect((await clientsOf(app, ended.token).v2.GET('/api/v2/me')).response.status).to.equal(401);
    expect((await clientsOf(app, kept.token).v2.GET('/api/v2/me')).response.status).to.equal(200);
    const { audit, events } = await tracesOf(app, 'session', ended.session_id);
    expect(audit[0]).to.include({ action: 'session.revoke', actor_id: operator.user_id });
    expect(events.map(({ type }) => type)).to.deep.equal(['session.revoked']);
  });

  it('404: the second time, and for an unknown session', async () => {
    const operator = await createAccount(app, { is_operator: true });
    const { session_id } = await createSession(app, await createAccount(app));
    await revoke(operator, session_id);
    for (const id of [session_id, newId()]) {
      expect(refusalOf(await revoke(operator, id))).to.deep.equal({ status: 404, code: 'not_found' });
    }
  });

  it('403: for everybody else, and the session still works', async () => {
    const owner = await createAccount(app);
    const { session_id, token } = await createSession(app, await createAccount(app));
    expect(refusalOf(await revoke(owner, session_id))).to.deep.equal({ status: 403, code: 'forbidden' });
    expect((await clientsOf(app, token).v2.GET('/api/v2/me')).response.status).to.equal(200);
  });
});
