import { expect } from 'chai';
import type { EngineOptions } from '../../src/contract/options.ts';
import { useApp } from '../support/app.ts';
import { checkedFetch } from '../support/contract/checked-fetch.ts';
import { createAccountWithPassword, password } from '../support/passwords.ts';

describe('what the settings make of the engines', () => {
  const engines: EngineOptions[] = [];
  const app = useApp({
    settings: { PUBLIC_URL: 'https://architect.example.com', POOL_MAX: '12' },
    app: {
      isWorking: false,
      engine: (options) => {
        engines.push(options);
        return options;
      },
    },
  });

  it('takes a quarter of the pool for streams, which end before the database gives their transaction up', () => {
    for (const { streams } of engines)
      expect(streams).to.deep.equal({ openMax: 3, stallMs: 30_000, durationMaxMs: 900_000 });
  });

  it('lets both versions share quotas, turns and counts', () => {
    expect(engines.map(({ version }) => version)).to.deep.equal(['v1', 'v2']);
    const [first, second] = engines as [EngineOptions, EngineOptions];
    for (const shared of ['rateLimiter', 'turns', 'onUse', 'onBreach', 'clock', 'db'] as const) {
      expect(first[shared], shared).not.to.equal(undefined);
      expect(second[shared], shared).to.equal(first[shared]);
    }
  });

  it('reads the cookie by the name that a browser takes over HTTPS alone, and by no other', async () => {
    const { email } = await createAccountWithPassword(app);
    const { response } = await app.v2.POST('/api/v2/auth/login', { body: { email, password } });
    const [cookie = ''] = response.headers.getSetCookie().map((one) => one.replace(/;.*/, ''));
    expect(cookie).to.match(/^__Host-architect_session=/);
    const statusWith = async (value: string): Promise<number> =>
      (await checkedFetch(`${app.url}/api/v2/me`, { headers: { cookie: value } })).status;
    expect(await statusWith(cookie)).to.equal(200);
    expect(await statusWith(cookie.replace('__Host-', ''))).to.equal(401);
  });
});
