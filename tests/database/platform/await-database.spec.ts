import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { randomBytes } from 'node:crypto';
import { expect } from 'chai';
import pg from 'pg';
import { awaitDatabase } from '../../../src/platform/await-database.ts';
import { ForeseenError } from '../../../src/problems/foreseen-error.ts';
import { createScratchDatabase, type ScratchDatabase } from '../../support/database.ts';
import { openNetwork } from '../../support/network.ts';
import { freePort } from '../../support/server-process.ts';

interface Change {
  readonly user?: string;
  readonly password?: string;
  readonly path?: string;
  readonly port?: number;
  readonly search?: string;
}

describe('awaitDatabase', function () {
  this.timeout(20_000);
  let scratch: ScratchDatabase;
  let admin: pg.Client;
  const role = `stranger_${randomBytes(4).toString('hex')}`;

  before(async () => {
    scratch = await createScratchDatabase();
    admin = new pg.Client({ connectionString: scratch.url });
    await admin.connect();
    await admin.query(`CREATE ROLE ${role} LOGIN PASSWORD 'open sesame'`);
  });
  after(async () => {
    await admin.query(`DROP OWNED BY ${role}; DROP ROLE ${role}`);
    await admin.end();
    await scratch.drop();
  });

  function changed({ user, password, path, port, search }: Change): string {
    const url = new URL(scratch.url);
    if (user !== undefined) url.username = user;
    if (password !== undefined) url.password = password;
    if (path !== undefined) url.pathname = path;
    if (port !== undefined) url.port = String(port);
    if (search !== undefined) url.search = search;
    return url.href;
  }

  /** The message of the refusal, and how often it said that it waits. */
  async function refusalOf(url: string, settings: { readonly versionMin?: number; readonly waitMs?: number } = {}) {
    let waits = 0;
    const options = { url, waitMs: 600, ...settings, onWaiting: () => waits++ };
    const error = await awaitDatabase(options).catch((failure: unknown) => failure);
    expect(error).to.be.instanceOf(ForeseenError);
    const { message } = error as ForeseenError;
    expect(message)
      .to.match(/^DATABASE_URL: /)
      .and.not.include('open sesame');
    return { message, waits };
  }

  it('takes a database that the product can live in', async () => {
    let waits = 0;
    await awaitDatabase({ url: scratch.url, waitMs: 0, onWaiting: () => waits++ });
    expect(waits).to.equal(0);
  });

  it('waits for a server that does not respond yet, and says so once', async () => {
    const network = await openNetwork(Number(new URL(scratch.url).port));
    const { refused } = await network.goDown();
    const waits: unknown[] = [];
    const waiting = awaitDatabase({
      url: network.through(scratch.url),
      waitMs: 10_000,
      onWaiting: (one) => {
        waits.push(one);
      },
    });
    const timer = setInterval(() => {
      if (refused() >= 3) network.comeBack();
    }, 10);
    await waiting;
    clearInterval(timer);
    expect(waits).to.have.lengthOf(1);
    await network.close();
  });

  for (const state of ['57P01', '57P02', '57P03', '53300']) {
    it(`waits for a server that says ${state}, which passes`, async () => {
      const busy = createServer((socket) => {
        socket.on('error', () => undefined);
        const fields = `SFATAL\0C${state}\0Mnot now\0\0`;
        const head = Buffer.alloc(5);
        head.write('E');
        head.writeInt32BE(4 + fields.length, 1);
        socket.once('data', () => socket.end(Buffer.concat([head, Buffer.from(fields)])));
      }).listen(0, '127.0.0.1');
      await once(busy, 'listening');
      const { port } = busy.address() as AddressInfo;
      const { message, waits } = await refusalOf(changed({ port }));
      busy.close();
      expect(message).to.include(`no PostgreSQL responds at 127.0.0.1:${port} (not now)`);
      expect(waits).to.equal(1);
    });
  }

  it('gives up after its time, and names host and port', async () => {
    const port = await freePort();
    const { message, waits } = await refusalOf(changed({ port }));
    expect(message).to.include(`no PostgreSQL responds at 127.0.0.1:${port}`).and.include('start the server');
    expect(waits).to.equal(1);
  });

  it('gives up in time where a server accepts and says nothing', async () => {
    const silent = createServer().listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const { port } = silent.address() as AddressInfo;
    const before = performance.now();
    const { message } = await refusalOf(changed({ port }));
    expect(message).to.include(`no PostgreSQL responds at 127.0.0.1:${port}`);
    expect(performance.now() - before).to.be.lessThan(5000);
    silent.close();
  });

  const refusals: readonly { readonly of: string; readonly change: Change; readonly says: readonly string[] }[] = [
    { of: 'a wrong password', change: { password: 'wrong' }, says: ['refuses user', 'password authentication failed'] },
    { of: 'a user that is not there', change: { user: 'nobody', password: 'x' }, says: ['refuses user nobody'] },
    {
      of: 'a database that is not there',
      change: { path: '/nowhere' },
      says: ['no database nowhere', 'createdb nowhere'],
    },
    {
      of: 'a user who may not create tables',
      change: { user: role, password: 'open sesame' },
      says: [`user ${role} may not create tables in its schema`, 'ALTER DATABASE'],
    },
    {
      of: 'a certificate that is not there',
      change: { search: '?sslmode=verify-full&sslrootcert=/nowhere/root.pem' },
      says: ['cannot be used', '/nowhere/root.pem'],
    },
    { of: 'a server without TLS', change: { search: '?sslmode=verify-full' }, says: ['does not support SSL'] },
  ];
  for (const { of, change, says } of refusals) {
    it(`refuses ${of} at once, and says what to do`, async () => {
      const { message, waits } = await refusalOf(changed(change), { waitMs: 30_000 });
      for (const part of says) expect(message).to.include(part);
      expect(waits).to.equal(0);
    });
  }

  it('refuses a server that is too old', async () => {
    const { message } = await refusalOf(scratch.url, { versionMin: 99 });
    expect(message).to.include('which is too old').and.include('PostgreSQL 99 or later');
  });

  it('refuses what speaks another protocol', async () => {
    const other = createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')).listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const { message } = await refusalOf(changed({ port }));
    expect(message).to.include(`127.0.0.1:${port}`);
    other.close();
  });
});
