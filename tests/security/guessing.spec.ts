import { expect } from 'chai';
import { useApp } from '../support/app.ts';
import { newAddress, password } from '../support/passwords.ts';
import { refusalOf } from '../support/scene.ts';

describe('guessing from a network of many addresses', () => {
  const post = (app: ReturnType<typeof useApp>, email: string, address: string) =>
    app.v2.POST('/api/v2/auth/login', { body: { email, password }, headers: { 'x-forwarded-for': address } });

  describe('by failures', () => {
    const app = useApp({ settings: { TRUSTED_PROXIES: '1' } });

    it('an IPv6 network that one customer has waits as one address does', async () => {
      await post(app, newAddress(), '2001:db8:1:2::1');
      await app.query(
        `UPDATE login_throttles SET failures = 60, blocked_until = $1 WHERE subject LIKE 'address 2001:%'`,
        [new Date(app.clock.now().getTime() + 60_000)],
      );
      const result = await post(app, newAddress(), '2001:db8:1:2:ffff::2');
      expect(refusalOf(result)).to.deep.equal({ status: 429, code: 'rate_limited' });
      expect((await post(app, newAddress(), '2001:db8:1:3::1')).response.status).to.equal(401);
    });
  });

  describe('at one account', () => {
    const app = useApp({ settings: { TRUSTED_PROXIES: '1' } });
    // The wait is of one second.
    before(() => app.clock.hold());

    it('waits whatever the case of its letters, and wherever the guesses come from', async () => {
      const email = newAddress();
      const spellings = [
        email,
        email.toUpperCase(),
        email.replace('ada', 'Ada'),
        email.replace('meridian', 'Meridian'),
      ];
      const statuses = [];
      for (let guess = 0; guess < 13; guess++) {
        statuses.push((await post(app, spellings[guess % 4]!, `198.51.100.${guess}`)).response.status);
      }
      // Ten are free, and the eleventh makes all others wait.
      expect(statuses).to.deep.equal([...Array.from({ length: 11 }, () => 401), 429, 429]);
      expect((await post(app, newAddress(), '198.51.100.1')).response.status).to.equal(401);
    });
  });

  describe('by the quota of its class', () => {
    const app = useApp({ settings: { TRUSTED_PROXIES: '1', RATE_LIMIT_AUTH: '2' } });

    it('an IPv6 network that one customer has shares one', async () => {
      const statuses = [];
      for (const last of ['a', 'b', 'c']) {
        statuses.push((await post(app, newAddress(), `2001:db8:5:6:${last}::1`)).response.status);
      }
      expect(statuses).to.deep.equal([401, 401, 429]);
    });

    it('an address shares one over all its ports', async () => {
      const statuses = [];
      for (const port of [50_001, 50_002, 50_003]) {
        statuses.push((await post(app, newAddress(), `203.0.113.11:${port}`)).response.status);
      }
      expect(statuses).to.deep.equal([401, 401, 429]);
    });
  });
});
