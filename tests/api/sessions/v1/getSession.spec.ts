import { expect } from 'chai';
import { newId } from '../../../../src/platform/ids.ts';
import { createAccount, createSession } from '../../../support/accounts.ts';
import { useApp } from '../../../support/app.ts';
import { refusalOf } from '../../../support/scene.ts';

describe('v1 getSession GET /sessions/{session_id}', () => {
  const app = useApp();

  it("200: shows an operator anybody's session, and 404 for one that never was", async () => {
    const { v1 } = await createAccount(app, { is_operator: true });
    const account = await createAccount(app);
    const { session_id } = await createSession(app, account);
    const get = (id: string) => v1.GET('/api/v1/sessions/{session_id}', { params: { path: { session_id: id } } });
    expect((await get(session_id)).data).to.include({ id: session_id, user_id: account.user_id });
    expect(refusalOf(await get(newId()))).to.deep.equal({ status: 404, code: 'not_found' });
  });
});
