import { expect } from 'chai';
import { Redis } from 'ioredis';
import { createFailureLog } from '../../src/platform/failure-log.ts';
import type { LineWatcher, MessageLine } from '../../src/platform/message-line.ts';
import { openPostgresLine } from '../../src/platform/postgres-line.ts';
import { loadRedisLine } from '../../src/platform/redis-line.ts';
import { createScratchDatabase } from '../support/database.ts';
import { eventually } from '../support/eventually.ts';
import { openNetwork, type Network } from '../support/network.ts';
import { startRedis } from '../support/redis-server.ts';
import { thrownBy } from '../support/thrown-by.ts';

// Both lines, against real servers and behind a network that the tests interrupt.

interface Broker {
  readonly url: string;
  /** Opens a line of one process, to the server at `url`. */
  readonly open: (url: string, watcher: LineWatcher) => Promise<MessageLine>;
  readonly stop: () => Promise<void>;
}

const failures = createFailureLog({ logger: { warn: () => undefined, info: () => undefined }, subject: 'the line' });

const brokers: Readonly<Record<string, () => Promise<Broker>>> = {
  PostgreSQL: async () => {
    const scratch = await createScratchDatabase();
    const { url } = scratch;
    return {
      url,
      stop: () => scratch.drop(),
      open: async (at, watcher) => openPostgresLine({ url: at, failures }, watcher),
    };
  },
  Redis: async () => {
    const server = await startRedis();
    const sender = new Redis(server.url);
    const openRedisLine = await loadRedisLine();
    const stop = async (): Promise<void> => {
      sender.disconnect();
      await server.stop();
    };
    const open = async (url: string, watcher: LineWatcher) =>
      openRedisLine({ url, channel: 'test', sender, failures }, watcher);
    return { url: server.url, stop, open };
  },
};

/** A line, and what it has told. */
interface Listener {
  readonly line: MessageLine;
  readonly texts: string[];
  readonly told: string[];
}

for (const [name, start] of Object.entries(brokers)) {
  describe(`a line of messages over ${name}`, function () {
    this.timeout(30_000);
    let broker: Broker;
    let network: Network;
    let listeners: Listener[];
    before(async () => {
      broker = await start();
    });
    after(() => broker.stop());
    beforeEach(async () => {
      network = await openNetwork(Number(new URL(broker.url).port));
      listeners = [];
    });
    afterEach(async () => {
      for (const { line } of listeners) await line.close();
      await network.close();
    });

    async function listen(url = network.through(broker.url)): Promise<Listener> {
      const texts: string[] = [];
      const told: string[] = [];
      const line = await broker.open(url, {
        onText: (text) => texts.push(text),
        onOpen: () => told.push('open'),
        onLost: () => told.push('lost'),
      });
      const listener = { line, texts, told };
      listeners.push(listener);
      await eventually(async () => expect(told).to.deep.equal(['open']));
      expect(line.isOpen()).to.equal(true);
      return listener;
    }

    it('has passed on to every process what was sent before it is asked', async () => {
      const sender = await listen();
      const receivers = [await listen(), await listen(broker.url)];
      for (let round = 0; round < 50; round++) {
        await sender.line.send([`${round}a`, `${round}b'"\\é`]);
        for (const { line, texts } of receivers) {
          await line.confirm();
          expect(texts.splice(0)).to.deep.equal([`${round}a`, `${round}b'"\\é`]);
        }
      }
      await sender.line.confirm();
      expect(sender.texts).to.have.length(100);
    });

    it('tells when it is lost, reopens, and receives again', async () => {
      const { line, texts, told } = await listen();
      await network.goDown();
      await eventually(async () => expect(told).to.deep.equal(['open', 'lost']));
      expect(line.isOpen()).to.equal(false);
      expect(await thrownBy(line.confirm())).to.be.instanceOf(Error);
      network.comeBack();
      await eventually(async () => expect(told).to.deep.equal(['open', 'lost', 'open']));
      await (await listen(broker.url)).line.send(['after']);
      await line.confirm();
      expect(texts).to.deep.equal(['after']);
    });

    it('counts as lost when its server does not respond', async () => {
      const { line, told } = await listen();
      network.stall();
      expect(await thrownBy(line.confirm())).to.be.instanceOf(Error);
      await eventually(async () => expect(told).to.deep.equal(['open', 'lost', 'open']));
      await line.confirm();
    });

    it('opens as soon as its server is there', async () => {
      await network.goDown();
      const told: string[] = [];
      const watcher = {
        onText: () => undefined,
        onOpen: () => told.push('open'),
        onLost: () => told.push('lost'),
      };
      const line = await broker.open(network.through(broker.url), watcher);
      listeners.push({ line, texts: [], told });
      expect(line.isOpen()).to.equal(false);
      expect(await thrownBy(line.confirm())).to.be.instanceOf(Error);
      network.comeBack();
      await eventually(async () => expect(told).to.deep.equal(['open']));
    });

    it('is closed for good, open or not', async () => {
      const { line, told } = await listen();
      await line.close();
      expect(line.isOpen()).to.equal(false);
      expect(await thrownBy(line.confirm())).to.be.instanceOf(Error);
      await network.goDown();
      const early = await broker.open(network.through(broker.url), {
        onText: () => undefined,
        onOpen: () => told.push('early'),
        onLost: () => undefined,
      });
      await early.close();
      network.comeBack();
      await listen();
      expect(told).to.deep.equal(['open']);
    });
  });
}
