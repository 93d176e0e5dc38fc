import { expect } from 'chai';
import { clientsOf, createAccount, createSession } from '../../../support/accounts.ts';
import { useApp } from '../../../support/app.ts';
import { refusalOf } from '../../../support/scene.ts';

describe('v1 deleteSession DELETE /sessions/{session_id}', () => {
  const app = useApp();

  it('204: ends the session at once; the second time it is 404', async () => {
    const { v1 } = await createAccount(app, { is_operator: true });
    const { session_id, token } = await createSession(app, await createAccount(app));
    const remove = () => v1.DELETE('/api/v1/sessions/{session_id}', { params: { path: { session_id } } });
    expect((await remove()).response.status).to.equal(204);
    expect((await clientsOf(app, token).v2.GET('/api/v2/me')).response.status).to.equal(401);
    expect(refusalOf(await remove())).to.deep.equal({ status: 404, code: 'not_found' });
  });
});
