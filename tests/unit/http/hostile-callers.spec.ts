import { expect } from 'chai';
import { once } from 'node:events';
import { Agent, request, type IncomingMessage } from 'node:http';
import { connect, type Socket } from 'node:net';
import type { ServerLimits } from '../../../src/http/listen.ts';
import { eventually } from '../../support/eventually.ts';
import { serve } from './fixture.ts';
import type { Served } from './fixture.ts';

describe('http: hostile callers', () => {
  describe('requests that are sent ahead', () => {
    const ahead = 'GET /api/v2/a HTTP/1.1\r\nHost: a\r\n\r\n';
    const last = 'GET /api/v2/a HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n';
    let served: Served;
    let begun: number;
    before(async () => {
      served = await serve({
        v2: async (context) => {
          begun++;
          await new Promise((resolve) => setImmediate(resolve));
          context.body = {};
        },
        limits: { pipelinedMax: 8 },
      });
    });
    beforeEach(() => {
      begun = 0;
    });
    after(() => served.close());

    it('are answered, as many as may wait', async () => {
      expect((await served.raw(ahead.repeat(7) + last)).match(/HTTP\/1\.1 200/g)).to.have.length(8);
    });

    it('are counted while they wait, and not over the life of the connection', async () => {
      const agent = new Agent({ keepAlive: true, maxSockets: 1 });
      const ports = new Set<number | undefined>();
      for (let count = 0; count < 12; count++) {
        const outgoing = request({ port: served.port, host: '127.0.0.1', path: '/api/v2/quick', agent });
        outgoing.end();
        const [incoming] = (await once(outgoing, 'response')) as [IncomingMessage];
        ports.add(incoming.socket.localPort);
        incoming.resume();
        await once(incoming, 'end');
      }
      agent.destroy();
      expect(ports.size, 'connections').to.equal(1);
    });

    it('may have more headers than Node counts, of which none is dropped', async () => {
      const many = Array.from({ length: 2100 }, (_, index) => `x${index}: a\r\n`).join('');
      const own = await serve({
        v2: (context) => {
          context.body = { last: context.get('X-Last') };
        },
      });
      const text = await own.raw(
        `GET /api/v2/a HTTP/1.1\r\nHost: a\r\nConnection: close\r\n${many}X-Last: here\r\n\r\n`,
      );
      await own.close();
      expect(text).to.match(/^HTTP\/1\.1 200 [^]*"last":"here"/);
    });

    it('cost the connection where they are too many, before more are begun', async () => {
      expect((await served.raw(ahead.repeat(2000)).catch(() => '')).match(/HTTP\/1\.1 200/g)).to.equal(null);
      expect(begun).to.equal(8);
    });
  });

  describe('a caller that is refused', () => {
    const refused = [
      'CONNECT a:443 HTTP/1.1\r\nHost: a\r\n\r\n',
      'rubbish\r\n\r\n',
      `GET / HTTP/1.1\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`,
    ];
    let served: Served;
    before(async () => {
      served = await serve();
    });
    after(() => served.close());

    it('may reset the connection meanwhile, which once ended the process', async () => {
      for (const bytes of refused.flatMap((one) => Array<string>(20).fill(one))) {
        const socket = connect(served.port, '127.0.0.1');
        await once(socket, 'connect');
        await new Promise((resolve) => socket.write(bytes, resolve));
        socket.resetAndDestroy();
      }
      expect((await served.get('/health')).status).to.equal(200);
    });

    it('cannot keep the connection by not closing it', async () => {
      const socket = connect({ port: served.port, host: '127.0.0.1', allowHalfOpen: true });
      const gone = once(socket, 'error');
      socket.write(refused[0] ?? '');
      await once(socket.resume(), 'end');
      const probe = setInterval(() => socket.write('a'), 50);
      const [error] = (await gone) as [NodeJS.ErrnoException];
      clearInterval(probe);
      expect(error.code).to.be.oneOf(['EPIPE', 'ECONNRESET']);
    }).timeout(10_000);
  });

  describe('a caller that does not take its response', () => {
    const MB = 1024 * 1024;
    let served: Served;

    async function serveLarge(limits: Partial<ServerLimits>): Promise<void> {
      served = await serve({
        v2: (context) => {
          context.body = Buffer.alloc(30 * MB);
        },
        limits: { ...limits, checkIntervalMs: 50 },
      });
    }
    afterEach(() => served.close());

    function ask(): Socket {
      const socket = connect(served.port, '127.0.0.1');
      socket.on('error', () => undefined);
      socket.write('GET /api/v2/a HTTP/1.1\r\nHost: a\r\n\r\n');
      return socket;
    }
    const cut = () => served.lines.filter(({ aborted }) => aborted === true);

    it('loses the connection after a while, and the response its memory', async () => {
      await serveLarge({ responseTimeoutMs: 300 });
      const socket = ask();
      await eventually(async () => expect(cut()).to.have.length(1));
      socket.destroy();
    });

    it('loses it at once where many do the same, who waited longest first', async () => {
      await serveLarge({ unreadBytesMax: 40 * MB });
      const sockets = [ask(), ask(), ask()];
      await eventually(async () => expect(cut()).to.have.length(2));
      for (const socket of sockets) socket.destroy();
      const { status, bytes } = await served.get('/api/v2/a');
      expect([status, bytes.length]).to.deep.equal([200, 30 * MB]);
    });
  });
});
