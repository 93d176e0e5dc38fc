import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import pg from 'pg';
import { EmbeddedUser, isAlive, postmasterPid, untilGone, type Message } from '../support/embedded-user.ts';

async function query<Row extends pg.QueryResultRow>(url: string, text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

describe('startEmbeddedPostgres', function () {
  this.timeout(60_000);
  let folder = '';
  let dataDir = '';
  const users: EmbeddedUser[] = [];
  const use = async (directory = dataDir): Promise<{ user: EmbeddedUser; server: Message }> => {
    const user = new EmbeddedUser(directory);
    users.push(user);
    return { user, server: await user.until('started') };
  };

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'architect-embedded-'));
    await chmod(folder, 0o755);
    dataDir = join(folder, 'first/.data');
    const { user, server } = await use();
    await query(server.url, 'CREATE TABLE kept (id integer)');
    await user.stop();
  });
  it('does not log the values of a rejected row', async () => {
    const { user, server } = await use();
    await query(server.url, 'CREATE TABLE people (email text UNIQUE)');
    const client = new pg.Client({ connectionString: server.url });
    await client.connect();
    const insert = () => client.query('INSERT INTO people VALUES ($1)', ['canary@meridian.example']);
    await insert();
    const refused = await insert().then(String, (error: unknown) => String(error));
    await client.end();
    expect(refused).to.include('people_email_key');
    await query(server.url, 'DROP TABLE people');
    const [{ data_directory }] = (await query(server.url, 'SHOW data_directory')) as [{ data_directory: string }];
    await user.stop();
    const logFolder = join(data_directory, 'log');
    const logs = await Promise.all((await readdir(logFolder)).map((name) => readFile(join(logFolder, name), 'utf8')));
    expect(logs.join('')).to.include('people_email_key').and.not.include('canary');
  });

  const countKept = async (url: string): Promise<number | undefined> =>
    (await query<{ rows: number }>(url, 'SELECT count(*)::integer AS rows FROM kept'))[0]?.rows;
  afterEach(async () => {
    for (const user of users.splice(0)) await user.stop();
  });
  after(() => rm(folder, { recursive: true }));

  describe('a fresh folder', () => {
    it('gets one server, even if several processes start at the same time', async () => {
      const fresh = join(folder, 'fresh/.data');
      const started = await Promise.all([use(fresh), use(fresh), use(fresh)]);
      expect(new Set(started.map(({ server }) => server.url)).size).to.equal(1);
    });

    it('has a database in UTF8 that sorts by code point, at UTC, with passwords by SCRAM, on loopback only', async () => {
      const { server } = await use();
      const [row] = await query(
        server.url,
        `SELECT current_setting('server_encoding') AS encoding, datlocprovider AS provider, datlocale AS locale,
          current_setting('TimeZone') AS zone, current_setting('listen_addresses') AS addresses,
          current_setting('unix_socket_directories') AS sockets, current_setting('data_checksums') AS checksums,
          left((SELECT rolpassword FROM pg_authid WHERE rolname = current_user), 13) AS password,
          'Z' < 'a' AND lower('Ü') = 'ü' AS sorts
        FROM pg_database WHERE datname = current_database()`,
      );
      expect(row).to.deep.equal({
        encoding: 'UTF8',
        provider: 'b',
        locale: 'C.UTF-8',
        zone: 'UTC',
        addresses: '127.0.0.1',
        sockets: '',
        checksums: 'on',
        password: 'SCRAM-SHA-256',
        sorts: true,
      });
      expect((await stat(join(dataDir, 'postgres/password'))).mode & 0o777).to.equal(0o600);
      const wrong = await query(server.url.replace(/:[^:@/]+@/, ':wrong@'), 'SELECT 1').catch(String);
      expect(wrong).to.include('password authentication failed');
    });
  });

  describe('stop', () => {
    it('keeps the server for other processes, and the last one stops it', async () => {
      const [first, second] = [await use(), await use()];
      const pid = await postmasterPid(first.server.cluster);
      await first.user.stop();
      expect(isAlive(pid)).to.be.true;
      expect(await query(second.server.url, 'SELECT 1 AS one')).to.deep.equal([{ one: 1 }]);
      await second.user.stop();
      await untilGone(pid);
    });

    it('keeps the port for the next start', async () => {
      const before = await use();
      await before.user.stop();
      expect((await use()).server.port).to.equal(before.server.port);
    });
  });

  describe('after kill -9', () => {
    it('of our process, the next one uses the server, and stops it', async () => {
      const killed = await use();
      const pid = await postmasterPid(killed.server.cluster);
      const rows = await countKept(killed.server.url);
      await query(killed.server.url, 'INSERT INTO kept VALUES (1)');
      await killed.user.kill();
      expect(isAlive(pid)).to.be.true;
      const successor = await use();
      expect(await postmasterPid(successor.server.cluster)).to.equal(pid);
      expect(await countKept(successor.server.url)).to.equal((rows ?? 0) + 1);
      await successor.user.stop();
      await untilGone(pid);
    });

    it('of the server, the process that uses it restarts it on the same port', async () => {
      const { user, server } = await use();
      const pid = await postmasterPid(server.cluster);
      const rows = await countKept(server.url);
      await query(server.url, 'INSERT INTO kept VALUES (2)');
      process.kill(pid, 'SIGKILL');
      await user.until('restarted');
      expect(await postmasterPid(server.cluster)).to.not.equal(pid);
      expect(await countKept(server.url)).to.equal((rows ?? 0) + 1);
    });

    it('of one backend, the server recovers by itself and stays in use', async () => {
      const { user, server } = await use();
      const pid = await postmasterPid(server.cluster);
      const [row] = await query<{ pid: number }>(
        server.url,
        `SELECT pid FROM pg_stat_activity WHERE application_name = 'architect embedded'`,
      );
      process.kill(row!.pid, 'SIGKILL');
      await user.until('restarted');
      expect(await postmasterPid(server.cluster)).to.equal(pid);
      expect(await countKept(server.url)).to.be.a('number');
    });

    it('of both, the next start ignores the stale pid file', async () => {
      const { user, server } = await use();
      const pid = await postmasterPid(server.cluster);
      await user.kill();
      process.kill(pid, 'SIGKILL');
      await untilGone(pid);
      const again = await use();
      expect(await countKept(again.server.url)).to.be.a('number');
    });

    it('of both, the next start ignores another process with the same pid', async () => {
      const { user, server } = await use();
      const pid = await postmasterPid(server.cluster);
      await user.kill();
      process.kill(pid, 'SIGKILL');
      await untilGone(pid);
      const file = join(server.cluster, 'postmaster.pid');
      await writeFile(file, (await readFile(file, 'utf8')).replace(/^\d+/, String(process.pid)));
      const again = await use();
      expect(await countKept(again.server.url)).to.be.a('number');
    });
  });

  describe('neighbours', () => {
    it('do not collide, even if one is a copy of the other that was made while it ran', async () => {
      const original = await use();
      const rows = await countKept(original.server.url);
      const copy = join(folder, 'second/.data');
      await mkdir(join(folder, 'second'));
      await cp(dataDir, copy, { recursive: true, preserveTimestamps: true });
      // cp does not keep owners, which the server's account needs.
      const { uid, gid } = await stat(original.server.cluster);
      if (process.getuid?.() === 0)
        await once(spawn('chown', ['-R', `${uid}:${gid}`, join(copy, 'postgres/data')]), 'exit');
      const neighbour = await use(copy);
      expect(neighbour.server.port).to.not.equal(original.server.port);
      expect(await postmasterPid(neighbour.server.cluster)).to.not.equal(await postmasterPid(original.server.cluster));
      await query(neighbour.server.url, 'INSERT INTO kept VALUES (3)');
      expect(await countKept(original.server.url)).to.equal(rows);
    });

    it('that hold the port make it take another', async () => {
      const before = await use();
      await before.user.stop();
      const holder = createServer().listen(before.server.port, '127.0.0.1');
      await once(holder, 'listening');
      const { server } = await use();
      expect(server.port).to.not.equal(before.server.port);
      holder.close();
    });
  });

  describe('a damaged folder', () => {
    it('is completed if its creation was interrupted', async () => {
      const directory = join(folder, 'third/.data');
      await mkdir(join(directory, 'postgres/data.new/base'), { recursive: true });
      await writeFile(join(directory, 'postgres/password'), 'as it was written first');
      const { server } = await use(directory);
      expect(server.url).to.include('as%20it%20was%20written%20first');
    });

    it('without its password is rejected with a remedy', async () => {
      const file = join(dataDir, 'postgres/password');
      const password = await readFile(file);
      await rm(file);
      const failed = await use().catch(String);
      await writeFile(file, password, { mode: 0o600 });
      expect(failed).to.include('postgres/password is missing: restore it, or remove');
      expect(await countKept((await use()).server.url)).to.be.a('number');
    });
  });

  if (process.getuid?.() === 0) {
    describe('for root', () => {
      it('runs under another account', async () => {
        const { server } = await use();
        const status = await readFile(`/proc/${await postmasterPid(server.cluster)}/status`, 'utf8');
        expect(Number(/^Uid:\t(\d+)/m.exec(status)?.[1])).to.be.above(0);
      });

      it('keeps its data outside of a folder that this account cannot enter, and finds it again', async () => {
        const closed = join(folder, 'closed');
        await mkdir(closed, { mode: 0o700 });
        const directory = join(closed, '.data');
        const first = await use(directory);
        const outside = join(first.server.cluster, '..');
        try {
          expect(first.server.cluster).to.not.include(closed);
          await query(first.server.url, 'CREATE TABLE outside (id integer)');
          await first.user.stop();
          const second = await use(directory);
          expect(await query(second.server.url, 'SELECT * FROM outside')).to.deep.equal([]);
          // Emptying the checkout means a fresh start, though the server still runs and its data is elsewhere.
          await second.user.kill();
          await rm(directory, { recursive: true });
          const fresh = await use(directory);
          expect(await query(fresh.server.url, "SELECT to_regclass('outside') AS found")).to.deep.equal([
            { found: null },
          ]);
          await fresh.user.stop();
        } finally {
          await rm(outside, { recursive: true });
        }
      });
    });
  }
});
