import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import pg from 'pg';
import type { Manifest } from '../../src/commands/backup/manifest.ts';
import { MIGRATION_LOCK_KEY } from '../../src/platform/migrate.ts';
import { createAccount, type Account } from '../support/accounts.ts';
import { createProject, createTask } from '../support/factories.ts';
import { eventually } from '../support/eventually.ts';
import { givePassword, password } from '../support/passwords.ts';
import { startPostgres, type Postgres } from '../support/production/postgres.ts';
import { startWriters } from '../support/production/writers.ts';
import { prepareServer, type ServerProcess } from '../support/server-process.ts';

const SECRET_KEY = 'a secret of the installation that is backed up';

describe('backup and restore', function () {
  this.timeout(120_000);
  let postgres: Postgres;
  let server: ServerProcess;
  let account: Account;
  let directory: string;
  const others: ServerProcess[] = [];

  /** The database of a new name, with a server process that is not started. */
  const prepareTarget = async (name: string, settings: Readonly<Record<string, string>> = {}) => {
    await server.query(`CREATE DATABASE ${name}`);
    const target = await prepareServer(
      { SECRET_KEY, ...settings },
      { url: postgres.url(name), drop: async () => undefined },
    );
    others.push(target);
    return target;
  };
  const backUp = async (name: string): Promise<string> => {
    const folder = join(directory, name);
    const { code, output } = await server.run(['backup', folder], '');
    expect(code, output).to.equal(0);
    return folder;
  };
  const manifestOf = async (folder: string): Promise<Manifest> =>
    JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as Manifest;

  before(async () => {
    directory = await mkdtemp(join(tmpdir(), 'architect-backups-'));
    postgres = await startPostgres();
    server = await prepareServer({ SECRET_KEY }, { url: postgres.url(), drop: async () => undefined });
    await server.start();
    account = await createAccount(server);
    await givePassword(server, account);
  });
  after(async () => {
    for (const other of others) await other.remove();
    await server.remove();
    await postgres.remove();
    await rm(directory, { recursive: true, force: true });
  });

  it('copy one moment while servers write, with an intact audit chain and an account that can log in', async () => {
    const project = await createProject(account);
    const writers = startWriters(account, project);
    await writers.more(100);
    const before = writers.acknowledged.length;
    const startedAt = performance.now();
    const folder = await backUp('under-load');
    const backedUpAt = performance.now();
    await writers.more(20);
    await writers.stop();
    const manifest = await manifestOf(folder);
    expect(manifest.tables['public.tasks']).to.be.within(before, writers.acknowledged.length - 20);

    const target = await prepareTarget('restored');
    const restoringAt = performance.now();
    const restored = await target.run(['restore', folder, '--verify', '--login', account.email], '', {
      input: `${password}\n`,
    });
    const seconds = ((performance.now() - restoringAt) / 1000).toFixed(1);
    expect(restored.code, restored.output).to.equal(0);
    expect(restored.output).to.match(/\d+ tables and \d+ audit chains are as in the backup of /);
    expect(restored.output).to.match(/\d+ audit chains with \d+ rows are intact/);
    expect(restored.output).to.include(`${account.email} can log in`);
    const ids = await target.query<{ id: string }>('SELECT id FROM tasks');
    expect(ids).to.have.length(manifest.tables['public.tasks']!);
    const present = new Set(ids.map(({ id }) => id));
    const missing = writers.acknowledged.slice(0, before).filter(({ id }) => !present.has(id));
    expect(missing).to.deep.equal([]);
    console.log(
      `figure: backup under load ${((backedUpAt - startedAt) / 1000).toFixed(1)} s, restore with verification ${seconds} s, ${manifest.dump.bytes} bytes`,
    );
  });

  it('give a server that goes on where the backup was made', async () => {
    const folder = await backUp('continued');
    const target = await prepareTarget('continued');
    expect((await target.run(['restore', folder], '')).code).to.equal(0);
    await target.start();
    const { status } = await fetch(`${target.url}/api/v2/me`, {
      headers: { authorization: `Bearer ${account.token}` },
    });
    expect(status).to.equal(200);
    const [project] = await target.query<{ id: string }>('SELECT id FROM projects LIMIT 1');
    const response = await fetch(`${target.url}/api/v2/projects/${project!.id}/tasks`, {
      method: 'POST',
      headers: { authorization: `Bearer ${account.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ title: 'After the restore', type: 'task', status: 'todo', priority: 'none' }),
    });
    expect(response.status).to.equal(201);
  });

  it('keep the secrets out of the backup, and its files from other users', async () => {
    const folder = await backUp('private');
    const manifest = await manifestOf(folder);
    expect(manifest.secret_key_ids).to.have.length(1);
    for (const file of await readdir(folder)) {
      const content = await readFile(join(folder, file));
      expect(content.includes(SECRET_KEY), file).to.equal(false);
      expect(content.includes(account.token), file).to.equal(false);
    }
    expect((await readdir(folder)).sort()).to.deep.equal(['database.dump', 'manifest.json']);
    expect((await stat(folder)).mode & 0o777).to.equal(0o700);
  });

  describe('refuse', () => {
    let folder: string;

    before(async () => {
      const project = await createProject(account);
      await createTask(account, project);
      folder = await backUp('refusals');
    });

    it('to write over an earlier backup', async () => {
      const { code, output } = await server.run(['backup', folder], '');
      expect([code, output]).to.deep.equal([1, `${folder} exists: name a new folder, such as one with the date\n`]);
    });

    it('a database that is not empty', async () => {
      const before = await server.query('SELECT count(*) FROM tasks');
      const { code, output } = await server.run(['restore', folder], '');
      expect(code).to.equal(1);
      expect(output).to.include('the database is not empty').and.to.include('create an empty database (createdb)');
      expect(await server.query('SELECT count(*) FROM tasks')).to.deep.equal(before);
    });

    it('a dump that was changed', async () => {
      const changed = await backUp('changed');
      const path = join(changed, 'database.dump');
      const bytes = await readFile(path);
      bytes[bytes.length - 100]! ^= 1;
      await writeFile(path, bytes);
      const target = await prepareTarget('changed');
      const { code, output } = await target.run(['restore', changed], '');
      expect(code).to.equal(1);
      expect(output).to.include('database.dump was changed or cut off');
    });

    it('to restore without the keys of the backup', async () => {
      const target = await prepareTarget('keyless', { SECRET_KEY: 'another secret, of another installation' });
      const { code, output } = await target.run(['restore', folder], '');
      expect(code).to.equal(1);
      expect(output).to.include('the backup was made with keys that are not set');
    });

    it('to call an account restored that cannot log in', async () => {
      const target = await prepareTarget('wrong_password');
      const { code, output } = await target.run(['restore', folder, '--login', account.email], '', {
        input: 'a wrong one\n',
      });
      expect(code).to.equal(1);
      expect(output).to.include(`${account.email} cannot log in: the server returns 401 invalid_credentials`);
    });
  });

  it('name the first fault of an audit chain that was changed before the backup', async () => {
    const source = await prepareTarget('tampered');
    expect((await source.run(['restore', await backUp('tampered')], '')).code).to.equal(0);
    await source.query('ALTER TABLE audit_log DISABLE TRIGGER USER');
    const [row] = await source.query<{ id: string; sequence: string }>(
      `UPDATE audit_log SET action = 'project.hidden' WHERE id = (
        SELECT id FROM audit_log WHERE sequence = 2 AND organization_id IS NOT NULL LIMIT 1) RETURNING id, sequence`,
    );
    await source.query('ALTER TABLE audit_log ENABLE TRIGGER USER');
    const folder = join(directory, 'tampered-again');
    expect((await source.run(['backup', folder], '')).code).to.equal(0);
    const target = await prepareTarget('checked');
    const { code, output } = await target.run(['restore', folder, '--verify'], '');
    expect(code).to.equal(1);
    expect(output).to.include(`has a fault: row 2 ${row!.id} is edited`);
  });

  it('leave the database empty if it cannot take a row', async () => {
    const source = await prepareTarget('particular');
    expect((await source.run(['restore', await backUp('particular')], '')).code).to.equal(0);
    await source.query(`CREATE FUNCTION is_at_home() RETURNS boolean IMMUTABLE LANGUAGE sql
      AS $$ SELECT current_database() = 'particular' $$`);
    await source.query('CREATE TABLE zz_misfits (name text CHECK (public.is_at_home()))');
    await source.query("INSERT INTO zz_misfits VALUES ('x')");
    const folder = join(directory, 'particular-again');
    expect((await source.run(['backup', folder], '')).code).to.equal(0);
    const target = await prepareTarget('elsewhere');
    const { code, output } = await target.run(['restore', folder], '');
    expect(code).to.equal(1);
    expect(output).to.include('violates check constraint');
    expect(await target.query("SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace")).to.be.empty;
  });

  it('end at a signal after the rows are restored, too', async () => {
    const target = await prepareTarget('signalled');
    const holder = new pg.Client(postgres.url('signalled'));
    await holder.connect();
    await holder.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK_KEY]);
    const stop = new AbortController();
    const ending = target.run(['restore', await backUp('signalled')], '', { signal: stop.signal });
    await eventually(async () => {
      const waiting =
        "SELECT FROM pg_stat_activity WHERE datname = 'signalled' AND query LIKE '%pg_try_advisory_lock%'";
      expect((await holder.query(`${waiting} AND pid <> pg_backend_pid()`)).rows).to.have.length(1);
    }, 30_000);
    stop.abort();
    const { code, output } = await ending;
    await holder.end();
    expect(code).to.equal(null);
    expect(output).to.include('audit chains are as in the backup of ').and.not.to.include('restored in');
  });

  it('leave nothing behind when they are stopped', async () => {
    const holder = new pg.Client(postgres.url());
    await holder.connect();
    await holder.query('BEGIN; LOCK TABLE comments IN ACCESS EXCLUSIVE MODE');
    const stop = new AbortController();
    const ending = server.run(['backup', join(directory, 'stopped')], '', { signal: stop.signal });
    await eventually(async () => {
      const waiting = "SELECT FROM pg_stat_activity WHERE application_name = 'pg_dump' AND wait_event_type = 'Lock'";
      expect(await server.query(waiting)).to.have.length(1);
    }, 30_000);
    stop.abort();
    const { code, output } = await ending;
    await holder.end();
    expect([code, output]).to.deep.equal([1, 'stopped by a signal\n']);
    expect((await readdir(directory)).filter((name) => name.startsWith('stopped'))).to.deep.equal([]);
  });
});
