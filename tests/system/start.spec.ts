import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { openNetwork } from '../support/network.ts';
import { freePort } from '../support/server-process.ts';
import { useServers } from '../support/use-servers.ts';

const root = join(import.meta.dirname, '../..');

/** The dependencies that serve any request, or that packages among them load themselves. */
const loadedAtStart = [
  '@cacheable/memory',
  '@koa/router',
  '@opentelemetry/api',
  'ajv',
  'helmet',
  'keyv',
  'knex',
  'koa',
  'koa-helmet',
  'koa-ratelimit',
  'openapi-backend',
  'otpauth',
  'pg',
  'pino',
  'prom-client',
];

describe('the start of a process', function () {
  this.timeout(60_000);
  const prepare = useServers();

  for (const command of ['serve', 'worker', 'migrate']) {
    it(`of ${command} names the wrong setting and the remedy, without a stack, if no database responds`, async () => {
      const port = await freePort();
      const url = `postgres://ada:open%20sesame@127.0.0.1:${port}/architect`;
      const server = await prepare({ DATABASE_URL: url, DATABASE_WAIT_MS: '700', LOG_LEVEL: 'warn' });
      const { code, output } = await server.run([command], '');
      expect(code).to.equal(1);
      expect(output.match(/waiting up to 1 s for the database/g)).to.have.lengthOf(1);
      expect(output).to.include(`DATABASE_URL: no PostgreSQL responds at 127.0.0.1:${port}`);
      expect(output).to.include('start the server, or set DATABASE_URL');
      expect(output).not.to.match(/\n\s+at |sesame/);
    });
  }

  // A package takes up to 60 ms to load, and its memory for as long as the process lives. What only some requests or jobs
  // need is loaded with the first of them.
  for (const [command, options, added] of [
    ['serve', [], ['graphile-worker']],
    ['serve --no-worker', ['--no-worker'], []],
  ] as const) {
    it(`of ${command} loads no package that a request may never need`, async () => {
      const server = await prepare({ NODE_OPTIONS: `--import=${join(root, 'tests/support/report-loads.ts')}` });
      await server.start(...options);
      const loaded = new Set(Array.from(server.printed().matchAll(/^loaded (\S+)$/gm), ([, name]) => name!));
      const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
        readonly dependencies: Readonly<Record<string, string>>;
      };
      const found = Object.keys(dependencies).filter((name) => loaded.has(name));
      expect(found).to.have.members([...loadedAtStart, ...added]);
    });
  }

  it('waits for its database, then serves requests', async () => {
    const { databaseUrl } = await prepare();
    const network = await openNetwork(Number(new URL(databaseUrl).port));
    const { refused } = await network.goDown();
    const server = await prepare({ DATABASE_URL: network.through(databaseUrl) });
    const timer = setInterval(() => {
      if (refused() >= 2) network.comeBack();
    }, 10);
    await server.start();
    clearInterval(timer);
    expect(refused()).to.be.greaterThan(1);
    expect(await server.stop()).to.equal(0);
    await network.close();
  });
});
