import { expect } from 'chai';
import pg from 'pg';
import { MIGRATION_LOCK_KEY } from '../../src/platform/migrate.ts';
import { checkedFetch } from '../support/contract/checked-fetch.ts';
import { eventually } from '../support/eventually.ts';
import { openNetwork } from '../support/network.ts';
import { useServers } from '../support/use-servers.ts';

describe('the probes of a process', function () {
  this.timeout(60_000);
  const prepare = useServers();

  const statusOf = async (url: string): Promise<number> => (await checkedFetch(new Request(url))).status;
  const refusalOf = (url: string): Promise<unknown> =>
    checkedFetch(new Request(url)).then(
      ({ status }) => status,
      (error: unknown) => ((error as Error).cause as NodeJS.ErrnoException).code,
    );

  it('find no open port while migrations run, so that proxies send nothing there', async () => {
    const server = await prepare();
    const migration = new pg.Client({ connectionString: server.databaseUrl });
    await migration.connect();
    await migration.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK_KEY]);
    const started = server.start();
    await eventually(async () => {
      const asking = await server.query(
        `SELECT FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'architect migrate'
          AND query LIKE '%pg_try_advisory_lock%'`,
      );
      expect(asking).to.have.lengthOf(1);
    }, 20_000);
    expect(await refusalOf(`${server.url}/health/liveness`)).to.equal('ECONNREFUSED');
    await migration.end();
    await started;
    expect(await statusOf(`${server.url}/health/liveness`)).to.equal(200);
    expect(await statusOf(`${server.url}/health/readiness`)).to.equal(200);
  });

  it('find a process that lives, and is not ready, while its database is away', async () => {
    const { databaseUrl } = await prepare();
    const network = await openNetwork(Number(new URL(databaseUrl).port));
    const server = await prepare({ DATABASE_URL: network.through(databaseUrl) });
    await server.start();
    await network.goDown();
    await eventually(async () => expect(await statusOf(`${server.url}/health/readiness`)).to.equal(503), 10_000);
    expect(await statusOf(`${server.url}/health`)).to.equal(503);
    expect(await statusOf(`${server.url}/health/liveness`)).to.equal(200);
    const text = await (await checkedFetch(`${server.url}/metrics`)).text();
    expect(text)
      .to.match(/^database_up 0$/m)
      .and.match(/^architect_ready\{role="server"\} 0$/m)
      .and.not.match(/^outbox_depth \d/m);
    network.comeBack();
    await eventually(async () => expect(await statusOf(`${server.url}/health/readiness`)).to.equal(200), 10_000);
    await network.close();
  });
});
