import { expect } from 'chai';
import { once } from 'node:events';
import { createServer as createNodeServer, ServerResponse } from 'node:http';
import type { IncomingMessage, Server } from 'node:http';
import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { createServer } from '../../../src/http/create-server.ts';
import type { HttpContext } from '../../../src/http/options.ts';
import { ListedResponse, PreparedHead } from '../../../src/http/response-head.ts';
import { AppError } from '../../../src/problems/app-error.ts';
import { createOptions } from './fixture.ts';

type Script = (response: ServerResponse) => void;

/** Runs a step and shows its error, or what it returned. */
const outcome = (step: () => unknown): string => {
  try {
    const result = step();
    return result instanceof ServerResponse ? 'the response' : JSON.stringify(result ?? null);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? 'an error without a code';
  }
};
const endWith =
  (...steps: ((response: ServerResponse) => unknown)[]): Script =>
  (response) => {
    const seen = steps.map((step) => outcome(() => step(response)));
    response.end(seen.join('\n'));
  };

const scripts: Readonly<Record<string, Script>> = {
  nothing: (response) => response.end(),
  'one header': (response) => response.setHeader('ETag', '"1"').end('x'),
  'another spelling replaces name and value, not the place': (response) => {
    response.setHeader('etag', '"1"').setHeader('X-A', 'a').setHeader('ETag', '"2"').end('x');
  },
  'a removed header': (response) => {
    response.setHeader('X-A', 'a').setHeader('X-B', 'b').setHeader('X-C', 'c').removeHeader('x-b');
    response.end('x');
  },
  'no Date': (response) => {
    response.removeHeader('Date');
    response.end('x');
  },
  'no Connection': (response) => {
    response.removeHeader('Connection');
    response.end('x');
  },
  'a removed Content-Length': (response) => {
    response.setHeader('Content-Length', 1).removeHeader('Content-Length');
    response.end('x');
  },
  'a number': (response) => response.setHeader('Content-Length', 1).end('x'),
  'several values': (response) => {
    response.setHeader('Set-Cookie', ['a=1', 'b=2']).setHeader('Link', ['<a>', '<b>']).setHeader('Cookie', ['a', 'b']);
    response.end('x');
  },
  'appended values': (response) => {
    response.appendHeader('Link', '<a>').appendHeader('link', ['<b>', '<c>']).appendHeader('Link', '<d>').end('x');
  },
  'headers of writeHead as an object': (response) => {
    response
      .setHeader('X-A', 'a')
      .writeHead(201, { 'x-a': 'b', 'X-B': ['c', 'd'] })
      .end('x');
  },
  'headers of writeHead as a list': (response) => {
    response.setHeader('X-A', 'a').writeHead(201, 'Made', ['X-B', 'b', 'X-C', 'c']).end('x');
  },
  'a Buffer of every byte': (response) =>
    response.end(Buffer.from(Uint8Array.from({ length: 256 }, (_, byte) => byte))),
  'a Buffer with its length': (response) => response.setHeader('Content-Length', 5).end(Buffer.from('Jürg')),
  'a Buffer in chunks': (response) => {
    response.setHeader('Content-Length', 1).removeHeader('Content-Length');
    response.end(Buffer.from('Jürg'));
  },
  'a long Buffer': (response) => response.end(Buffer.alloc(20_000, 0xe9)),
  'a Buffer behind a sent head': (response) => {
    response.flushHeaders();
    response.end(Buffer.from('Jürg'));
  },
  'only writeHead': (response) => response.writeHead(202, { 'X-A': 'a' }).end('x'),
  'a reason of its own': (response) => {
    response.statusMessage = 'Fine';
    response.setHeader('X-A', 'a').end('x');
  },
  'flushed headers and a body in chunks': (response) => {
    response.setHeader('X-A', 'a').flushHeaders();
    response.write('x');
    response.end('y');
  },
  'a body as bytes': (response) => response.setHeader('Content-Type', 'text/plain').end(Buffer.from('x')),
  '204': (response) => {
    response.statusCode = 204;
    response.setHeader('ETag', '"1"').end();
  },
  '304': (response) => {
    response.statusCode = 304;
    response.setHeader('ETag', '"1"').end('ignored');
  },
  'a Map': (response) => response.setHeaders(new Map([['X-A', 'a']])).end('x'),
  Headers: (response) => response.setHeaders(new Headers({ 'X-A': 'a' })).end('x'),
  'prepared headers': (response) => {
    const head = new PreparedHead([
      ['X-A', 'a'],
      ['X-B', 'b'],
    ]);
    response.setHeader('x-b', 'old').setHeaders(head).end('x');
  },
  'what is read back': endWith(
    (response) => response.setHeader('ETag', '"1"'),
    (response) => response.setHeader('X-N', 1),
    (response) => response.setHeader('Set-Cookie', ['a=1']),
    (response) => [response.getHeader('etag'), response.getHeader('x-n'), response.getHeader('SET-COOKIE')],
    (response) => [response.hasHeader('Etag'), response.hasHeader('X-None'), String(response.getHeader('X-None'))],
    (response) => [response.getHeaderNames(), response.getHeaders()],
  ),
  'invalid names and values': endWith(
    (response) => response.setHeader('X A', 'a'),
    (response) => response.setHeader('', 'a'),
    (response) => response.setHeader('X-A', 'a\nb'),
    (response) => response.setHeader('X-A', 'ĉ'),
    (response) => response.setHeader('X-A', ['a', '\u0000']),
    (response) => response.setHeader('X-A', undefined as unknown as string),
    (response) => response.getHeaderNames(),
  ),
  'what comes after the head': (response) => {
    response.setHeader('X-A', 'a').write('x');
    response.write(outcome(() => response.setHeader('X-B', 'b')));
    response.write(outcome(() => response.removeHeader('X-A')));
    response.write(outcome(() => response.writeHead(500)));
    response.end(outcome(() => response.getHeader('X-A')));
  },
};

describe('http: the head of a response', () => {
  const names = Object.keys(scripts);
  const respond: Respond = ({ url = '' }, response) => {
    scripts[names[Number(url.slice(1))] ?? '']?.(response);
  };

  describe('is the one that Node writes', () => {
    let compare: Comparison;
    before(async () => {
      compare = await startBoth(respond);
    });
    after(() => compare.close());

    for (const [index, name] of names.entries()) {
      it(`for ${name}`, async () => {
        for (const method of ['GET', 'HEAD', 'POST']) {
          const [listed, plain] = await compare.of(`${method} /${index} HTTP/1.1\r\nHost: a`);
          expect(listed, method).to.equal(plain);
        }
      });
    }
  });

  describe('of the whole server is the one that Node writes', () => {
    let compare: Comparison;
    before(async () => {
      const body = { text: 'x'.repeat(2000) };
      const v2 = (context: HttpContext): void => {
        const headers = { 'retry-after': '1' };
        if (context.path.endsWith('/refused')) throw new AppError('rate_limited', 429, {}, { headers });
        if (context.path.endsWith('/empty')) context.status = 204;
        else context.body = context.path.endsWith('/text') ? 'text' : body;
      };
      const settings = { corsOrigins: ['https://app.example.com'] } as const;
      const handle = createServer(createOptions({ v2, settings })).callback();
      compare = await startBoth((request, response) => void handle(request, response));
    });
    after(() => compare.close());

    const paths = ['/api/v2/things', '/api/v2/text', '/api/v2/empty', '/api/v2/refused', '/nowhere'];
    const pages = ['/', '/api/problems', '/api/openapi.json', '/api/guides', '/assets/none.js', '/llms.txt', '*'];
    const variants = ['', 'Accept-Encoding: gzip', 'Origin: https://app.example.com', 'Accept: text/html'];
    for (const path of [...paths, ...pages]) {
      it(`at ${path}`, async () => {
        for (const method of ['GET', 'HEAD', 'OPTIONS', 'POST', 'DELETE']) {
          for (const variant of variants) {
            const lines = ['Host: a', 'X-Request-Id: one', ...(variant === '' ? [] : [variant])];
            const [listed, plain] = await compare.of(`${method} ${path} HTTP/1.1\r\n${lines.join('\r\n')}`);
            expect(headOf(listed), `${method} ${variant}`).to.equal(headOf(plain));
          }
        }
      });
    }
  });
});

function headOf(response: string): string {
  const [head = ''] = response.split('\r\n\r\n');
  return head;
}

type Respond = (request: IncomingMessage, response: ServerResponse) => void;

interface Comparison {
  /** What is sent with our response and with Node's, without the time. */
  of(head: string): Promise<readonly [listed: string, plain: string]>;
  close(): void;
}

async function startBoth(respond: Respond): Promise<Comparison> {
  const servers = [createNodeServer({ ServerResponse: ListedResponse }, respond), createNodeServer(respond)] as const;
  for (const server of servers) await once(server.listen(0, '127.0.0.1'), 'listening');
  const [listed, plain] = servers as readonly [Server, Server];
  return {
    of: async (head) => [await exchange(listed, head), await exchange(plain, head)],
    close: () => {
      for (const server of servers) server.close();
    },
  };
}

async function exchange(server: Server, head: string): Promise<string> {
  const { port } = server.address() as AddressInfo;
  const socket = connect(port, '127.0.0.1');
  socket.write(`${head}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`);
  let text = '';
  socket.on('data', (chunk: Buffer) => (text += chunk.toString('latin1')));
  await once(socket, 'close');
  return text.replace(/\r\nDate: [^\r]+/, '\r\nDate: now');
}
