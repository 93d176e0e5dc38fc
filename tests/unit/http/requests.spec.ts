import { expect } from 'chai';
import { AppError } from '../../../src/problems/app-error.ts';
import { serve } from './fixture.ts';
import type { Served } from './fixture.ts';

describe('http: the way of a request', () => {
  let served: Served;
  const failures: Record<string, () => never> = {
    '/api/v2/rule': () => {
      throw new AppError('project_key_taken', 409, { key: 'CORE' }, { headers: { 'retry-after': '7' } });
    },
    '/api/v2/violations': () => {
      throw new AppError(
        'validation_failed',
        400,
        { count: 1 },
        { violations: [{ in: 'query', parameter: 'limit', code: 'maximum', detail: 'must be <= 100' }] },
      );
    },
    '/api/v2/bug': () => {
      throw new TypeError('secret: the pool is at 10.0.0.1');
    },
    '/api/v2/unknown-code': () => {
      throw new AppError('no_such_code', 409);
    },
    '/api/v2/down': () => {
      throw new AppError('service_unavailable', 503, {}, { cause: new Error('connect ECONNREFUSED') });
    },
  };

  before(async () => {
    served = await serve({
      v1: (context) => {
        if (context.path === '/api/v1/rule') throw new AppError('project_key_taken', 409, { key: 'CORE' });
        context.body = { version: 'v1', path: context.path };
      },
      v2: (context) => {
        context.state.operation = {
          id: 'getThing',
          version: 'v2',
          path: '/api/v2/things/{thing_id}',
          rateClass: 'read',
        };
        if (context.path in failures) context.set({ ETag: '"1"', 'Cache-Control': 'private, no-cache' });
        failures[context.path]?.();
        context.body = { version: 'v2', path: context.path, query: context.querystring, address: context.ip };
      },
    });
  });
  after(() => served.close());

  describe('request id', () => {
    it("keeps the caller's when it is a plain token", async () => {
      const response = await served.get('/api/v2/things', { 'x-request-id': 'build-7.a_B' });
      expect(response.headers['x-request-id']).to.equal('build-7.a_B');
    });

    for (const [what, value] of [
      ['too long', 'a'.repeat(65)],
      ['with spaces', 'a b'],
      ['with other characters', 'a"b'],
      ['empty', ''],
    ] as const) {
      it(`makes one when the caller's is ${what}`, async () => {
        const response = await served.get('/api/v2/things', { 'x-request-id': value });
        expect(response.headers['x-request-id']).to.match(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
      });
    }

    it('stands in the problem and in the log line', async () => {
      const response = await served.get('/api/v2/rule', { 'x-request-id': 'trace-1' });
      expect(response.json()['request_id']).to.equal('trace-1');
      const line = served.lines.find((entry) => entry['request_id'] === 'trace-1');
      expect(line).to.include({
        path: '/api/v2/rule',
        status: 409,
        problem: 'project_key_taken',
        operation: 'getThing',
      });
    });
  });

  describe('problems', () => {
    it('words an AppError as the catalogue does', async () => {
      const response = await served.get('/api/v2/rule?q=1', { 'x-request-id': 'r-2' });
      expect(response.status).to.equal(409);
      expect(response.headers['content-type']).to.equal('application/problem+json; charset=utf-8');
      expect(response.headers['retry-after']).to.equal('7');
      expect(response.json()).to.deep.equal({
        type: '/api/problems/project_key_taken',
        title: 'The project key is taken',
        status: 409,
        detail: 'Another project of the organization has the key CORE.',
        instance: '/api/v2/rule',
        code: 'project_key_taken',
        request_id: 'r-2',
      });
    });

    it('has neither the tag nor the caching of the response that it replaces', async () => {
      for (const path of Object.keys(failures)) {
        const { headers } = await served.get(path);
        expect([headers.etag, headers['cache-control']], path).to.deep.equal([undefined, 'no-store']);
      }
    });

    it('lists the violations of a 400', async () => {
      const response = await served.get('/api/v2/violations');
      expect(response.status).to.equal(400);
      expect(response.json()['errors']).to.deep.equal([
        { in: 'query', parameter: 'limit', code: 'maximum', detail: 'must be <= 100' },
      ]);
    });

    it('returns v1 in its own shape', async () => {
      const response = await served.get('/api/v1/rule');
      expect(response.status).to.equal(409);
      expect(response.headers['content-type']).to.equal('application/json; charset=utf-8');
      expect(response.json()).to.deep.equal({
        code: 'project_key_taken',
        message: 'Another project of the organization has the key CORE.',
        details: [],
      });
    });

    it('says nothing about a bug, and logs it with its stack', async () => {
      const response = await served.get('/api/v2/bug', { 'x-request-id': 'bug-1' });
      expect(response.status).to.equal(500);
      expect(response.json()['code']).to.equal('internal_error');
      expect(response.text).to.not.contain('secret').and.not.contain('TypeError');
      const line = served.lines.find((entry) => entry['request_id'] === 'bug-1' && entry['err'] !== undefined);
      expect(line?.['level']).to.equal(50);
      expect(line?.['err']).to.have.property('stack').that.contains('requests.spec.ts');
    });

    it('takes a code that the catalogue does not know for a bug', async () => {
      const response = await served.get('/api/v2/unknown-code');
      expect(response.status).to.equal(500);
      expect(response.json()['code']).to.equal('internal_error');
    });

    it('warns once of a dependency that is down, with its cause', async () => {
      for (let requests = 0; requests < 3; requests++) {
        expect((await served.get('/api/v2/down')).status).to.equal(503);
      }
      const lines = served.lines.filter(({ reason }) => reason === 'connect ECONNREFUSED');
      expect(lines.map(({ level, msg }) => [level, msg])).to.deep.equal([
        [40, 'what requests depend on failed; it is tried again'],
      ]);
    });

    it('has no body for HEAD', async () => {
      const response = await served.send('HEAD', '/api/v2/rule');
      expect(response.status).to.equal(409);
      expect(response.text).to.equal('');
      expect(Number(response.headers['content-length'])).to.be.greaterThan(100);
    });

    it('makes a valid reference of any path', async () => {
      const response = await served.get('/nowhere/%zz|"');
      expect(response.status).to.equal(404);
      expect(response.json()['instance']).to.equal('/nowhere/%25zz%7C%22');
    });

    it('names no more than a thousand characters of a path', async () => {
      const response = await served.get(`/nowhere/${'x'.repeat(2000)}`);
      expect(response.json()['instance']).to.equal(`/nowhere/${'x'.repeat(991)}`);
    });

    it('makes no link of the header Host', async () => {
      const response = await served.get('/nowhere', { host: 'evil.example' });
      expect(response.json()['type']).to.equal('/api/problems/not_found');
      expect(response.text).to.not.contain('evil');
    });
  });

  describe('headers', () => {
    const everywhere = {
      'strict-transport-security': 'max-age=31536000; includeSubDomains',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'x-xss-protection': '1; mode=block',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'referrer-policy': 'no-referrer',
      'permissions-policy':
        'accelerometer=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
      'api-version': 'v2',
    };

    for (const path of ['/api/v2/things', '/api/v2/rule', '/api/v2/bug', '/nowhere', '/health']) {
      it(`stand on ${path}`, async () => {
        const response = await served.get(path);
        expect(response.headers).to.include(everywhere);
        expect(response.headers).to.not.have.any.keys('x-powered-by', 'server');
      });
    }
  });

  describe('dispatch', () => {
    it('gives versioned paths and health to their engines', async () => {
      expect((await served.get('/api/v1/things?a=1')).json()).to.include({ version: 'v1', path: '/api/v1/things' });
      expect((await served.get('/api/v2/things?a=1')).json()).to.include({ version: 'v2', query: 'a=1' });
      expect((await served.get('/health/readiness')).json()).to.include({ version: 'v2', path: '/health/readiness' });
    });

    for (const path of ['/healthy', '/api/v3/things', '/apiary', '/etc/passwd', '*']) {
      it(`knows nothing of ${path}`, async () => {
        const response = await served.get(path);
        expect(response.status).to.equal(404);
        expect(response.json()['code']).to.equal('not_found');
      });
    }
  });

  describe('address', () => {
    it('ignores X-Forwarded-For where no proxy is trusted', async () => {
      const response = await served.get('/api/v2/things', { 'x-forwarded-for': '203.0.113.9' });
      expect(response.json()['address']).to.equal('127.0.0.1');
    });

    it('takes the entry that the trusted proxy wrote', async () => {
      const other = await serve({
        settings: { trustedProxies: 1 },
        v2: (context) => void (context.body = { address: context.ip }),
      });
      const response = await other.get('/api/v2/things', { 'x-forwarded-for': '10.9.9.9, 203.0.113.9' });
      await other.close();
      expect(response.json()['address']).to.equal('203.0.113.9');
    });
  });

  describe('log', () => {
    it('says how many bytes were answered, also of a body that was made while it was sent', async () => {
      const pieces = ['Ünïcödé', 'twice'];
      const other = await serve({
        v2: (context) => {
          if (context.path === '/api/v2/things') {
            context.body = pieces.join('');
            return;
          }
          context.respond = false;
          for (const piece of pieces) context.res.write(piece);
          context.state.streamed_bytes = Buffer.byteLength(pieces.join(''));
          context.res.end();
        },
      });
      for (const path of ['/api/v2/things', '/api/v2/streams'])
        expect((await other.get(path)).text).to.equal(pieces.join(''));
      await other.close();
      const told = other.lines.filter(({ msg }) => msg === 'request').map((line) => line['response_bytes']);
      expect(told).to.deep.equal([16, 16]);
    });

    it('holds no query, header or cookie', async () => {
      await served.get('/api/v2/things?token=canary-1', { authorization: 'Bearer canary-2', cookie: 'a=canary-3' });
      expect(JSON.stringify(served.lines)).to.not.contain('canary');
    });
  });

  describe('metrics', () => {
    it('count requests, errors and latency by operation', async () => {
      const other = await serve({
        v2: (context) => {
          context.state.operation = {
            id: 'getTask',
            version: 'v2',
            path: '/api/v2/tasks/{task_id}',
            rateClass: 'read',
          };
          if (context.path === '/api/v2/rule') throw new AppError('not_found', 404);
          context.body = {};
        },
      });
      await other.get('/api/v2/things');
      await other.get('/api/v2/rule');
      await other.get('/nowhere');
      await other.get('/nowhere/else');
      const { text } = await other.get('/metrics');
      await other.close();
      expect(text).to.contain('http_requests_total{operation_id="getTask",version="v2",class="read",status="200"} 1');
      // One series for all paths that nobody serves, so that strangers cannot create series.
      expect(text).to.contain('http_requests_total{operation_id="none",version="none",class="none",status="404"} 2');
      expect(text).not.to.contain('nowhere');
      expect(text).to.contain('http_request_errors_total{operation_id="getTask",version="v2",code="not_found"} 1');
      expect(text).to.match(
        /http_request_duration_seconds_count\{operation_id="getTask",version="v2",class="read"\} 2/,
      );
      expect(text).to.contain('http_requests_in_flight 1');
    });
  });
});
