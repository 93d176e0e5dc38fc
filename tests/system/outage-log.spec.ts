import { expect } from 'chai';
import { checkedFetch } from '../support/contract/checked-fetch.ts';
import { eventually } from '../support/eventually.ts';
import { openNetwork, type Network } from '../support/network.ts';
import { freePort, type ServerProcess } from '../support/server-process.ts';
import { useServers } from '../support/use-servers.ts';

interface Line {
  readonly msg: string;
  readonly level: string;
  readonly err?: unknown;
  readonly status?: number;
}

describe('the log of an outage', function () {
  this.timeout(60_000);
  const prepare = useServers();
  let network: Network | undefined;
  afterEach(async () => {
    await network?.close();
    network = undefined;
  });

  const linesOf = (server: ServerProcess): Line[] =>
    server
      .printed()
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line) as Line);

  it('has one line for each part that fails and one when it works again, and one for each refused request', async () => {
    const { databaseUrl } = await prepare();
    network = await openNetwork(Number(new URL(databaseUrl).port));
    const settings = {
      DATABASE_URL: network.through(databaseUrl),
      LOG_LEVEL: 'info',
      POOL_ACQUIRE_TIMEOUT_MS: '1000',
      SLOW_QUERY_MS: '0',
    };
    const server = await prepare(settings);
    await server.start();
    const ask = async (): Promise<number> => (await checkedFetch(new Request(`${server.url}/health`))).status;
    expect(await ask()).to.equal(200);
    const { refused } = await network.goDown();
    for (let number = 0; number < 5; number++) expect(await ask()).to.equal(503);
    // Relay, sealer, presence and queue have tried again several times.
    await eventually(async () => expect(refused()).to.be.greaterThan(60), 20_000);
    network.comeBack();
    await eventually(async () => expect(await ask()).to.equal(200));
    await eventually(async () => {
      const recovered = linesOf(server).filter(({ msg }) => msg.endsWith(' recovered'));
      expect(recovered.map(({ msg }) => msg)).to.include.members([
        'the relay recovered',
        'the sealing of audit rows recovered',
        'the presence of the worker recovered',
      ]);
    });
    const lines = linesOf(server).filter(({ msg }) => !/^(?:started|migrated|ready|draining|stopped)/.test(msg));
    const requests = lines.filter(({ status }) => status === 503);
    expect(requests).to.have.length.of.at.least(5);
    const others = lines.filter(({ status }) => status === undefined).map(({ msg }) => msg);
    const doubled = others.filter((msg, index) => others.indexOf(msg) !== index);
    expect(doubled).to.deep.equal([]);
    expect(others).to.include('what requests depend on failed; it is tried again');
    expect(lines.filter(({ err }) => err !== undefined)).to.deep.equal([]);
  });

  it('has one line for a Redis that is away, however often it is asked', async () => {
    const port = await freePort();
    const settings = { REDIS_URL: `redis://127.0.0.1:${port}`, RATE_LIMIT_ENABLED: 'true', LOG_LEVEL: 'info' };
    const server = await prepare(settings);
    await server.start();
    const state = { asked: 0 };
    await eventually(async () => {
      await checkedFetch(new Request(`${server.url}/health/readiness`));
      state.asked++;
      expect(state.asked).to.be.greaterThan(50);
    });
    await server.stop();
    const lines = linesOf(server).filter(({ level }) => level === 'warn');
    expect(lines.map(({ msg }) => msg)).to.have.members([
      'the connection to Redis failed; it is tried again',
      'the connection of the caches to Redis failed; it is tried again',
      'the store of shared values in Redis failed; it is tried again',
      'the count of requests in Redis failed; it is tried again',
    ]);
    expect(lines.filter(({ err }) => err !== undefined)).to.deep.equal([]);
  });
});
