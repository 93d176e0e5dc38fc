import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { clientsOf, createAccount, type Account } from '../support/accounts.ts';
import { createScratchDatabase } from '../support/database.ts';
import { createProject, createTask } from '../support/factories.ts';
import { givePassword, password, sessionOf } from '../support/passwords.ts';
import { readBlock, runCommands } from '../support/production/document-commands.ts';
import { startPostgres, type Postgres } from '../support/production/postgres.ts';
import { codeOf, turnOn } from '../support/second-factor.ts';
import { prepareServer, type ServerProcess } from '../support/server-process.ts';

const recoveryPage = 'docs/DISASTER_RECOVERY.md';

describe('the backups of docs/DISASTER_RECOVERY.md', function () {
  this.timeout(120_000);
  let directory: string;
  let BACKUPS: string;
  let postgres: Postgres;
  let server: ServerProcess;
  let account: Account;
  let variables: Readonly<Record<string, string>>;
  const servers: ServerProcess[] = [];

  const prepare = async (
    url: string,
    SECRET_KEY: string,
    drop = async (): Promise<void> => undefined,
  ): Promise<ServerProcess> => {
    const prepared = await prepareServer({ SECRET_KEY }, { url, drop });
    servers.push(prepared);
    return prepared;
  };
  const backUp = async (): Promise<string> => {
    await runCommands(readBlock(recoveryPage, 'Backups', 'sh'), { ...variables, DATABASE_URL: postgres.url() });
    return (await readdir(BACKUPS)).sort().at(-1)!;
  };

  before(async () => {
    directory = await mkdtemp(join(tmpdir(), 'architect-backups-'));
    BACKUPS = join(directory, 'backups');
    postgres = await startPostgres();
    const SECRET_KEY = 'one secret of at least 32 bytes, to be kept';
    server = await prepare(postgres.url(), SECRET_KEY);
    await server.start();
    variables = { NODE_ENV: 'test', LOG_LEVEL: 'fatal', DATA_DIR: server.dataDir, SECRET_KEY, BACKUPS };
    account = await createAccount(server);
    await givePassword(server, account);
    await createTask(account, await createProject(account));
  });
  after(async () => {
    for (const one of servers) await one.remove();
    await postgres.remove();
    await rm(directory, { recursive: true, force: true });
  });

  it('are made, encrypted, decrypted and restored by its commands', async () => {
    const NAME = await backUp();
    const [GNUPGHOME, OFFSITE] = [join(directory, 'gnupg'), join(directory, 'offsite')];
    await mkdir(GNUPGHOME, { mode: 0o700 });
    await mkdir(OFFSITE);
    const RECIPIENT = 'backups@meridian.example';
    const key = ['--batch', '--passphrase', "''", '--quick-generate-key', RECIPIENT, 'default', 'default', 'never'];
    const offsite = { ...variables, GNUPGHOME, OFFSITE, RECIPIENT, NAME };
    await runCommands(`gpg --quiet ${key.join(' ')}`, offsite);
    await runCommands(readBlock(recoveryPage, 'Encrypt a backup', 'sh'), offsite);
    const decrypt = 'gpg --quiet --decrypt "$OFFSITE/$NAME.tar.gpg" | tar --extract --directory "$OFFSITE"';
    await runCommands(`${decrypt}; gpgconf --kill all`, offsite);
    const printed = await runCommands(readBlock(recoveryPage, 'Restore', 'sh'), {
      ...variables,
      ...{ ADMIN_URL: postgres.url('postgres'), RESTORED_URL: postgres.url('architect_restored') },
      ...{ BACKUP: join(OFFSITE, NAME), ACCOUNT: account.email, PASSWORD: password },
    });
    expect(printed).to.match(/\d+ audit chains with \d+ rows are intact/);
    expect(printed).to.include(`${account.email} can log in`);
  });

  it('move an installation to a later version of PostgreSQL', async () => {
    const folder = join(BACKUPS, await backUp());
    const scratch = await createScratchDatabase('template0');
    const later = await prepare(scratch.url, variables['SECRET_KEY']!, () => scratch.drop());
    const [version] = await later.query<{ now: number }>("SELECT current_setting('server_version_num')::int AS now");
    const [former] = await server.query<{ now: number }>("SELECT current_setting('server_version_num')::int AS now");
    expect(version!.now).to.be.above(former!.now);
    const { code, output } = await later.run(['restore', folder, '--verify', '--login', account.email], '', {
      input: password,
    });
    expect(code, output).to.equal(0);
  });

  it('can be used when the keys are lost, as the page says', async () => {
    const { secret } = await turnOn(server, account);
    const folder = join(BACKUPS, await backUp());
    await server.query('CREATE DATABASE without_keys');
    const DATABASE_URL = postgres.url('without_keys');
    const target = await prepare(DATABASE_URL, 'a new secret, because the old one is lost');
    const { code, output } = await target.run(['restore', folder, '--without-keys'], '');
    expect(code, output).to.equal(0);
    await target.start();
    const { v2 } = clientsOf(target, account.token);
    expect((await v2.GET('/api/v2/me')).response.status).to.equal(200);
    const logIn = () => v2.POST('/api/v2/auth/login', { body: { email: account.email, password } });
    const challenge = (await logIn()).data;
    expect(challenge?.kind).to.equal('mfa_challenge');
    const taken = { challenge_token: (challenge as { challenge_token: string }).challenge_token };
    const completed = await v2.POST('/api/v2/auth/login/mfa', {
      body: { ...taken, code: codeOf(secret, target.clock.now()) },
    });
    expect(completed.response.status).to.equal(500);
    await runCommands(readBlock(recoveryPage, 'When the keys are lost', 'sh'), { DATABASE_URL });
    expect(sessionOf((await logIn()).data).user.id).to.equal(account.user_id);
  });
});
