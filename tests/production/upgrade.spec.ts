import { expect } from 'chai';
import { createAccount, type Account } from '../support/accounts.ts';
import { openBalancer, type Balancer } from '../support/balancer.ts';
import { startTraffic } from '../support/production/client-traffic.ts';
import { checkOutLastRelease } from '../support/production/last-release.ts';
import { startPostgres } from '../support/production/postgres.ts';
import { prepareServer, type ServerProcess } from '../support/server-process.ts';

const SETTINGS = { SECRET_KEY: 'a secret of the installation that is upgraded', LOG_LEVEL: 'warn' };
const ROUNDS = 10;

describe('an upgrade from the last release', function () {
  this.timeout(300_000);
  let before: ServerProcess;
  let after: ServerProcess;
  let balancer: Balancer;
  let account: Account;
  let projectId = '';

  const portOf = ({ url }: ServerProcess): number => Number(new URL(url).port);
  const taskTitles = async (): Promise<Map<string, string>> => {
    const rows = await after.query<{ id: string; title: string }>('SELECT id, title FROM tasks ORDER BY id');
    return new Map(rows.map(({ id, title }) => [id, title]));
  };

  const closing: (() => Promise<unknown>)[] = [];

  beforeEach(async () => {
    const release = await checkOutLastRelease();
    closing.push(() => release.remove());
    const postgres = await startPostgres();
    closing.push(() => postgres.remove());
    const database = { url: postgres.url(), drop: async () => undefined };
    before = await prepareServer(SETTINGS, database, release.directory);
    closing.push(() => before.remove());
    after = await prepareServer({ ...SETTINGS, MIGRATE_ON_START: 'false' }, database);
    closing.push(() => after.remove());
    await before.start();
    account = await createAccount(before);
    const response = await fetch(`${before.url}/api/v2/projects`, {
      method: 'POST',
      headers: { authorization: `Bearer ${account.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ key: 'ALPHA', name: 'Alpha' }),
    });
    expect(response.status).to.equal(201);
    ({ id: projectId } = (await response.json()) as { id: string });
    balancer = await openBalancer([portOf(before), portOf(after)], 50);
    closing.push(() => balancer.close());
  });
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close();
  });

  it('fails no request: migrate under traffic, both versions side by side, the old one stops, and back', async () => {
    const traffic = startTraffic({ url: balancer.url, token: account.token, projectId });
    await traffic.rounds(ROUNDS);
    const { code, output } = await after.run(['migrate'], '');
    expect(code, output).to.equal(0);
    await traffic.rounds(ROUNDS);
    await after.start();
    await traffic.rounds(3 * ROUNDS);
    await balancer.withdraw(portOf(before));
    expect(await before.stop()).to.equal(0);
    await traffic.rounds(ROUNDS);
    const forwarded = { before: balancer.forwardedTo(portOf(before)), after: balancer.forwardedTo(portOf(after)) };

    // The old version starts again on the new schema, and the new one stops.
    await before.start();
    balancer.readmit(portOf(before));
    await traffic.rounds(3 * ROUNDS);
    await balancer.withdraw(portOf(after));
    expect(await after.stop()).to.equal(0);
    await traffic.rounds(ROUNDS);
    await traffic.stop();

    expect([...new Set(traffic.failures)]).to.deep.equal([]);
    expect(balancer.failed()).to.equal(0);
    expect(forwarded.after).to.be.above(ROUNDS);
    expect(balancer.forwardedTo(portOf(before))).to.be.above(forwarded.before + ROUNDS);
    expect(await taskTitles()).to.deep.equal(new Map([...traffic.tasks].sort()));
  });
});
