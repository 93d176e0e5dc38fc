import { expect } from 'chai';
import { createAccount, createMember, createSession } from '../../support/accounts.ts';
import { useApp } from '../../support/app.ts';
import { bodyOf } from '../../support/factories.ts';

const agents = [
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'firefox'],
  ['Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36', 'chrome'],
  ['Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0', 'edge'],
  ['Mozilla/5.0 (Macintosh) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15', 'safari'],
  ['curl/8.9.1', 'program'],
  [null, 'other'],
] as const;

describe('v2 getSessionStats GET /sessions/stats', () => {
  const app = useApp();

  it('200: counts live sessions by program and day, those of one organization where it is named', async () => {
    const operator = await createAccount(app, { is_operator: true });
    const owner = await createAccount(app);
    const member = await createMember(app, owner);
    for (const [index, [agent]] of agents.entries()) {
      const { session_id } = await createSession(app, index === 0 ? member : owner);
      await app.query('UPDATE sessions SET user_agent = $2 WHERE id = $1', [session_id, agent]);
    }
    const earlier = await createSession(app, owner);
    await app.query(`UPDATE sessions SET created_at = created_at - interval '2 days' WHERE id = $1`, [
      earlier.session_id,
    ]);
    const over = await createSession(app, owner);
    await app.query('UPDATE sessions SET expires_at = created_at WHERE id = $1', [over.session_id]);

    const { organization_id } = owner;
    const stats = bodyOf(await operator.v2.GET('/api/v2/sessions/stats', { params: { query: { organization_id } } }));
    expect(stats).to.include({ active: 7, users: 2 });
    // Programs of as many sessions by their names.
    const others = agents.slice(0, -1).map(([, agent]) => ({ agent, sessions: 1 }));
    others.sort((one, other) => (one.agent < other.agent ? -1 : 1));
    expect(stats.by_agent).to.deep.equal([{ agent: 'other', sessions: 2 }, ...others]);
    expect(stats.by_day.map(({ sessions }) => sessions)).to.deep.equal([6, 1]);

    const all = bodyOf(await operator.v2.GET('/api/v2/sessions/stats'));
    expect(all.active).to.be.at.least(7);
  });
});
