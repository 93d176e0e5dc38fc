import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import { SMTPServer } from 'smtp-server';
import { connectionsOf } from '../support/deploy/connections.ts';
import { readCompose } from '../support/deploy/compose.ts';
import { eventually } from '../support/eventually.ts';
import { Installation, notRun } from '../support/production/installation.ts';

interface Target {
  readonly labels: { readonly job: string };
  readonly health: string;
}

describe('deploy/docker-compose.yml, with the programs of this machine', function () {
  this.timeout(180_000);
  const mails: string[] = [];
  const mailServer = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, session, done) => {
      mails.push(...session.envelope.rcptTo.map(({ address }) => address));
      stream.resume().once('end', () => done());
    },
  });
  let installation: Installation;

  before(async () => {
    mailServer.listen(0, '127.0.0.1');
    await once(mailServer.server, 'listening');
    const { port } = mailServer.server.address() as AddressInfo;
    installation = await Installation.open(`smtp://127.0.0.1:${port}`, { RATE_LIMIT_PAGES: '1000000' });
  });
  after(async () => {
    await installation.remove();
    mailServer.close();
  });

  it('runs each service but Grafana, and all are healthy', () => {
    const { services } = readCompose({ PUBLIC_URL: installation.url });
    const expected = Object.entries(services).flatMap(([name, { deploy, restart }]) =>
      restart === 'no' || notRun.includes(name) ? [] : Array.from({ length: deploy.replicas ?? 1 }, () => name),
    );
    expect(installation.running()).to.have.members(expected);
  });

  it('serves the API through the proxy, and sends mail by the worker', async () => {
    const email = 'ada@example.com';
    const response = await fetch(`${installation.url}/api/v2/auth/register`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password: 'violet-harbor-47-lantern', name: 'Ada' }),
    });
    expect(response.status, await response.text()).to.equal(202);
    await eventually(async () => expect(mails).to.deep.equal([email]), 20_000);
  });

  it('counts the requests of a client in one number, at whichever server and whatever it calls itself', async () => {
    const remaining: number[] = [];
    for (const headers of [{}, { 'x-forwarded-for': '203.0.113.7' }, { 'x-forwarded-for': '203.0.113.8' }]) {
      const response = await fetch(`${installation.url}/health`, { headers });
      remaining.push(Number(/\br=(\d+)/.exec(response.headers.get('ratelimit') ?? '')?.[1]));
    }
    const [first = NaN] = remaining;
    expect(remaining).to.deep.equal([first, first - 1, first - 2]);
  });

  it('does not serve metrics through the proxy', async () => {
    expect((await fetch(`${installation.url}/metrics`)).status).to.equal(404);
    expect((await fetch(`${installation.urlOf('server:9464')}/metrics`)).status).to.equal(200);
  });

  it('gives the servers an account that owns its database and nothing else', async () => {
    const rights =
      "SELECT rolsuper OR rolcreaterole OR rolcreatedb OR rolreplication FROM pg_roles WHERE rolname = 'architect'";
    expect(await installation.query(rights)).to.equal('f');
    const owner = "SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = 'architect'";
    expect(await installation.query(owner)).to.equal('architect');
  });

  it('opens no more connections beside the pools than PostgreSQL is set up for', async () => {
    const sql = "SELECT count(*) FROM pg_stat_activity WHERE usename = 'architect' AND application_name <> 'architect'";
    const allowed = 2 * connectionsOf('server', 0) + connectionsOf('worker', 0);
    expect(Number(await installation.query(sql))).to.be.within(3, allowed);
  });

  it('scrapes each server and worker', async () => {
    await eventually(async () => {
      const response = await fetch(`${installation.urlOf('prometheus:9090')}/api/v1/targets?state=active`);
      const { data } = (await response.json()) as { readonly data: { readonly activeTargets: readonly Target[] } };
      const up = data.activeTargets.filter(({ health }) => health === 'up').map(({ labels }) => labels.job);
      expect(up).to.have.members(['architect-server', 'architect-server', 'architect-worker', 'prometheus']);
    }, 30_000);
  });

  it('fails no read while a server crashes and returns', async () => {
    const statuses: number[] = [];
    let isStopped = false;
    const read = async (method: string): Promise<void> => {
      while (!isStopped) {
        const response = await fetch(`${installation.url}/.well-known/api-catalog`, { method });
        await response.text();
        statuses.push(response.status);
      }
    };
    const readers = Promise.all(['GET', 'GET', 'HEAD', 'HEAD'].map(read));
    await eventually(async () => expect(statuses).to.have.length.above(20));
    await installation.kill('server', 1);
    const afterCrash = statuses.length;
    await eventually(async () => expect(statuses).to.have.length.above(afterCrash + 20), 20_000);
    await installation.restart('server', 1);
    isStopped = true;
    await readers;
    expect(statuses.filter((status) => status !== 200)).to.deep.equal([]);
  });

  it('ends each service within its stop_grace_period', async () => {
    const ended = await installation.stop();
    expect(ended.filter(([, code]) => code !== 0)).to.deep.equal([]);
    expect(installation.running()).to.deep.equal([]);
  });
});
