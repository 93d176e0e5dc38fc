import { expect } from 'chai';
import { createAccount, clientsOf, type Account } from '../support/accounts.ts';
import { useApp } from '../support/app.ts';
import { checkedFetch } from '../support/contract/checked-fetch.ts';
import { eventually } from '../support/eventually.ts';
import { bodyOf } from '../support/factories.ts';
import { createAccountWithPassword, password, sessionOf } from '../support/passwords.ts';
import { codeOf, turnOn } from '../support/second-factor.ts';
import { tracesOf } from '../support/traces.ts';

const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
const laterFirefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:141.0) Gecko/20100101 Firefox/141.0';
const chrome = 'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';
const MINUTE_MS = 60_000;

describe('Suspicious sessions', () => {
  const app = useApp({ settings: { TRUSTED_PROXIES: '1' } });

  const from = (address: string, agent = firefox) => ({ 'x-forwarded-for': address, 'user-agent': agent });

  async function logIn({ email }: Account, address: string, agent = firefox) {
    const body = { email, password };
    return sessionOf(bodyOf(await app.v2.POST('/api/v2/auth/login', { body, headers: from(address, agent) })));
  }

  /** Uses a session; returns whether it is suspicious then, as its user sees it. */
  async function use(token: string, address: string): Promise<string | null> {
    const { v2 } = clientsOf(app, token);
    const { data } = bodyOf(await v2.GET('/api/v2/me/sessions', { headers: from(address) }));
    return data.find(({ is_current }) => is_current)!.suspicion;
  }

  afterEach(() => {
    app.clock.reset();
  });

  describe('begun in a new place', () => {
    it('a first log-in is not suspicious: there is nothing to compare it with', async () => {
      const { session } = await logIn(await createAccountWithPassword(app), '192.0.2.17');
      expect(session).to.include({ suspicion: null, suspected_at: null });
    });

    it('a new program in a new network is', async () => {
      const account = await createAccountWithPassword(app);
      await logIn(account, '192.0.2.17');
      const { session } = await logIn(account, '198.51.100.4', chrome);
      expect(session.suspicion).to.equal('new_place');
      expect(Date.parse(session.suspected_at!)).to.be.closeTo(app.clock.now().getTime(), 10_000);
    });

    it('a known program in a new network, a new one in a known network, or a newer version of it is not', async () => {
      const account = await createAccountWithPassword(app);
      await logIn(account, '192.0.2.17');
      expect((await logIn(account, '198.51.100.4')).session.suspicion).to.equal(null);
      expect((await logIn(account, '192.0.2.200', chrome)).session.suspicion).to.equal(null);
      expect((await logIn(account, '203.0.113.9', laterFirefox)).session.suspicion).to.equal(null);
    });

    it('another port of an address, or another spelling of it, is no other place', async () => {
      const account = await createAccountWithPassword(app);
      for (const address of ['192.0.2.17:50001', '[2001:0db8:0001:0002:0003:0004:0005:0006]:50001']) {
        await logIn(account, address);
      }
      for (const address of ['192.0.2.17:50002', '2001:db8:1:2:3:4:5:6', '[2001:db8:1:2:3:4:5:6]:65535']) {
        const { session } = await logIn(account, address, chrome);
        expect(session.suspicion).to.equal(null);
        expect(session.address).to.equal(address.startsWith('192') ? '192.0.2.17' : '2001:db8:1:2:3:4:5:6');
      }
    });

    it('places are remembered beyond their sessions, and forgotten after 90 days', async () => {
      const account = await createAccountWithPassword(app);
      await logIn(account, '192.0.2.17');
      await logIn(account, '2001:db8:1::17');
      await app.query(
        `UPDATE user_places SET last_seen_at = last_seen_at - interval '91 days'
        WHERE user_id = $1 AND network LIKE '2001%'`,
        [account.user_id],
      );
      await app.query(
        `UPDATE user_addresses SET last_seen_at = last_seen_at - interval '91 days'
        WHERE user_id = $1 AND source LIKE '2001%'`,
        [account.user_id],
      );
      await app.query('DELETE FROM sessions WHERE user_id = $1', [account.user_id]);
      await app.query(`SELECT graphile_worker.add_job('sessions.sweep')`);
      await eventually(async () => {
        const sources = await app.query('SELECT source FROM user_addresses WHERE user_id = $1', [account.user_id]);
        expect(sources).to.deep.equal([{ source: '192.0.2.17' }]);
        const rows = await app.query('SELECT network FROM user_places WHERE user_id = $1', [account.user_id]);
        expect(rows).to.deep.equal([{ network: '192.0.2.0/24' }]);
      });
      expect((await logIn(account, '192.0.2.18', chrome)).session.suspicion).to.equal(null);
    });

    it('a second factor does not hide it', async () => {
      const account = await createAccountWithPassword(app);
      await logIn(account, '192.0.2.17');
      const { secret } = await turnOn(app, account);
      const headers = from('198.51.100.4', chrome);
      const body = { email: account.email, password };
      const challenge = bodyOf(await app.v2.POST('/api/v2/auth/login', { body, headers }));
      if (challenge.kind !== 'mfa_challenge') throw new Error('no challenge');
      const result = { challenge_token: challenge.challenge_token, code: codeOf(secret, app.clock.now()) };
      const started = bodyOf(await app.v2.POST('/api/v2/auth/login/mfa', { body: result, headers }));
      expect(started.session.suspicion).to.equal('new_place');
    });
  });

  describe('used from two networks', () => {
    it('within a minute it is', async () => {
      const { token } = await logIn(await createAccountWithPassword(app), '192.0.2.17');
      app.clock.advance(50_000);
      expect(await use(token, '198.51.100.4')).to.equal('two_networks');
    });

    it('within a minute after minutes of use it is, from whichever side', async () => {
      const { token } = await logIn(await createAccountWithPassword(app), '192.0.2.17');
      for (let minute = 0; minute < 5; minute++) {
        app.clock.advance(MINUTE_MS);
        expect(await use(token, '192.0.2.99')).to.equal(null);
      }
      expect(await use(token, '2001:db8:1::17')).to.equal('two_networks');
    });

    it('after more than a minute, or in one network, it is not', async () => {
      const { token } = await logIn(await createAccountWithPassword(app), '192.0.2.17');
      expect(await use(token, '192.0.2.254')).to.equal(null);
      app.clock.advance(MINUTE_MS + 5000);
      expect(await use(token, '198.51.100.4')).to.equal(null);
      app.clock.advance(MINUTE_MS + 5000);
      expect(await use(token, '192.0.2.17')).to.equal(null);
    });

    it('is use like any other: a session that moves does not idle', async () => {
      const { token } = await logIn(await createAccountWithPassword(app), '192.0.2.17');
      for (const address of ['198.51.100.4', '203.0.113.9', '192.0.2.17']) {
        app.clock.advance(11 * 60 * MINUTE_MS);
        expect(await use(token, address)).to.equal(null);
      }
    });

    it('is marked once, however many requests come at the same time', async () => {
      const { token, session } = await logIn(await createAccountWithPassword(app), '192.0.2.17');
      await Promise.all(Array.from({ length: 8 }, (_, index) => use(token, `198.51.${index}.4`)));
      const { events, audit } = await tracesOf(app, 'session', session.id);
      expect(events.map(({ type }) => type)).to.deep.equal(['session.created', 'session.suspicious']);
      expect(audit.map(({ action }) => action)).to.deep.equal(['session.create', 'session.suspect']);
    });
  });

  describe('in more than ten networks within an hour', () => {
    it('the eleventh is one too many', async () => {
      const { token } = await logIn(await createAccountWithPassword(app), '192.0.2.17');
      for (let network = 1; network <= 9; network++) {
        app.clock.advance(5 * MINUTE_MS);
        expect(await use(token, `198.51.${network}.4`)).to.equal(null);
      }
      app.clock.advance(5 * MINUTE_MS);
      expect(await use(token, '203.0.113.9')).to.equal('many_networks');
    });

    it('over a longer time they are not', async () => {
      const { token } = await logIn(await createAccountWithPassword(app), '192.0.2.17');
      for (let network = 1; network <= 12; network++) {
        app.clock.advance(7 * MINUTE_MS);
        expect(await use(token, `198.51.${network}.4`)).to.equal(null);
      }
    });

    it('a network that is used again counts once', async () => {
      const { token } = await logIn(await createAccountWithPassword(app), '192.0.2.17');
      for (let network = 1; network <= 9; network++) {
        app.clock.advance(5 * MINUTE_MS);
        expect(await use(token, `198.51.${network}.4`)).to.equal(null);
      }
      app.clock.advance(5 * MINUTE_MS);
      expect(await use(token, '198.51.8.4')).to.equal(null);
    });

    it('log-ins count, too', async () => {
      const account = await createAccountWithPassword(app);
      const suspicions: (string | null)[] = [];
      for (let network = 1; network <= 11; network++) {
        suspicions.push((await logIn(account, `198.51.${network}.4`)).session.suspicion);
      }
      expect(suspicions).to.deep.equal([...Array.from({ length: 10 }, () => null), 'many_networks']);
    });
  });

  describe('what follows', () => {
    it('tells the user by mail how to end it, and the way told works', async () => {
      const account = await createAccountWithPassword(app);
      const { token } = await logIn(account, '192.0.2.17');
      const { session, token: stranger } = await logIn(account, '198.51.100.4', chrome);
      const mail = await app.mail.next(account.email);
      expect(mail.subject).to.equal('Unusual activity in your Architect account');
      expect(mail.text).to.include('198.51.100.4').and.include('have not used before');
      const path = /DELETE http:\/\/\S+?(\/api\/v2\/me\/sessions\/[\da-f-]{36})/.exec(mail.text)![1]!;
      expect(path).to.include(session.id);
      const ended = await checkedFetch(`${app.url}${path}`, {
        method: 'DELETE',
        headers: { authorization: `Bearer ${token}` },
      });
      expect(ended.status).to.equal(204);
      expect((await clientsOf(app, stranger).v2.GET('/api/v2/me')).response.status).to.equal(401);
    });

    it('writes a few mails an hour at most', async () => {
      const account = await createAccountWithPassword(app);
      for (let count = 1; count <= 7; count++) {
        const { token, session } = await logIn(account, '192.0.2.17');
        expect(await use(token, '198.51.100.4')).to.equal('two_networks');
        await eventually(async () => {
          const [row] = await app.query('SELECT sent FROM account_mails WHERE email = $1', [account.email]);
          expect(row).to.deep.equal({ sent: count });
        });
        await clientsOf(app, token).v2.DELETE('/api/v2/me/sessions/{session_id}', {
          params: { path: { session_id: session.id } },
        });
      }
      await eventually(async () => {
        expect(await app.mail.all(account.email)).to.have.length(5);
      });
    });

    it('is recorded by nobody in particular, without changing who may use the session', async () => {
      const account = await createAccountWithPassword(app);
      const { token, session } = await logIn(account, '192.0.2.17');
      expect(await use(token, '198.51.100.4')).to.equal('two_networks');
      const { audit, events } = await tracesOf(app, 'session', session.id);
      const noticed = audit.find(({ action }) => action === 'session.suspect')!;
      expect(noticed.actor_id).to.equal(null);
      const actors = "SELECT actor_type FROM audit_log WHERE action = 'session.suspect' AND resource_id = $1";
      expect(await app.query(actors, [session.id])).to.deep.equal([{ actor_type: 'system' }]);
      expect(noticed.before).to.include({ suspicion: null });
      expect(noticed.after).to.include({ suspicion: 'two_networks' });
      const told = events.find(({ type }) => type === 'session.suspicious')!;
      expect(told.data).to.include({ id: session.id, user_id: account.user_id, suspicion: 'two_networks' });
      expect(await use(token, '203.0.113.9')).to.equal('two_networks');
    });

    it('operators filter by it, and see it counted', async () => {
      const operator = await createAccount(app, { is_operator: true });
      const account = await createAccountWithPassword(app);
      const { organization_id, user_id } = account;
      const { session } = await logIn(account, '192.0.2.17');
      const strange = await logIn(account, '198.51.100.4', chrome);
      const ids = async (is_suspicious: boolean): Promise<string[]> => {
        const params = { query: { user_id, is_suspicious } };
        return bodyOf(await operator.v2.GET('/api/v2/sessions', { params })).data.map(({ id }) => id);
      };
      expect(await ids(true)).to.deep.equal([strange.session.id]);
      expect(await ids(false)).to.deep.equal([session.id]);
      const params = { query: { organization_id } };
      const stats = bodyOf(await operator.v2.GET('/api/v2/sessions/stats', { params }));
      expect(stats).to.include({ active: 2, users: 1, suspicious: 1 });
    });

    it('writes nothing for a request that comes from where the last one came', async () => {
      const { token, session } = await logIn(await createAccountWithPassword(app), '192.0.2.17');
      // xmin is the transaction that wrote a row last.
      const rowOf = () =>
        app.query(
          `SELECT sessions.xmin AS session, user_places.xmin AS place FROM sessions JOIN user_places USING (user_id)
            WHERE id = $1`,
          [session.id],
        );
      const before = await rowOf();
      for (let count = 0; count < 3; count++) expect(await use(token, `192.0.2.${count + 1}`)).to.equal(null);
      expect(await rowOf())
        .to.deep.equal(before)
        .and.have.length(1);
    });
  });
});
