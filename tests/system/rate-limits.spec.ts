import { expect } from 'chai';
import { Redis } from 'ioredis';
import { loadConfig } from '../../src/config.ts';
import { RateLimiter } from '../../src/contract/access/rate-limits.ts';
import { AppError } from '../../src/problems/app-error.ts';
import { createAccount } from '../support/accounts.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { checkedFetch } from '../support/contract/checked-fetch.ts';
import { bodyOf } from '../support/factories.ts';
import { startRedis, type RedisServer } from '../support/redis-server.ts';
import { bearer } from '../support/sample-request.ts';

// Against a real Redis: one that a test makes up does not know what its keys mean.

describe('rate limits that processes share through Redis', function () {
  this.timeout(60_000);
  let redis: RedisServer;
  const clients: Redis[] = [];
  const names = Object.keys(loadConfig({ NODE_ENV: 'test', DATA_DIR: '.data/test' }).rateLimits.perMinute);

  before(async () => {
    redis = await startRedis();
  });
  after(async () => {
    for (const client of clients) client.disconnect();
    await redis.stop();
  });

  /** The limiter of one process. */
  async function limiterOf(max: number, windowMs = 60_000): Promise<RateLimiter> {
    const client = new Redis(redis.url);
    clients.push(client);
    await client.ping();
    return new RateLimiter({
      classes: Object.fromEntries(names.map((name) => [name, { max, windowMs }])),
      clientsMax: 100,
      redis: client,
      log: { warn: (_fields, message) => expect.fail(message), info: () => undefined },
    });
  }

  async function isCounted(limiter: RateLimiter, name: string, client: string): Promise<boolean> {
    try {
      await limiter.count(name, client);
      return true;
    } catch (error) {
      expect(error).to.be.instanceOf(AppError).with.property('code', 'rate_limited');
      return false;
    }
  }

  for (const name of names) {
    it(`the class ${name} is used up for one client over all processes, and no other class with it`, async () => {
      const client = `client of ${name}`;
      const processes = [await limiterOf(2), await limiterOf(2)] as const;
      expect(await isCounted(processes[0], name, client)).to.equal(true);
      expect(await isCounted(processes[1], name, client)).to.equal(true);
      for (const limiter of processes) expect(await isCounted(limiter, name, client)).to.equal(false);
      for (const other of names.filter((one) => one !== name)) {
        expect(await isCounted(processes[0], other, client), other).to.equal(true);
      }
      expect(await isCounted(processes[1], name, `another ${client}`)).to.equal(true);
    });
  }

  it('a quota is whole again once its window is over', async () => {
    const limiter = await limiterOf(1, 300);
    expect(await isCounted(limiter, 'read', 'brief')).to.equal(true);
    expect(await isCounted(limiter, 'read', 'brief')).to.equal(false);
    const client = new Redis(redis.url);
    clients.push(client);
    const keys = await client.keys('*read*brief*');
    expect(keys).to.have.length(1);
    expect(await client.pttl(keys[0]!)).to.be.within(0, 300);
  });

  describe('two servers', () => {
    const servers: TestApp[] = [];
    before(async () => {
      const settings = { REDIS_URL: redis.url, RATE_LIMIT_READ: '3', RATE_LIMIT_WRITE: '3', RATE_LIMIT_PAGES: '3' };
      servers.push(await startApp({ settings }), await startApp({ settings }));
    });
    after(async () => {
      for (const server of servers) await server.stop();
    });

    it('tell in /health/detailed that the server of their cache responds', async () => {
      const operator = await createAccount(servers[0]!, { is_operator: true });
      const { cache } = bodyOf(await operator.v2.GET('/health/detailed'));
      expect(cache).to.deep.include({ status: 'healthy', facts: [{ name: 'server_configured', value: 1 }] });
    });

    const statusAt = async (server: TestApp, path: string, init: RequestInit = {}): Promise<number> =>
      (await checkedFetch(`${server.url}${path}`, init)).status;

    it('give one address one quota of pages', async () => {
      const [first, second] = servers as [TestApp, TestApp];
      const statuses = [];
      for (const server of [first, second, first, second, first]) statuses.push(await statusAt(server, '/api/docs'));
      expect(statuses).to.deep.equal([200, 200, 200, 429, 429]);
    });

    it('count reads and writes of one key apart', async () => {
      const [server] = servers as [TestApp];
      const headers = { ...bearer(await createAccount(server)), 'content-type': 'application/json' };
      const read = () => statusAt(server, '/api/v2/projects', { headers });
      const write = () => statusAt(server, '/api/v2/organizations', { method: 'POST', headers, body: '{}' });
      const reads = [await read(), await read(), await read(), await read()];
      expect(reads).to.deep.equal([200, 200, 200, 429]);
      expect([await write(), await write(), await write(), await write()]).to.deep.equal([400, 400, 400, 429]);
    });
  });
});
