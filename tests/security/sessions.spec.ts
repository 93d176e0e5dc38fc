import { expect } from 'chai';
import { newId } from '../../src/platform/ids.ts';
import { clientsOf, createAccount, createKey, createSession } from '../support/accounts.ts';
import { useApp } from '../support/app.ts';
import { checkedFetch } from '../support/contract/checked-fetch.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

describe('sessions and API keys: how long they hold, and for what', () => {
  // One of its own: it moves the clock.
  const app = useApp({});
  afterEach(() => app.clock.reset());

  async function statusOf(token: string, headers: Record<string, string> = {}): Promise<number> {
    return (await clientsOf(app, token).v2.GET('/api/v2/projects', { headers })).response.status;
  }

  it('a session ends after twelve hours without use', async () => {
    const { token } = await createSession(app, await createAccount(app));
    app.clock.advance(12 * HOUR_MS - MINUTE_MS);
    expect(await statusOf(token)).to.equal(200);
    app.clock.advance(12 * HOUR_MS - MINUTE_MS);
    expect(await statusOf(token)).to.equal(200);
    app.clock.advance(12 * HOUR_MS + MINUTE_MS);
    expect(await statusOf(token)).to.equal(401);
  });

  it('a session ends after thirty days, however much it is used', async () => {
    const { token } = await createSession(app, await createAccount(app));
    for (let halfDays = 0; halfDays < 60; halfDays++) {
      app.clock.advance(12 * HOUR_MS - MINUTE_MS);
      expect(await statusOf(token)).to.equal(200);
    }
    app.clock.advance(2 * HOUR_MS);
    expect(await statusOf(token)).to.equal(401);
  });

  it('activity is written down once a minute at most', async () => {
    const { token, session_id } = await createSession(app, await createAccount(app));
    const lastActive = async (): Promise<number> => {
      const [row] = await app.query<{ last_active_at: Date }>('SELECT last_active_at FROM sessions WHERE id = $1', [
        session_id,
      ]);
      return row!.last_active_at.getTime();
    };
    const begun = await lastActive();
    app.clock.advance(30_000);
    await statusOf(token);
    expect(await lastActive()).to.equal(begun);
    app.clock.advance(31_000);
    await statusOf(token);
    expect(await lastActive()).to.be.within(begun + 61_000, begun + 70_000);
  });

  it('the use of a key is written down once a minute at most, and does not change its version', async () => {
    const { token, api_key_id } = await createKey(app, await createAccount(app));
    const row = async () => {
      const [key] = await app.query<{ last_used_at: Date | null; version: number }>(
        'SELECT last_used_at, version FROM api_keys WHERE id = $1',
        [api_key_id],
      );
      return key!;
    };
    expect((await row()).last_used_at).to.equal(null);
    await statusOf(token);
    const first = (await row()).last_used_at!;
    app.clock.advance(30_000);
    await statusOf(token);
    expect((await row()).last_used_at).to.deep.equal(first);
    app.clock.advance(31_000);
    await statusOf(token);
    expect((await row()).last_used_at!.getTime()).to.be.greaterThan(first.getTime() + MINUTE_MS);
    expect((await row()).version).to.equal(1);
  });

  it('a key ends when it says', async () => {
    const account = await createAccount(app);
    const { token } = await createKey(app, account, { expires_at: new Date(app.clock.now().getTime() + DAY_MS) });
    expect(await statusOf(token)).to.equal(200);
    app.clock.advance(DAY_MS);
    expect(await statusOf(token)).to.equal(401);
  });

  it('a session acts in its home, or in the organization that X-Organization-Id names', async () => {
    const account = await createAccount(app);
    const { token } = await createSession(app, account);
    const { v2 } = clientsOf(app, token);
    const second = await v2.POST('/api/v2/organizations', { body: { name: 'Second' } });
    const body = { key: 'CORE', name: 'Core', visibility: 'organization' } as const;
    const home = await v2.POST('/api/v2/projects', { body });
    const params = { header: { 'X-Organization-Id': second.data!.id } };
    const there = await v2.POST('/api/v2/projects', { body, params });
    expect(home.data?.organization_id).to.equal(account.organization_id);
    expect(there.data?.organization_id).to.equal(second.data!.id);
    expect((await v2.GET('/api/v2/projects', { params })).data?.data.map(({ id }) => id)).to.deep.equal([
      there.data!.id,
    ]);
  });

  it('remembers the organization that a session last worked in', async () => {
    const account = await createAccount(app);
    const { token, session_id } = await createSession(app, account);
    const { v2 } = clientsOf(app, token);
    const second = await v2.POST('/api/v2/organizations', { body: { name: 'Second' } });
    app.clock.advance(2 * MINUTE_MS);
    await v2.GET('/api/v2/projects', { params: { header: { 'X-Organization-Id': second.data!.id } } });
    const { data } = await v2.GET('/api/v2/me/sessions');
    expect(data?.data.find(({ id }) => id === session_id)?.organization_id).to.equal(second.data!.id);
  });

  it("a foreign organization is 404, an absent one too, and so is a key's other organization", async () => {
    const account = await createAccount(app);
    const stranger = await createAccount(app);
    const { token } = await createSession(app, account);
    for (const id of [stranger.organization_id, newId()]) {
      expect(await statusOf(token, { 'x-organization-id': id })).to.equal(404);
      expect(await statusOf(account.token, { 'x-organization-id': id })).to.equal(404);
    }
    // Nor does the session forget where it worked.
    app.clock.advance(2 * MINUTE_MS);
    expect(await statusOf(token, { 'x-organization-id': stranger.organization_id })).to.equal(404);
    const mine = await clientsOf(app, token).v2.GET('/api/v2/me/sessions');
    expect(mine.data?.data.map(({ organization_id }) => organization_id)).to.deep.equal([account.organization_id]);
    expect(await statusOf(account.token, { 'x-organization-id': account.organization_id })).to.equal(200);
  });

  it('an organization that is none in form is 400', async () => {
    const { token } = await createSession(app, await createAccount(app));
    const response = await checkedFetch(`${app.url}/api/v2/projects`, {
      headers: { authorization: `Bearer ${token}`, 'x-organization-id': "' OR 1=1 --" },
    });
    expect(response.status).to.equal(400);
  });

  it('tampered tokens open nothing', async () => {
    const account = await createAccount(app);
    const session = await createSession(app, account);
    for (const token of [session.token, account.token]) {
      const last = token.at(-1) === 'A' ? 'E' : 'A';
      for (const forged of [token.slice(0, -1) + last, token.slice(0, -1), `${token}A`, token.toUpperCase()]) {
        expect(await statusOf(forged), forged).to.equal(401);
      }
    }
  });

  it('a key in the cookie, and a session under the prefix of a key, open nothing', async () => {
    const account = await createAccount(app);
    const cookie = `architect_session=${account.token}`;
    expect((await app.v2.GET('/api/v2/me', { headers: { cookie } })).response.status).to.equal(401);
    const { token } = await createSession(app, account);
    expect(await statusOf(token.replace('ses_', 'ak_'))).to.equal(401);
  });
});
