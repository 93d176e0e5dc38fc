import { expect } from 'chai';
import { createAccount, createSession } from '../../../support/accounts.ts';
import { useApp } from '../../../support/app.ts';
import { bodyOf } from '../../../support/factories.ts';

describe('v1 listSessions GET /sessions', () => {
  const app = useApp();

  it('200: pages by offset, newest first', async () => {
    const { v1 } = await createAccount(app, { is_operator: true });
    const account = await createAccount(app);
    const [first, second] = [await createSession(app, account), await createSession(app, account)];
    const at = async (offset: number) =>
      bodyOf(await v1.GET('/api/v1/sessions', { params: { query: { user_id: account.user_id, limit: 1, offset } } }));
    const pages = [await at(0), await at(1)];
    expect(pages.map(({ data }) => data[0]?.id)).to.deep.equal([second.session_id, first.session_id]);
    expect(pages[1]!.pagination).to.deep.equal({ limit: 1, offset: 1, total: 2, pages: 2 });
    expect(pages[0]!.data[0]).to.include({ user_id: account.user_id, user_agent: '' });
  });
});
