import { expect } from 'chai';
import { clientsOf, createAccount, createKey, createSession, type Account } from '../support/accounts.ts';
import { useApp } from '../support/app.ts';

const SECOND_MS = 1000;

describe('Security_KeptCredentials: what is kept of a credential does not outlive it', () => {
  // Nothing else reads the credentials, which would store their use, too.
  const app = useApp({ isVerified: false });
  // It moves, but the time that values are kept does not follow it.
  beforeEach(() => app.clock.hold());
  afterEach(() => app.clock.reset());

  interface Kind {
    readonly name: string;
    /** Creates a credential that ends at a time. @returns its token and id */
    readonly create: (account: Account, endsAt: Date) => Promise<{ readonly token: string; readonly id: string }>;
    /** Returns when its latest use was stored. */
    readonly usedAt: string;
  }

  const kinds: readonly Kind[] = [
    {
      name: 'an API key',
      create: async (account, expires_at) => {
        const { token, api_key_id: id } = await createKey(app, account, { expires_at });
        return { token, id };
      },
      usedAt: 'SELECT last_used_at AS at FROM api_keys WHERE id = $1',
    },
    {
      name: 'a session',
      create: async (account, endsAt) => {
        const { token, session_id: id } = await createSession(app, account, { csrf_token: 'not asked for' });
        await app.query('UPDATE sessions SET expires_at = $2 WHERE id = $1', [id, endsAt]);
        return { token, id };
      },
      usedAt: 'SELECT last_active_at AS at FROM sessions WHERE id = $1',
    },
  ];

  const after = (ms: number): Date => new Date(app.clock.now().getTime() + ms);
  const use = async (token: string): Promise<number> =>
    (await clientsOf(app, token).v2.GET('/api/v2/me')).response.status;

  for (const { name, create, usedAt } of kinds) {
    it(`refuses ${name} from its end on, if it was used moments before`, async () => {
      const { token } = await create(await createAccount(app), after(30 * SECOND_MS));
      expect([await use(token), await use(token)]).to.deep.equal([200, 200]);
      app.clock.advance(29 * SECOND_MS);
      expect(await use(token)).to.equal(200);
      app.clock.advance(SECOND_MS);
      expect(await use(token)).to.equal(401);
    });

    it(`stores once a minute that ${name} is used`, async () => {
      const { token, id } = await create(await createAccount(app), after(3600 * SECOND_MS));
      const stored = async () => (await app.query<{ at: Date | null }>(usedAt, [id]))[0]?.at?.getTime();
      const first = app.clock.now().getTime();
      await use(token);
      app.clock.advance(59 * SECOND_MS);
      await use(token);
      expect(await stored()).to.equal(first);
      app.clock.advance(SECOND_MS);
      await use(token);
      expect(await stored()).to.equal(first + 60 * SECOND_MS);
    });
  }
});
