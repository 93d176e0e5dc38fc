import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { expect } from 'chai';
import { SMTPServer } from 'smtp-server';
import type { AnyHandler } from '../../src/contract/options.ts';
import { createLogger } from '../../src/platform/logger.ts';
import { secretNames } from '../../generated/sensitive-names.ts';
import { AppError } from '../../src/problems/app-error.ts';
import { createAccount, createKey, createSession } from '../support/accounts.ts';
import { startApp } from '../support/app.ts';
import { CANARY, refusedCredentials, requestIdOf, sendCanaries } from '../support/canaries/canary-requests.ts';
import { checkedFetch } from '../support/contract/checked-fetch.ts';
import { documentedOperations } from '../support/contract/document.ts';
import { eventually } from '../support/eventually.ts';
import { openNetwork, type Network } from '../support/network.ts';
import { bearer } from '../support/sample-request.ts';
import { freePort, type ServerProcess } from '../support/server-process.ts';
import { useServers } from '../support/use-servers.ts';
import { createWorld, type World } from '../support/world.ts';

// Whatever happens, the logs contain no secret and no personal data. Canaries are in every part of the requests; the
// logs of the server and the worker, at the most detailed level, are searched for them.

const linesWith = (log: string, text: string): readonly string[] =>
  log.split('\n').filter((line) => line.toLowerCase().includes(text.toLowerCase()));

type Credential = Readonly<Record<string, string>>;

/** Operations that end the credentials of the requests come last. */
const ending = /^(?:delete|revoke|logOut|leave|remove|deactivate|changePassword)/;
const ordered = [
  ...documentedOperations.filter(({ id }) => !ending.test(id)),
  ...documentedOperations.filter(({ id }) => ending.test(id)),
];

describe('Security_LogCanaries', function () {
  this.timeout(180_000);
  const prepare = useServers();
  let network: Network | undefined;
  afterEach(async () => {
    await network?.close();
    network = undefined;
  });

  /** Sends every operation's canaries with `credentialsFor` it, and returns how many responses had each status. */
  async function sendAll(
    { url }: ServerProcess,
    { ids }: World,
    credentialsFor: () => Promise<readonly Credential[]>,
  ): Promise<Map<number, number>> {
    const counts = new Map<number, number>();
    for (const operation of ordered) {
      const credentials = [...(await credentialsFor()), refusedCredentials];
      for (const status of await sendCanaries(operation, { url, ids, credentials }))
        counts.set(status, (counts.get(status) ?? 0) + 1);
    }
    return counts;
  }

  /** @throws AssertionError if the log contains a canary */
  function expectNoCanary(log: string, secrets: readonly string[] = []): void {
    for (const text of [CANARY, ...secrets]) expect(linesWith(log, text)).to.deep.equal([]);
  }

  it('no operation logs what it is sent, whether it is accepted, refused or hit by an outage of the database', async () => {
    const { databaseUrl, query } = await prepare();
    network = await openNetwork(Number(new URL(databaseUrl).port));
    const server = await prepare({
      DATABASE_URL: network.through(databaseUrl),
      LOG_LEVEL: 'trace',
      POOL_ACQUIRE_TIMEOUT_MS: '1000',
      METRICS_TOKEN: `${CANARY}-0123456789abcdef`,
      SECRET_KEY: `${CANARY}-Zk3vQ9sX7pLw2RtYb8NcJh5MfGd4KuEa1VoTi6Hq`,
    });
    await server.start('--no-worker');
    await server.startWorker();
    const host = { ...server, query };
    const world = await createWorld(host);
    const { owner } = world;
    const secrets: string[] = [owner.email, owner.name, owner.token, new URL(databaseUrl).password];
    // New ones for each operation, because some operations change or end the credentials of their caller.
    const newCredentials = async (): Promise<readonly Credential[]> => {
      const members = await query('SELECT 1 FROM organization_members WHERE user_id = $1', [owner.user_id]);
      // After the operations that delete the account or its organization.
      if (members.length === 0) return [bearer(owner)];
      const key = await createKey(host, owner);
      const session = await createSession(host, owner);
      secrets.push(key.token, session.token, session.csrf_token);
      return [bearer(key), { cookie: session.cookie, 'x-csrf-token': session.csrf_token }];
    };
    const counts = await sendAll(server, world, newCredentials);
    expect(counts.get(200), 'reads').to.be.greaterThan(100);
    expect(counts.get(201), 'creations').to.be.greaterThan(5);
    expect(counts.get(400), 'refusals').to.be.greaterThan(100);
    await network.goDown();
    const refused = await sendAll(server, world, () => Promise.resolve([bearer(owner), bearer(world.session)]));
    expect(refused.get(503), 'refused by the outage').to.be.greaterThan(200);
    network.comeBack();
    await server.stop();
    const log = server.printed();
    for (const operation of documentedOperations)
      expect(linesWith(log, `"request_id":"${requestIdOf(operation)}"`), operation.id).to.have.length.of.at.least(6);
    expectNoCanary(log, secrets);
  });

  it('a mail server that refuses a recipient, and quotes the address, is logged without it', async () => {
    const port = await freePort();
    const mailServer = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onRcptTo: ({ address }, _session, respond) => respond(new Error(`<${address}> is unknown here`)),
    });
    mailServer.listen(port, '127.0.0.1');
    await once(mailServer.server, 'listening');
    const server = await prepare({ LOG_LEVEL: 'trace', SMTP_URL: `smtp://127.0.0.1:${port}` });
    await server.start();
    const body = { email: `${CANARY}@${CANARY}.example`, name: CANARY, password: `${CANARY} battery staple` };
    const headers = { 'content-type': 'application/json' };
    const init = { method: 'POST', headers, body: JSON.stringify(body) };
    expect((await checkedFetch(`${server.url}/api/v2/auth/register`, init)).status).to.equal(202);
    await eventually(async () => expect(server.printed()).to.include('is unknown here'), 20_000);
    await server.stop();
    mailServer.close();
    expect(server.printed()).to.include('job failed; it will be retried');
    expectNoCanary(server.printed());
  });

  it('a response that breaks the contract, and a bug, are logged without what they contain', async () => {
    const lines: string[] = [];
    const logger = createLogger({
      level: 'trace',
      secretNames,
      destination: { write: (line) => void lines.push(line) },
    });
    const bug = Object.assign(new Error('duplicate key value violates unique constraint "users_email_key"'), {
      code: '23505',
      severity: 'ERROR',
      detail: `Key (email)=(${CANARY}) already exists.`,
    });
    const handlers: Readonly<Record<string, AnyHandler>> = {
      getMe: () => Promise.resolve({ status: 200, body: { [CANARY]: CANARY, email: CANARY } }),
      listTasks: () => Promise.reject(bug),
      listProjects: () => Promise.reject(new AppError('email_taken', 409, { email: CANARY })),
    };
    const app = await startApp({ app: { logger, handlers: { v2: handlers } } });
    try {
      const headers = bearer(await createAccount(app));
      const statuses: number[] = [];
      for (const path of ['me', 'tasks', 'projects']) {
        // An undeclared problem is no response of the contract, so checkedFetch would refuse it.
        const response = once(get(`${app.url}/api/v2/${path}`, { headers }), 'response') as Promise<[IncomingMessage]>;
        const [{ statusCode }] = await response;
        statuses.push(statusCode ?? 0);
      }
      expect(statuses).to.deep.equal([500, 500, 409]);
    } finally {
      await app.stop();
    }
    const log = lines.join('');
    for (const text of ['would have broken the contract', 'users_email_key', 'does not declare'])
      expect(log).to.include(text);
    expectNoCanary(log);
  });

  it('a process that crashes says where, in one line of its log', async () => {
    const preload = join(import.meta.dirname, '../support/canaries/crash-on-signal.ts');
    const server = await prepare({ LOG_LEVEL: 'info', NODE_OPTIONS: `--import=${preload}` });
    await server.start();
    expect(await server.stop('SIGUSR2')).to.equal(1);
    const [line, ...others] = linesWith(server.printed(), 'it broke');
    expect(others).to.deep.equal([]);
    expect(JSON.parse(line!)).to.deep.include({ level: 'fatal', msg: 'an error was not handled; the process ends' });
    expectNoCanary(server.printed());
  });

  it('a process that cannot start does not print its secrets', async () => {
    const port = await freePort();
    const server = await prepare({
      DATABASE_URL: `postgres://architect:${CANARY}@127.0.0.1:${port}/architect`,
      DATABASE_WAIT_MS: '100',
      SECRET_KEY: `${CANARY}-Zk3vQ9sX7pLw2RtYb8NcJh5MfGd4KuEa1VoTi6Hq`,
      OTEL_EXPORTER_OTLP_HEADERS: `api-key=${CANARY}`,
    });
    await server.start().catch(() => undefined);
    await eventually(async () => expect(server.printed()).to.include('no PostgreSQL responds'));
    expectNoCanary(server.printed());
  });
});
