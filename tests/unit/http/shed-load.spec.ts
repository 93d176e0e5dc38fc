import { Socket } from 'node:net';
import { expect } from 'chai';
import { shedLoad } from '../../../src/http/middleware/shed-load.ts';
import type { HttpContext, LoadOptions } from '../../../src/http/options.ts';
import { createMetrics } from '../../../src/platform/metrics.ts';
import { AppError } from '../../../src/problems/app-error.ts';
import { createOptions, serve, type Served } from './fixture.ts';

/** More requests arrive than can be served: for the event loop, or only changes for the database. */
function overload(reason: 'event_loop' | 'database'): LoadOptions {
  return {
    reasonToRefuse: (_path, isChange) => (reason === 'event_loop' || isChange ? reason : undefined),
    first: new Set(['POST /api/v2/auth/login']),
    isBehindProxy: false,
  };
}

describe('http: a server with more work than it can do', () => {
  let served: Served | undefined;
  afterEach(() => served?.close());

  it('refuses requests to operations, with the problem and Retry-After', async () => {
    served = await serve({ load: overload('event_loop') });
    const response = await served.get('/api/v2/tasks');
    const { status, headers } = response;
    expect(status).to.equal(503);
    expect(headers).to.deep.include({ 'retry-after': '1', 'cache-control': 'no-store', 'api-version': 'v2' });
    expect(response.json()).to.deep.include({ code: 'overloaded', status: 503, instance: '/api/v2/tasks' });
  });

  for (const [method, path] of [
    ['GET', '/health'],
    ['GET', '/health/liveness'],
    ['GET', '/health/readiness'],
    ['GET', '/metrics'],
    ['POST', '/api/v2/auth/login'],
    ['OPTIONS', '/api/v2/tasks'],
    ['GET', '/api/openapi.json'],
  ] as const)
    it(`serves ${method} ${path}`, async () => {
      served = await serve({ load: overload('event_loop') });
      expect((await served.send(method, path)).status).to.equal(200);
    });

  it('refuses only changes while the database is slow', async () => {
    served = await serve({ load: overload('database') });
    expect((await served.get('/api/v2/tasks')).status).to.equal(200);
    expect((await served.send('HEAD', '/api/v2/tasks')).status).to.equal(200);
    for (const method of ['POST', 'PATCH', 'PUT', 'DELETE'])
      expect((await served.send(method, '/api/v2/tasks')).status, method).to.equal(503);
  });

  it('refuses in the form of the version', async () => {
    served = await serve({ load: overload('event_loop') });
    const response = await served.get('/api/v1/tasks');
    expect(response.status).to.equal(503);
    expect(response.json()).to.deep.include({ code: 'overloaded', details: [] });
  });
});

describe('the middleware that sheds load', () => {
  const refusing = overload('event_loop');
  const serving: LoadOptions = { ...refusing, reasonToRefuse: () => undefined };

  const setting = (load: LoadOptions) => {
    const pauses: number[] = [];
    const { engines } = createOptions();
    const metrics = createMetrics();
    const pause = async (ms: number): Promise<void> => {
      // The part of the second that has passed.
      expect(ms).to.be.within(1, 1000);
      pauses.push(ms);
    };
    const middleware = shedLoad({ engines, metrics, load, pause });
    const request = async (socket: Socket, next: () => Promise<void> = async () => undefined): Promise<unknown> => {
      const context = { method: 'GET', path: '/api/v2/tasks', req: { socket } } as unknown as HttpContext;
      return middleware(context, next).catch((error: unknown) => error);
    };
    return { pauses, metrics, request };
  };

  it('holds the refusal of a connection that was refused just before, and of no other', async () => {
    const { pauses, request } = setting(refusing);
    const [impatient, other] = [new Socket(), new Socket()];
    expect(await request(impatient))
      .to.be.instanceOf(AppError)
      .that.includes({ code: 'overloaded', status: 503 });
    await request(other);
    expect(pauses).to.deep.equal([]);
    expect(await request(impatient)).to.include({ code: 'overloaded' });
    expect(pauses).to.have.length(1);
  });

  it('holds no refusal on a connection of a proxy', async () => {
    const { pauses, request } = setting({ ...refusing, isBehindProxy: true });
    const socket = new Socket();
    await request(socket);
    await request(socket);
    expect(pauses).to.deep.equal([]);
  });

  it('holds what is refused later in the same way, but no other problem', async () => {
    const { pauses, request } = setting(serving);
    const socket = new Socket();
    for (const code of ['overloaded', 'not_found', 'overloaded'])
      await request(socket, () => Promise.reject(new AppError(code, code === 'not_found' ? 404 : 503)));
    expect(pauses).to.have.length(1);
  });

  it('counts what it refuses', async () => {
    const { metrics, request } = setting(refusing);
    await request(new Socket());
    await request(new Socket());
    expect(await metrics.registry.metrics()).to.include('http_requests_shed_total{reason="event_loop"} 2');
  });
});
