import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import pg from 'pg';
import type { Manifest } from '../../src/commands/backup/manifest.ts';
import { createAccount } from '../support/accounts.ts';
import { createScratchDatabase } from '../support/database.ts';
import { eventually } from '../support/eventually.ts';
import { givePassword, password } from '../support/passwords.ts';
import { prepareServer, type ServerProcess } from '../support/server-process.ts';

const copier = join(import.meta.dirname, '../support/stand-in-copier.ts');

// tests/production runs the same commands with PostgreSQL's own programs.
describe('backup and restore with programs that stand in for pg_dump and pg_restore', function () {
  this.timeout(60_000);
  let directory: string;
  let server: ServerProcess;
  const servers: ServerProcess[] = [];

  /** Writes both programs into a folder of their own. @returns the folder, for the PATH */
  const writePrograms = async (version: string): Promise<string> => {
    const folder = await mkdtemp(join(directory, 'programs-'));
    for (const action of ['dump', 'restore']) {
      const path = join(folder, `pg_${action}`);
      const printVersion = `[ "$1" = --version ] && echo 'pg_${action} (PostgreSQL) ${version}.1' && exit`;
      await writeFile(path, `#!/bin/sh\n${printVersion}\nexec '${process.execPath}' '${copier}' ${action} "$@"\n`);
      await chmod(path, 0o755);
    }
    return folder;
  };
  const prepare = async (
    version: string,
    source?: string,
    settings: Readonly<Record<string, string>> = {},
  ): Promise<ServerProcess> => {
    const PATH = `${await writePrograms(version)}:${process.env['PATH'] ?? ''}`;
    const prepared = await prepareServer(
      { PATH, SECRET_KEY: 'one secret of at least 32 bytes, for both', ...settings },
      await createScratchDatabase(source),
    );
    servers.push(prepared);
    return prepared;
  };
  const versionOf = async ({ query }: ServerProcess): Promise<string> => {
    const [row] = await query<{ version: number }>(
      "SELECT current_setting('server_version_num')::int / 10000 AS version",
    );
    return String(row!.version);
  };

  before(async () => {
    directory = await mkdtemp(join(tmpdir(), 'architect-backups-'));
    const probe = await prepare('1');
    server = await prepare(await versionOf(probe));
  });
  after(async () => {
    for (const one of servers) await one.remove();
    await rm(directory, { recursive: true, force: true });
  });

  it('copy the rows, check them and log in', async () => {
    const account = await createAccount(server);
    await givePassword(server, account);
    const folder = join(directory, 'whole');
    const made = await server.run(['backup', folder], '');
    expect(made.code, made.output).to.equal(0);
    expect(made.output).to.include(`is in ${folder}`).and.to.include('100 %');
    // The pooler and the replica of the installation lead to its own database, which the account could log in to.
    const installed = { DATABASE_POOLER_URL: server.databaseUrl, DATABASE_REPLICA_URL: server.databaseUrl };
    const target = await prepare(await versionOf(server), 'template0', installed);
    const restored = await target.run(['restore', folder, '--verify', '--login', account.email], '', {
      input: `${password}\n`,
    });
    expect(restored.code, restored.output).to.equal(0);
    expect(restored.output).to.include(`${account.email} can log in`);
    const again = await target.run(['restore', folder], '');
    expect([again.code, again.output.startsWith('the database is not empty')]).to.deep.equal([1, true]);
  });

  it('stop at a signal although the tables are still being counted', async () => {
    const folder = await mkdtemp(join(directory, 'programs-'));
    const version = await versionOf(server);
    const program = `#!/bin/sh\n[ "$1" = --version ] && echo 'pg_dump (PostgreSQL) ${version}.1'\nexit 0\n`;
    await writeFile(join(folder, 'pg_dump'), program, { mode: 0o755 });
    const own = { url: server.databaseUrl, drop: async () => undefined };
    const prompt = await prepareServer({ PATH: `${folder}:${process.env['PATH'] ?? ''}` }, own);
    servers.push(prompt);
    const holder = new pg.Client(server.databaseUrl);
    await holder.connect();
    await holder.query('BEGIN; LOCK TABLE comments IN ACCESS EXCLUSIVE MODE');
    const stop = new AbortController();
    const ending = prompt.run(['backup', join(directory, 'counting')], '', { signal: stop.signal });
    await eventually(async () => {
      const waiting =
        "SELECT FROM pg_stat_activity WHERE application_name = 'architect backup' AND wait_event_type = 'Lock'";
      expect(await server.query(waiting)).to.have.length(1);
    }, 30_000);
    stop.abort();
    const { code, output } = await ending;
    await holder.end();
    expect([code, output.split('\n').at(-2)]).to.deep.equal([1, 'stopped by a signal']);
    expect((await readdir(directory)).filter((name) => name.startsWith('counting'))).to.deep.equal([]);
  });

  it('report what differs from the manifest', async () => {
    const folder = join(directory, 'differs');
    expect((await server.run(['backup', folder], '')).code).to.equal(0);
    const path = join(folder, 'manifest.json');
    const manifest = JSON.parse(await readFile(path, 'utf8')) as Manifest;
    const tables = { ...manifest.tables, 'public.tasks': 12 };
    await writeFile(path, JSON.stringify({ ...manifest, tables }));
    const { code, output } = await (await prepare(await versionOf(server), 'template0')).run(['restore', folder], '');
    expect(code).to.equal(1);
    expect(output).to.include(
      'the restored database differs from the backup:\n  table public.tasks: 12 rows in the backup, 0 rows here\n',
    );
  });

  it('refuse a server that is older than that of the backup', async () => {
    const folder = join(directory, 'newer');
    expect((await server.run(['backup', folder], '')).code).to.equal(0);
    const path = join(folder, 'manifest.json');
    const manifest = JSON.parse(await readFile(path, 'utf8')) as Manifest;
    await writeFile(path, JSON.stringify({ ...manifest, postgres: { server: 99, pg_dump: 99 } }));
    const version = await versionOf(server);
    const { code, output } = await (await prepare(version, 'template0')).run(['restore', folder], '');
    const message = `the server is PostgreSQL ${version}, older than that of the backup: restore into PostgreSQL 99 or later\n`;
    expect([code, output]).to.deep.equal([1, message]);
  });

  it('name the package to install when the programs have another version', async () => {
    const old = await prepare('14');
    const { code, output } = await old.run(['backup', join(directory, 'old')], '');
    expect(code).to.equal(1);
    const version = await versionOf(old);
    expect(output).to.include(`pg_dump must have the version of the server, which is PostgreSQL ${version}`);
    expect(output).to.match(new RegExp(`the installed versions of pg_dump are: [^;]*\\b14\\b`));
    expect(output).to.include(`postgresql-client-${version}`);
    expect((await readdir(directory)).filter((name) => name.startsWith('old'))).to.deep.equal([]);
  });

  describe('refuse a folder that', () => {
    const facts = { secret_key_ids: [], migrations: [], tables: {}, audit_chains: [] };
    const whole = { format: 1, created_at: '', architect: {}, postgres: {}, dump: {}, ...facts };
    const manifestOf: Readonly<Record<string, readonly [content: string | undefined, message: RegExp]>> = {
      'has no manifest': [undefined, /manifest\.json cannot be read: name the folder that `backup` wrote/],
      'has half a manifest': ['{"format": 1, "crea', /manifest\.json is not JSON: it was changed or cut off/],
      'a later version wrote': ['{"format": 2}', /another format than 1: restore it with the version that wrote it/],
      'has half of its members': [
        JSON.stringify({ ...whole, audit_chains: undefined }),
        /lacks members: it was changed/,
      ],
      'has no dump': [JSON.stringify(whole), /database\.dump cannot be read: copy it from another copy of the backup/],
    };
    for (const [title, [content, message]] of Object.entries(manifestOf)) {
      it(title, async () => {
        const folder = join(directory, title.replaceAll(' ', '-'));
        await mkdir(folder);
        if (content !== undefined) await writeFile(join(folder, 'manifest.json'), content);
        const { code, output } = await server.run(['restore', folder], '');
        expect(code).to.equal(1);
        expect(output).to.match(message);
      });
    }

    it('another version of the migrations wrote', async () => {
      const folder = join(directory, 'migrations');
      expect((await server.run(['backup', folder], '')).code).to.equal(0);
      const path = join(folder, 'manifest.json');
      const manifest = JSON.parse(await readFile(path, 'utf8')) as Manifest;
      const migrations = [...manifest.migrations, { name: '20991231000000_later.sql', checksum: '00' }];
      await writeFile(path, JSON.stringify({ ...manifest, migrations }));
      const { code, output } = await server.run(['restore', folder], '');
      expect(code).to.equal(1);
      expect(output).to.include("this version does not have the backup's migrations 20991231000000_later.sql");
    });
  });

  for (const args of [['backup'], ['backup', 'a', 'b'], ['restore'], ['restore', 'a', 'b']]) {
    it(`explain their arguments to \`${args.join(' ')}\``, async () => {
      const { code, output } = await server.run(args, '');
      expect(code).to.equal(2);
      expect(output).to.match(
        /^name one (new )?folder: (backup FOLDER|restore FOLDER \[--verify\] \[--login EMAIL\] \[--without-keys\])\n$/,
      );
    });
  }

  it('say why a folder cannot be created', async () => {
    const { code, output } = await server.run(['backup', '/dev/null/copy'], '');
    expect(code).to.equal(1);
    expect(output).to.match(/^\/dev\/null\/copy cannot be created \(E[A-Z]+: .*\): name a folder [^\n]*\n$/);
  });

  it('ask for the password that they log in with', async () => {
    const { code, output } = await server.run(['restore', 'anywhere', '--login', 'ada@meridian.example'], '');
    expect([code, output]).to.deep.equal([1, 'no password: pass it as the first line of standard input\n']);
  });
});
