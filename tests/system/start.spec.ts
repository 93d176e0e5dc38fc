import { expect } from 'chai';
import { openNetwork } from '../support/network.ts';
import { freePort } from '../support/server-process.ts';
import { useServers } from '../support/use-servers.ts';

describe('the start of a process', function () {
  this.timeout(60_000);
  const prepare = useServers();

  for (const command of ['serve', 'worker', 'migrate']) {
    it(`of ${command} names the wrong setting and the remedy, without a stack, if no database responds`, async () => {
      const port = await freePort();
      const url = `postgres://ada:open%20sesame@127.0.0.1:${port}/architect`;
      const server = await prepare({ DATABASE_URL: url, DATABASE_WAIT_MS: '700', LOG_LEVEL: 'warn' });
      const { code, output } = await server.run([command], '');
      expect(code).to.equal(1);
      expect(output.match(/waiting up to 1 s for the database/g)).to.have.lengthOf(1);
      expect(output).to.include(`DATABASE_URL: no PostgreSQL responds at 127.0.0.1:${port}`);
      expect(output).to.include('start the server, or set DATABASE_URL');
      expect(output).not.to.match(/\n\s+at |sesame/);
    });
  }

  it('waits for its database, then serves requests', async () => {
    const { databaseUrl } = await prepare();
    const network = await openNetwork(Number(new URL(databaseUrl).port));
    const { refused } = await network.goDown();
    const server = await prepare({ DATABASE_URL: network.through(databaseUrl) });
    const timer = setInterval(() => {
      if (refused() >= 2) network.comeBack();
    }, 10);
    await server.start();
    clearInterval(timer);
    expect(refused()).to.be.greaterThan(1);
    expect(await server.stop()).to.equal(0);
    await network.close();
  });
});
