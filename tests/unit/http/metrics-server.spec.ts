import { connect } from 'node:net';
import { expect } from 'chai';
import { pino } from 'pino';
import { createMetricsServer } from '../../../src/http/create-metrics-server.ts';
import { listen, type Listener } from '../../../src/http/listen.ts';
import { standardHeaders } from '../../../src/http/middleware/headers.ts';
import { createMetrics } from '../../../src/platform/metrics.ts';
import { catalogue } from './fixture.ts';

describe('the server of metrics and probes alone', () => {
  let listener: Listener;
  const health = { isDatabaseUp: true, isAccepting: true };
  beforeEach(() => Object.assign(health, { isDatabaseUp: true, isAccepting: true }));
  before(async () => {
    const app = createMetricsServer({
      onFailure: () => undefined,
      readMetrics: () => createMetrics().registry.metrics(),
      problems: catalogue,
      logger: pino({ level: 'silent' }),
      readHealth: async () => ({ ...health, at: new Date() }),
      settings: {
        ...{ publicUrl: '', corsOrigins: [], trustedProxies: 0, proxyHeader: 'x-forwarded-for' },
        metrics: { isPublic: false, token: 'secret-token' },
      },
    });
    listener = await listen(app, { port: 0, host: '127.0.0.1' });
  });
  after(() => listener.close({ limitMs: 500 }));

  /** What comes back until the server closes the connection. */
  function raw(bytes: string): Promise<string> {
    return new Promise((resolve, reject) => {
      const socket = connect(listener.port, '127.0.0.1', () => socket.write(bytes));
      let text = '';
      socket.on('data', (chunk: Buffer) => (text += chunk.toString()));
      socket.on('error', reject);
      socket.on('close', () => resolve(text));
    });
  }
  const get = (path: string, more = ''): Promise<string> =>
    raw(`GET ${path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n${more}\r\n`);

  it('shows them to who has the token, whatever the case of the scheme', async () => {
    for (const scheme of ['Bearer', 'bearer', 'BEARER'])
      expect(await get('/metrics', `Authorization: ${scheme} secret-token\r\n`)).to.match(
        /^HTTP\/1\.1 200 [^]*nodejs_/,
      );
  });

  for (const guess of ['secret-tokem', 'secret-toke', 'secret-token1', 'SECRET-TOKEN', '']) {
    it(`keeps them from who guesses "${guess}"`, async () => {
      const text = await get('/metrics', `Authorization: Bearer ${guess}\r\n`);
      expect(text)
        .to.match(/^HTTP\/1\.1 401 /)
        .and.not.include('nodejs_');
    });
  }

  it('says to anybody that the process is alive, whatever else is down', async () => {
    Object.assign(health, { isDatabaseUp: false, isAccepting: false });
    expect(await get('/health/liveness')).to.match(/^HTTP\/1\.1 200 [^]*\{"alive":true\}$/);
  });

  it('says to anybody that the process is ready, unless it starts, stops or has lost its database', async () => {
    expect(await get('/health/readiness')).to.match(/^HTTP\/1\.1 200 [^]*\{"ready":true\}$/);
    for (const trouble of [{ isDatabaseUp: false }, { isAccepting: false }]) {
      Object.assign(health, { isDatabaseUp: true, isAccepting: true }, trouble);
      const text = await get('/health/readiness');
      expect(text)
        .to.match(/^HTTP\/1\.1 503 [^]*retry-after: 1\r\n/i)
        .and.include('"code":"service_unavailable"');
    }
  });

  for (const [what, bytes, status, code] of [
    [
      'nobody without the token',
      'GET /metrics HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n',
      401,
      'unauthenticated',
    ],
    ['no other path', 'GET /api/v2/tasks HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n', 404, 'not_found'],
    ['no message without a host', 'GET /metrics HTTP/1.1\r\nConnection: close\r\n\r\n', 400, 'malformed_request'],
    ['no rubbish', 'rubbish\r\n\r\n', 400, 'malformed_request'],
  ] as const) {
    it(`serves ${what}, and says so as every other error does`, async () => {
      const text = await raw(bytes);
      expect(text.startsWith(`HTTP/1.1 ${status} `), text.slice(0, 100)).to.equal(true);
      expect(text)
        .to.include(`"code":"${code}"`)
        .and.match(/^x-request-id: \S+/im);
      for (const [name] of standardHeaders) expect(text.toLowerCase()).to.include(`\r\n${name.toLowerCase()}: `);
    });
  }
});
