import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { createMember } from '../../src/commands/serve-for-supervisor.ts';
import { loadConfig, type Config } from '../../src/config.ts';
import { createLink } from '../../src/processes/link.ts';
import type { ServingProcess, Supervision } from '../../src/processes/protocol.ts';
import type { Child } from '../../src/processes/supervisor.ts';
import { createSupervisedApp, type MemberSettings } from '../../src/serving-processes.ts';
import { createAccount, type AccountHost } from '../support/accounts.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { checkedFetch } from '../support/contract/checked-fetch.ts';
import { createScratchDatabase, type ScratchDatabase } from '../support/database.ts';
import { linkEndpoints } from '../support/linked-endpoints.ts';
import { thrownBy } from '../support/thrown-by.ts';
import pg from 'pg';

interface Member {
  readonly child: Child<MemberSettings>;
  /** Its port, because processes of one test cannot share one. */
  readonly started: Promise<{ readonly port: number }>;
}

/** Starts a serving process inside of this one. */
function forkHere(offer: Supervision): Member {
  const ends = linkEndpoints();
  const member = createMember(ends.child);
  const link = createLink<ServingProcess<MemberSettings>, Supervision>(ends.supervisor, offer);
  const started = Promise.withResolvers<{ readonly port: number }>();
  started.promise.catch(() => undefined);
  const call: typeof link.call = (name, body, limitMs) => {
    const called = link.call(name, body, limitMs);
    if (name === 'start') called.then(started.resolve as never, started.reject);
    return called;
  };
  const ended = member.ended.then(() => {
    ends.close();
    return { code: 0, signal: null };
  });
  return { child: { pid: 1, link: { ...link, call }, ended, kill: () => member.stop() }, started: started.promise };
}

describe('an app that supervises serving processes', function () {
  this.timeout(60_000);
  let scratch: ScratchDatabase;
  let dataDir: string;
  let pool: pg.Pool;
  before(async () => {
    scratch = await createScratchDatabase();
    pool = new pg.Pool({ connectionString: scratch.url, max: 1 });
    dataDir = await mkdtemp(join(tmpdir(), 'architect-supervised-'));
  });
  after(async () => {
    await pool.end();
    await scratch.drop();
    await rm(dataDir, { recursive: true });
  });

  const configOf = (settings: Readonly<Record<string, string>> = {}): Config =>
    loadConfig({
      NODE_ENV: 'test',
      HOST: '127.0.0.1',
      PORT: '0',
      DATA_DIR: dataDir,
      DATABASE_URL: scratch.url,
      LOG_LEVEL: 'fatal',
      WORKERS: '2',
      POOL_MAX: '12',
      ...settings,
    });

  it('shows readiness, metrics, connections and rate limits of all of them', async () => {
    const members: Member[] = [];
    const fork = (offer: Supervision): Child<MemberSettings> => {
      members.push(forkHere(offer));
      return members.at(-1)!.child;
    };
    const { app } = await createSupervisedApp(configOf({ RATE_LIMIT_PAGES: '5' }), { isWorking: false, fork });
    await app.start();
    const ports = await Promise.all(members.map(async ({ started }) => (await started).port));
    const host: AccountHost = {
      url: `http://127.0.0.1:${ports[0]}`,
      clock: systemClock,
      query: async <Row extends pg.QueryResultRow>(text: string, values: readonly unknown[] = []) =>
        (await pool.query<Row>(text, [...values])).rows,
    };
    const get = (port: number | undefined, path: string): Promise<Response> =>
      checkedFetch(new Request(`http://127.0.0.1:${port}${path}`));

    // Readiness, and a request that each of them counts.
    for (const port of ports) expect((await get(port, '/health/readiness')).status).to.equal(200);
    for (const port of ports) {
      const text = await (await get(port, '/metrics')).text();
      expect(text).to.match(/^http_requests_total\{operation_id="getReadiness",.*\} 2$/m);
      expect(text).to.match(/^database_pool_connections_max 12$/m);
      expect(text.match(/^architect_ready/gm)).to.have.lengthOf(1);
    }
    const { v2 } = await createAccount(host, { is_operator: true });
    const { data } = await v2.GET('/health/detailed');
    const max = data?.database.facts.find(({ name }) => name === 'connections_max');
    expect(max?.value).to.equal(12);

    const statuses: number[] = [];
    for (let count = 0; count < 4; count++)
      for (const port of ports) statuses.push((await get(port, '/api/changelog')).status);
    expect(statuses).to.deep.equal([200, 200, 200, 200, 200, 429, 429, 429]);

    await app.stop();
    await Promise.all(members.map(({ child }) => child.ended));
    expect(await thrownBy(get(ports[0], '/health'))).to.have.property('message', 'fetch failed');
  });

  it('ends those that it has started if the database cannot be used', async () => {
    const members: Member[] = [];
    const fork = (offer: Supervision): Child<MemberSettings> => {
      members.push(forkHere(offer));
      return members.at(-1)!.child;
    };
    const config = { ...configOf(), databaseUrl: scratch.url.replace(/[^/]+$/, 'absent') };
    const error = await thrownBy(createSupervisedApp(config, { isWorking: false, fork }));
    expect((error as Error).message).to.include('has no database absent');
    expect(await Promise.all(members.map(({ child }) => child.ended))).to.have.lengthOf(2);
  });
});
