import { chown, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Project } from '../../generated/v2/types.ts';
import { clientsOf, createAccount, type Account } from '../support/accounts.ts';
import { eventually } from '../support/eventually.ts';
import { bodyOf, createProject } from '../support/factories.ts';
import { givePassword, password, sessionOf } from '../support/passwords.ts';
import { readBlock, readSettings, runCommands } from '../support/production/document-commands.ts';
import { serverOwner, startPostgres, type Postgres } from '../support/production/postgres.ts';
import { startWriters } from '../support/production/writers.ts';
import { prepareServer, type ServerProcess } from '../support/server-process.ts';

const recoveryPage = 'docs/DISASTER_RECOVERY.md';

describe('point-in-time recovery', function () {
  this.timeout(120_000);
  const servers: ServerProcess[] = [];
  const databases: Postgres[] = [];
  let directory: string;
  let archive: string;
  let primary: Postgres;
  let server: ServerProcess;
  let account: Account;
  let doomed: Project;
  let kept: Project;

  const inArchive = (text: string): string => text.replaceAll('/srv/archive', archive);
  const serveOn = async (database: Postgres): Promise<ServerProcess> => {
    databases.push(database);
    const one = await prepareServer(
      { SECRET_KEY: 'one secret of at least 32 bytes, for both' },
      { url: database.url(), drop: async () => undefined },
    );
    servers.push(one);
    await one.start();
    return one;
  };

  before(async () => {
    const owner = serverOwner();
    directory = await mkdtemp(join(tmpdir(), 'architect-archive-'));
    archive = join(directory, 'wal');
    await mkdir(archive);
    if (owner.uid !== undefined) for (const path of [directory, archive]) await chown(path, owner.uid, owner.gid!);
    const settings = readSettings(inArchive(readBlock(recoveryPage, 'Archive the write-ahead log', 'conf')));
    primary = await startPostgres({ settings });
    server = await serveOn(primary);
    account = await createAccount(server);
    await givePassword(server, account);
    [doomed, kept] = [await createProject(account), await createProject(account)];
  });
  after(async () => {
    for (const one of servers) await one.remove();
    for (const one of databases) await one.remove();
    await rm(directory, { recursive: true, force: true });
  });

  const tasksOf = async (one: ServerProcess, { id }: Project): Promise<Set<string>> => {
    const rows = await one.query<{ id: string }>('SELECT id FROM tasks WHERE project_id = $1', [id]);
    return new Set(rows.map((row) => row.id));
  };

  it('brings back a project that was deleted, with every write of before and none of after', async () => {
    const early = startWriters(account, doomed, 1);
    await early.more(20);
    const backup = { PRIMARY_URL: primary.url('postgres'), BASE_BACKUP: join(directory, 'base') };
    await runCommands(readBlock(recoveryPage, 'Take a base backup', 'sh'), backup, serverOwner());
    await early.more(20);
    await early.stop();
    const [clock] = await server.query<{ moment: string }>('SELECT clock_timestamp()::text AS moment');
    await deleteProject(account, doomed);
    const late = startWriters(account, kept, 1);
    await late.more(5);
    await late.stop();
    await archiveAll(server);
    await primary.stop('immediate');

    const startedAt = performance.now();
    const commands = inArchive(readBlock(recoveryPage, 'Recover to a moment', 'sh'));
    const recovered = await startPostgres({
      fill: async (PGDATA, owner) => {
        await runCommands(commands, { ...backup, PGDATA, MOMENT: clock!.moment }, owner);
      },
    });
    const after = await serveOn(recovered);
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    console.log(`figure: point-in-time recovery ${seconds} s from the start of the commands to a ready server`);
    const present = await tasksOf(after, doomed);
    expect(early.acknowledged.filter(({ id }) => !present.has(id))).to.deep.equal([]);
    expect(present.size).to.equal(early.acknowledged.length);
    expect([...(await tasksOf(after, kept))]).to.deep.equal([]);

    const { v2 } = clientsOf(after, account.token);
    const params = { path: { project_id: doomed.id } };
    expect(bodyOf(await v2.GET('/api/v2/projects/{project_id}', { params })).id).to.equal(doomed.id);
    const session = await v2.POST('/api/v2/auth/login', { body: { email: account.email, password } });
    expect(sessionOf(session.data).user.id).to.equal(account.user_id);
    await eventually(async () => {
      const { is_intact, checked } = bodyOf(await v2.GET('/api/v2/audit-log/verification'));
      expect([is_intact, checked > 40]).to.deep.equal([true, true]);
    }, 15_000);
  });
});

async function deleteProject({ v2 }: Account, { id }: Project): Promise<void> {
  const { response } = await v2.DELETE('/api/v2/projects/{project_id}', { params: { path: { project_id: id } } });
  expect(response.status).to.equal(204);
}

/** Closes the current segment of the log and waits until it is in the archive. */
async function archiveAll({ query }: ServerProcess): Promise<void> {
  const [last] = await query<{ segment: string }>('SELECT pg_walfile_name(pg_switch_wal()) AS segment');
  await eventually(async () => {
    const rows = await query('SELECT FROM pg_stat_archiver WHERE last_archived_wal >= $1', [last!.segment]);
    expect(rows).to.have.length(1);
  }, 30_000);
}
