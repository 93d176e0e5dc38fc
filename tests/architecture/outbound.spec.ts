import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';

const root = join(import.meta.dirname, '../..');

/** What opens a connection: Node's own functions (`fetch` is a method of caches, too), and the clients of services. */
const dialling =
  /(?:globalThis\.|(?<!\.))\bfetch\((?!key: string)|(?:new|extends) pg\.(?:Client|Pool)\b|new Redis(?:Client)?\(|createClient\(|createTransport\(|new SMTPConnection\(|new OTLP\w+\(|from 'undici'|import \{[^}]*\b(?:request|get|connect|createConnection|Socket|TLSSocket|Agent)\b[^}]*\} from 'node:(?:http|https|http2|net|tls|dgram)'/;

/** The files that may open a connection, and to what. */
const known: Readonly<Record<string, string>> = {
  'src/cache/shared-store.ts': 'REDIS_URL',
  'src/http/middleware/headers.ts': 'nothing: the socket of a request that only collects the headers of koa-helmet',
  'src/platform/await-database.ts': 'DATABASE_URL',
  'src/platform/bounded-pool.ts': 'DATABASE_URL',
  'src/platform/cancel-connection.ts': 'DATABASE_URL',
  'src/platform/embedded-postgres/embedded-postgres.ts': 'the embedded server on loopback',
  'src/platform/long-connection.ts': 'DATABASE_URL',
  'src/platform/mailer.ts': 'SMTP_URL',
  'src/platform/migrate.ts': 'DATABASE_URL',
  'src/platform/single-connection.ts': 'DATABASE_URL',
  'src/platform/smtp-utf8.ts': 'SMTP_URL',
  'src/platform/tracing/open-telemetry-tracer.ts': 'OTEL_EXPORTER_OTLP_ENDPOINT',
  'src/platform/ping-redis.ts': 'REDIS_URL',
  'src/platform/postgres-line.ts': 'DATABASE_URL',
  'src/platform/redis-line.ts': 'REDIS_URL',
  'src/store.ts': 'REDIS_URL',
};

describe('outgoing connections of the server', () => {
  // The client runs with its users, the tools at build time, and the pages' scripts in browsers.
  const files = globSync('src/**/*.ts', { cwd: root }).filter((file) => !/^src\/(?:client|documents)\//.test(file));

  it('are opened only by files that are listed, each to what a setting names and no request can', () => {
    const found = files.filter((file) => dialling.test(readFileSync(join(root, file), 'utf8')));
    expect(found.sort()).to.deep.equal(Object.keys(known).sort());
  });

  const dials = ['await fetch(url);', 'globalThis.fetch(key)', 'new pg.Client({ host });'];
  for (const line of ["import { request } from 'node:https';", ...dials])
    it(`are found: ${line}`, () => expect(dialling.test(line)).to.equal(true));
});
