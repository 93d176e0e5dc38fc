import { expect } from 'chai';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { EventEmitter, once } from 'node:events';
import { Agent, request, type Server } from 'node:http';
import { serve } from './fixture.ts';
import type { Served } from './fixture.ts';

function parts(text: string): { status: number; headers: string; body: Record<string, unknown> } {
  const [head = '', body = ''] = text.split('\r\n\r\n');
  return {
    status: Number(head.split(' ')[1]),
    headers: head.toLowerCase(),
    body: JSON.parse(body) as Record<string, unknown>,
  };
}

describe('http: connections', () => {
  it('are limited in number, and in the time for a request, unless the caller of `listen` says otherwise', async () => {
    const seen: Server[] = [];
    const note = (message: unknown): void => void seen.push((message as { server: Server }).server);
    subscribe('http.server.request.start', note);
    const served = await serve();
    await served.get('/health');
    unsubscribe('http.server.request.start', note);
    await served.close();
    expect(seen[0]).to.include({
      headersTimeout: 10_000,
      requestTimeout: 60_000,
      keepAliveTimeout: 75_000,
      maxConnections: 10_000,
      maxHeadersCount: 0,
    });
  });

  describe('what is not HTTP', () => {
    let served: Served;
    before(async () => {
      served = await serve({
        v2: async (context) => {
          if (context.method === 'POST') await once(context.req.resume(), 'end');
          context.body = {};
        },
        limits: { headersTimeoutMs: 150, requestTimeoutMs: 300, checkIntervalMs: 50 },
      });
    });
    after(() => served.close());

    for (const [what, bytes, status, code] of [
      ['no HTTP at all', 'hello\r\n\r\n', 400, 'malformed_request'],
      ['a header with a null byte', 'GET /health HTTP/1.1\r\nHost: a\r\nX-A: a\0b\r\n\r\n', 400, 'malformed_request'],
      ['a header without a name', 'GET /health HTTP/1.1\r\nHost: a\r\n: b\r\n\r\n', 400, 'malformed_request'],
      [
        'two lengths',
        'POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n',
        400,
        'malformed_request',
      ],
      [
        'a length beside chunks',
        'POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n',
        400,
        'malformed_request',
      ],
      ['no Host', 'GET /health HTTP/1.1\r\nConnection: close\r\n\r\n', 400, 'malformed_request'],
      ['two Hosts', 'GET /health HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n', 400, 'malformed_request'],
      ['a Host that is none', 'GET /health HTTP/1.1\r\nHost: a/b\r\n\r\n', 400, 'malformed_request'],
      ['a Host with a user', 'GET /health HTTP/1.1\r\nHost: u@a\r\n\r\n', 400, 'malformed_request'],
      ['HTTP/0.9', 'GET /health\r\n\r\n', 400, 'malformed_request'],
      // The first of these once ended the process: Koa's parser throws on them wherever the path is asked for.
      ['a target that is no URL', 'GET http://[::1/health HTTP/1.1\r\nHost: a\r\n\r\n', 400, 'malformed_request'],
      ['a target with a port that is none', 'GET http://a:x/ HTTP/1.1\r\nHost: a\r\n\r\n', 400, 'malformed_request'],
      ['a path that hides a host', 'GET //u@[::1#/health HTTP/1.1\r\nHost: a\r\n\r\n', 400, 'malformed_request'],
      ['a target with a fragment', 'GET /health#a HTTP/1.1\r\nHost: a\r\n\r\n', 400, 'malformed_request'],
      ['a target of another scheme', 'GET ftp://a/health HTTP/1.1\r\nHost: a\r\n\r\n', 400, 'malformed_request'],
      [
        'a transfer coding that we do not undo',
        'POST /a HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n',
        400,
        'malformed_request',
      ],
      [
        'chunks in HTTP/1.0',
        'POST /a HTTP/1.0\r\nConnection: keep-alive\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
        400,
        'malformed_request',
      ],
      [
        'headers beyond the bound',
        `GET /health HTTP/1.1\r\nHost: a\r\nX-A: ${'a'.repeat(20_000)}\r\n\r\n`,
        431,
        'header_too_large',
      ],
      [
        'headers beyond what is read',
        `GET /health HTTP/1.1\r\nHost: a\r\nX-A: ${'a'.repeat(70_000)}\r\n\r\n`,
        431,
        'header_too_large',
      ],
      [
        'many headers beyond the bound',
        `GET /health HTTP/1.1\r\nHost: a\r\n${'X-A: a\r\n'.repeat(6_000)}\r\n`,
        431,
        'header_too_large',
      ],
      ['a URL beyond the bound', `GET /${'a'.repeat(20_000)} HTTP/1.1\r\nHost: a\r\n\r\n`, 431, 'header_too_large'],
      ['CONNECT', 'CONNECT a.example:443 HTTP/1.1\r\nHost: a.example\r\n\r\n', 400, 'malformed_request'],
      ['headers that do not end', 'GET /health HTTP/1.1\r\nHost: a\r\n', 408, 'request_timeout'],
    ] as const) {
      it(`returns ${what} with ${status}`, async () => {
        const response = parts(await served.raw(bytes));
        expect(response.status).to.equal(status);
        expect(response.body).to.include({ code, status });
        expect(response.headers).to.contain('content-type: application/problem+json');
        expect(response.headers).to.contain("content-security-policy: default-src 'none'; frame-ancestors 'none'");
        expect(response.headers).to.contain('strict-transport-security:');
        expect(response.headers).to.contain(`x-request-id: ${String(response.body['request_id'])}`);
        expect(response.headers).to.contain('connection: close');
      });
    }

    for (const [what, bytes, status, code] of [
      ['a body whose chunks are broken', 'Transfer-Encoding: chunked\r\n\r\nZZ\r\n', 400, 'malformed_request'],
      ['a body that does not come', 'Content-Length: 10\r\n\r\nabc', 408, 'request_timeout'],
    ] as const) {
      it(`returns ${what} once, with ${status}, while the handler waits for it`, async () => {
        const text = await served.raw(`POST /api/v2/body HTTP/1.1\r\nHost: a\r\n${bytes}`);
        expect(text.match(/HTTP\/1\.1 /g)).to.have.length(1);
        expect(parts(text).body).to.include({ code, status });
      });
    }

    it('does not take an expectation for a reason to refuse', async () => {
      const response = parts(
        await served.raw('GET /health HTTP/1.1\r\nHost: a\r\nExpect: wonders\r\nConnection: close\r\n\r\n'),
      );
      expect(response.status).to.equal(200);
    });

    for (const host of ['', 'a', 'a.example:8080', '127.0.0.1:80', '[::1]:8080']) {
      it(`takes "${host}" as a Host`, async () => {
        const response = parts(await served.raw(`GET /health HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`));
        expect(response.status).to.equal(200);
      });
    }

    it('reads the absolute form of a target as its path, and never as a host', async () => {
      const response = parts(
        await served.raw('GET http://evil.example/none?a=1 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n'),
      );
      expect(response.status).to.equal(404);
      expect(response.body).to.include({ code: 'not_found', instance: '/none' });
      // Without a path it is the root, which leads to the start page here.
      const root = await served.raw('GET http://evil.example?a=1 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n');
      expect(root)
        .to.match(/^HTTP\/1\.1 302 /)
        .and.match(/^Location: \/api\r$/im);
    });

    it('takes the first neither of two credentials nor of two media types', async () => {
      const twice = await serve({
        v2: (context) => {
          const { authorization, 'content-type': type } = context.headers;
          context.body = { authorization, type };
        },
      });
      const lines = ['Authorization: a', 'Authorization: b', 'Content-Type: a', 'Content-Type: b', 'Connection: close'];
      const response = parts(await twice.raw(`GET /api/v2/a HTTP/1.1\r\nHost: a\r\n${lines.join('\r\n')}\r\n\r\n`));
      await twice.close();
      expect(response.body).to.deep.equal({ authorization: 'a, b', type: 'a, b' });
    });

    it('returns a complete request before it cuts the rubbish behind it', async () => {
      const text = await served.raw('GET /health HTTP/1.1\r\nHost: a\r\n\r\nrubbish\r\n\r\n');
      expect(text).to.not.match(/^HTTP\/1\.1 400[\s\S]*HTTP\/1\.1 200/);
    });

    it('writes nothing that the caller could take for the response to an earlier request', async () => {
      const slow = await serve({
        v2: async (context) => {
          await once(context.res, 'close');
        },
      });
      const text = await slow.raw('GET /api/v2/slow HTTP/1.1\r\nHost: a\r\n\r\nrubbish\r\n\r\n').catch(() => '');
      await slow.close();
      expect(text).to.equal('');
    });
  });

  describe('a caller that goes away', () => {
    it('is logged and counted without a status', async () => {
      const events = new EventEmitter();
      const served = await serve({
        v2: async (context) => {
          events.emit('arrived');
          await once(context.res, 'close');
          events.emit('gone');
        },
      });
      const outgoing = request({ port: served.port, host: '127.0.0.1', path: '/api/v2/slow', agent: false });
      outgoing.on('error', () => undefined);
      outgoing.end();
      await once(events, 'arrived');
      outgoing.destroy();
      await once(events, 'gone');
      const { text } = await served.get('/metrics');
      await served.close();
      expect(served.lines[0]).to.include({ path: '/api/v2/slow', aborted: true }).and.not.have.property('status');
      expect(text).to.contain(
        'http_requests_total{operation_id="none",version="none",class="none",status="aborted"} 1',
      );
    });
  });

  describe('drain', () => {
    it('lets a running request finish, tells its connection to close and takes no new one', async () => {
      let release = (): void => undefined;
      let arrived = (): void => undefined;
      const hasArrived = new Promise<void>((resolve) => (arrived = resolve));
      const served = await serve({
        v2: async (context) => {
          arrived();
          await new Promise<void>((resolve) => (release = resolve));
          context.body = { done: true };
        },
      });
      const running = keepAlive(served.port, '/api/v2/slow');
      await hasArrived;
      const closed = served.listener.close({ limitMs: 5000 });
      const refusal = await served.get('/api/v2/other').catch((error: unknown) => error);
      expect(refusal).to.have.property('code', 'ECONNREFUSED');
      release();
      const response = await running;
      expect(response).to.deep.equal({ status: 200, connection: 'close' });
      expect(await closed).to.equal(true);
    });

    it('goes on accepting while a load balancer has not noticed', async () => {
      const served = await serve();
      const closed = served.listener.close({ lameDuckMs: 200, limitMs: 5000 });
      expect(await keepAlive(served.port, '/api/v2/things')).to.deep.equal({ status: 200, connection: 'close' });
      expect(await closed).to.equal(true);
    });

    it('cuts what does not end within the limit, and says so', async () => {
      let arrived = (): void => undefined;
      const hasArrived = new Promise<void>((resolve) => (arrived = resolve));
      const served = await serve({
        v2: () => {
          arrived();
          return new Promise<void>(() => undefined);
        },
      });
      const running = served.get('/api/v2/endless').catch((error: unknown) => error);
      await hasArrived;
      expect(await served.listener.close({ limitMs: 100 })).to.equal(false);
      expect(await running).to.have.property('code', 'ECONNRESET');
    });

    it('closes idle connections at once', async () => {
      const served = await serve();
      const agent = new Agent({ keepAlive: true });
      await keepAlive(served.port, '/api/v2/things', agent);
      const startedAt = performance.now();
      await served.listener.close();
      agent.destroy();
      expect(performance.now() - startedAt).to.be.lessThan(5000);
    });
  });
});

function keepAlive(port: number, path: string, agent = new Agent({ keepAlive: true })) {
  return new Promise<{ status: number | undefined; connection: string | undefined }>((resolve, reject) => {
    request({ port, host: '127.0.0.1', path, agent }, (incoming) => {
      incoming.resume();
      incoming.on('end', () => resolve({ status: incoming.statusCode, connection: incoming.headers.connection }));
    })
      .on('error', reject)
      .end();
  });
}
