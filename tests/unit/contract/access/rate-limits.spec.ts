import { expect } from 'chai';
import { BoundedMap } from '../../../../src/contract/access/bounded-map.ts';
import { RateLimiter, type RateLimitSettings } from '../../../../src/contract/access/rate-limits.ts';
import { AppError } from '../../../../src/problems/app-error.ts';
import { silentLogger } from '../../../support/silent-logger.ts';
import { eventually } from '../../../support/eventually.ts';
import { serveEngine, workingHandlers, type ServedEngine } from '../../../support/engine/served-engine.ts';

const minute = 60_000;

function limiterOf(classes: Record<string, number>, rest: Partial<RateLimitSettings> = {}): RateLimiter {
  return new RateLimiter({
    classes: Object.fromEntries(Object.entries(classes).map(([name, max]) => [name, { max, windowMs: minute }])),
    clientsMax: 100,
    redis: undefined,
    log: silentLogger,
    ...rest,
  });
}

describe('rate limits', () => {
  describe('RateLimiter', () => {
    it('counts down, then refuses with Retry-After', async () => {
      const limiter = limiterOf({ read: 2 });
      expect(await limiter.count('read', 'a')).to.deep.equal({ policy: '"read";q=2;w=60', limit: '"read";r=1;t=60' });
      expect((await limiter.count('read', 'a'))?.limit).to.equal('"read";r=0;t=60');
      const refusal = await limiter.count('read', 'a').catch((error: unknown) => error);
      expect(refusal).to.be.instanceOf(AppError);
      expect(refusal).to.include({ code: 'rate_limited', status: 429 });
      expect((refusal as AppError).headers).to.deep.equal({
        'retry-after': '60',
        'ratelimit-policy': '"read";q=2;w=60',
        ratelimit: '"read";r=0;t=60',
      });
    });
    it('counts clients and classes apart', async () => {
      const limiter = limiterOf({ read: 1, write: 1 });
      for (const [name, client] of [
        ['read', 'a'],
        ['read', 'b'],
        ['write', 'a'],
      ] as const) {
        expect((await limiter.count(name, client))?.limit).to.include('r=0');
      }
    });
    it('has no quota for a class that is not configured', async () => {
      expect(await limiterOf({}).count('read', 'a')).to.equal(undefined);
    });
    it('forgets the oldest client beyond its bound', async () => {
      const limiter = limiterOf({ read: 1 }, { clientsMax: 2 });
      for (const client of ['a', 'b', 'c']) await limiter.count('read', client);
      expect((await limiter.count('read', 'a'))?.limit).to.include('r=0');
    });
    it('counts in this process when Redis fails, says so once, and does not ask again at once', async () => {
      let asked = 0;
      const warnings: object[] = [];
      const redis = {
        ratelimiter: async () => {
          asked += 1;
          throw new Error('connection refused');
        },
      };
      const limiter = limiterOf(
        { read: 2 },
        { redis, log: { warn: (fields: object) => warnings.push(fields), info: () => undefined } },
      );
      await limiter.count('read', 'a');
      await limiter.count('read', 'a');
      expect(await limiter.count('read', 'a').catch((error: unknown) => error)).to.include({ code: 'rate_limited' });
      expect([asked, warnings.length]).to.deep.equal([1, 1]);
    });
    it('does not wait for a Redis that hangs', async () => {
      const redis = { ratelimiter: () => new Promise(() => undefined) };
      const limiter = limiterOf({ read: 2 }, { redis });
      const before = performance.now();
      expect((await limiter.count('read', 'a'))?.limit).to.include('r=1');
      expect(performance.now() - before).to.be.lessThan(5000);
    });
    it('says for how long a client is refused, and lets it come again after that', async () => {
      const limiter = new RateLimiter({
        classes: { address: { max: 1, windowMs: 50 } },
        clientsMax: 10,
        redis: undefined,
        log: silentLogger,
      });
      const isOpen = (client: string): boolean => {
        try {
          limiter.assertOpen('address', client);
          return true;
        } catch (error) {
          expect((error as AppError).headers['retry-after']).to.equal('1');
          return false;
        }
      };
      await limiter.count('address', 'a');
      expect(isOpen('a')).to.equal(true);
      await limiter.count('address', 'a').catch(() => undefined);
      expect([isOpen('a'), isOpen('b')]).to.deep.equal([false, true]);
      await eventually(async () => expect(isOpen('a')).to.equal(true));
    });
    it('takes what Redis has counted for all processes', async () => {
      const reset = Math.floor(Date.now() / 1000) + 30;
      const redis = { ratelimiter: async () => [5, reset, 10] };
      expect((await limiterOf({ read: 10 }, { redis }).count('read', 'a'))?.limit).to.match(/^"read";r=4;t=(?:29|30)$/);
    });
  });

  describe('in the engine', () => {
    let served: ServedEngine;

    before(async () => {
      const rateLimiter = limiterOf({ read: 3, write: 50, auth: 3, public: 2 });
      served = await serveEngine(workingHandlers, { rateLimiter });
    });
    after(() => served.close());

    const read = (token: string) =>
      served.request('GET', '/api/v2/notes', { headers: { authorization: `Bearer ${token}` } });
    const signIn = (email: string) =>
      served.request('POST', '/api/v2/sign-in', {
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email }),
      });

    it('give all sessions of a user one quota, each API key its own, and say what is left', async () => {
      const [first, second] = [await read('member'), await read('admin')];
      expect([first, second].map(({ headers }) => headers.get('ratelimit')?.slice(0, 11))).to.deep.equal([
        '"read";r=2;',
        '"read";r=1;',
      ]);
      expect(first.headers.get('ratelimit-policy')).to.equal('"read";q=3;w=60');
      expect((await read('member:notes:read')).headers.get('ratelimit')).to.include('r=2');
      await read('owner');
      const refused = await read('member');
      expect([refused.status, refused.code]).to.deep.equal([429, 'rate_limited']);
      expect(Number(refused.headers.get('retry-after'))).to.be.within(1, 60);
      expect(refused.headers.get('ratelimit')).to.include('r=0');
    });
    it('limit public operations by address', async () => {
      const statuses = [1, 2, 3].map(() => served.request('GET', '/api/v2/notes/stats'));
      expect((await Promise.all(statuses)).map(({ status }) => status).sort()).to.deep.equal([200, 200, 429]);
    });
    it('never count by account, which would let strangers lock its owner out', async () => {
      const counted: string[] = [];
      const count = async (name: string, client: string) => counted.push(`${name} ${client}`) && undefined;
      const wide = await serveEngine(workingHandlers, { rateLimiter: { count } as unknown as RateLimiter });
      await wide.request('POST', '/api/v2/sign-in', {
        headers: { 'content-type': 'application/json' },
        body: '{"email":"Ann@Example.org"}',
      });
      expect(counted).to.deep.equal(['auth 127.0.0.1']);
      await wide.close();
    });
    it('refuse an address that has failed to authenticate too often, whatever it sends then, and no other', async () => {
      const limited = await serveEngine(workingHandlers, { rateLimiter: limiterOf({ address: 3, public: 10 }) });
      const ask = async (authorization?: string): Promise<number> => {
        const headers = authorization === undefined ? {} : { authorization };
        return (await limited.request('GET', '/api/v2/notes', { headers })).status;
      };
      const statuses = [await ask('Bearer wrong'), await ask('Bearer member'), await ask(), await ask('Bearer other')];
      expect(statuses).to.deep.equal([401, 200, 401, 401]);
      expect([await ask('Bearer wrong'), await ask('Bearer member'), await ask()]).to.deep.equal([429, 429, 429]);
      expect((await limited.request('GET', '/api/v2/notes/stats')).status).to.equal(200);
      await limited.close();
    });
    it('count what was authenticated against nothing but its own class', async () => {
      const limited = await serveEngine(workingHandlers, { rateLimiter: limiterOf({ address: 1, read: 50 }) });
      const headers = { authorization: 'Bearer member' };
      for (let sent = 0; sent < 10; sent++) {
        expect((await limited.request('GET', '/api/v2/notes', { headers })).status).to.equal(200);
      }
      await limited.close();
    });
    it('limit log-in by address', async () => {
      const statuses: number[] = [];
      for (const name of ['a', 'b', 'c', 'd']) statuses.push((await signIn(`${name}@example.org`)).status);
      expect(statuses).to.deep.equal([204, 204, 204, 429]);
    });
  });

  describe('BoundedMap', () => {
    it('keeps the newest entries', () => {
      const map = new BoundedMap<string, number>(2).set('a', 1).set('b', 2).set('a', 3).set('c', 4);
      expect([...map]).to.deep.equal([
        ['b', 2],
        ['c', 4],
      ]);
    });
  });
});
