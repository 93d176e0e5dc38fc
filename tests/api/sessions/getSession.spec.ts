import { expect } from 'chai';
import { newId } from '../../../src/platform/ids.ts';
import { clientsOf, createAccount, createSession } from '../../support/accounts.ts';
import { useApp } from '../../support/app.ts';
import { refusalOf } from '../../support/scene.ts';

describe('v2 getSession GET /sessions/{session_id}', () => {
  const app = useApp();

  it("200: shows an operator anybody's session", async () => {
    const { v2 } = await createAccount(app, { is_operator: true });
    const account = await createAccount(app);
    const { session_id } = await createSession(app, account);
    const { data } = await v2.GET('/api/v2/sessions/{session_id}', { params: { path: { session_id } } });
    expect(data).to.include({ id: session_id, user_id: account.user_id, is_current: false });
  });

  it('200: marks the session of the request', async () => {
    const { session_id, token } = await createSession(app, await createAccount(app, { is_operator: true }));
    const params = { path: { session_id } };
    const { data } = await clientsOf(app, token).v2.GET('/api/v2/sessions/{session_id}', { params });
    expect(data).to.include({ id: session_id, is_current: true });
  });

  it('404: for a session that has ended, and for an unknown one', async () => {
    const { v2 } = await createAccount(app, { is_operator: true });
    const { session_id } = await createSession(app, await createAccount(app));
    await app.query(`UPDATE sessions SET last_active_at = created_at - interval '13 hours' WHERE id = $1`, [
      session_id,
    ]);
    for (const id of [session_id, newId()]) {
      const result = await v2.GET('/api/v2/sessions/{session_id}', { params: { path: { session_id: id } } });
      expect(refusalOf(result)).to.deep.equal({ status: 404, code: 'not_found' });
    }
  });

  it('403: for everybody else, also for their own', async () => {
    const account = await createAccount(app);
    const { session_id } = await createSession(app, account);
    const result = await account.v2.GET('/api/v2/sessions/{session_id}', { params: { path: { session_id } } });
    expect(refusalOf(result)).to.deep.equal({ status: 403, code: 'forbidden' });
  });
});
