import { expect } from 'chai';
import type { ReportingKey } from '../../generated/v2/types.ts';
import { createAccount } from '../support/accounts.ts';
import { createScratchDatabase } from '../support/database.ts';
import { eventId, sendEnvelope } from '../support/envelopes.ts';
import { createProject, createReportingKey } from '../support/factories.ts';
import { startRedis, type RedisServer } from '../support/redis-server.ts';
import { prepareServer, type ServerProcess } from '../support/server-process.ts';

// The limit of a reporting key, in two processes that serve from one database.

describe('the limit of a reporting key', function () {
  this.timeout(120_000);
  const LIMIT = 10;
  let redis: RedisServer;
  const started: ServerProcess[] = [];

  before(async () => {
    redis = await startRedis();
  });
  afterEach(async () => {
    const [first, ...others] = started.splice(0);
    for (const server of others) await server.kill();
    await first?.remove();
  });
  after(async () => redis.stop());

  async function startTwo(settings: Readonly<Record<string, string>>): Promise<ReportingKey> {
    const database = await createScratchDatabase();
    const shared = { SECRET_KEY: 'a key that both processes know, of this test', ...settings };
    for (let count = 0; count < 2; count += 1) {
      const server = await prepareServer(shared, database);
      started.push(server);
      await server.start();
    }
    const owner = await createAccount(started[0]!);
    return createReportingKey(owner, await createProject(owner), { reports_per_minute: LIMIT });
  }

  /** Sends to both processes in parallel, within one minute of the clock; returns how many were taken. */
  async function taken(key: ReportingKey): Promise<number> {
    for (;;) {
      const minute = Math.floor(Date.now() / 60_000);
      const sent = Array.from({ length: 4 * LIMIT }, (_, index) =>
        sendEnvelope(started[index % 2]!, key, [{ type: 'event' }, { event_id: eventId(), message: 'full' }]),
      );
      const statuses = await Promise.all(sent);
      if (Math.floor(Date.now() / 60_000) !== minute) continue;
      expect(statuses.filter((status) => ![200, 429].includes(status))).to.deep.equal([]);
      return statuses.filter((status) => status === 200).length;
    }
  }

  it('holds for all processes together, with Redis', async () => {
    expect(await taken(await startTwo({ REDIS_URL: redis.url }))).to.equal(LIMIT);
  });

  it('holds for each process, without Redis', async () => {
    expect(await taken(await startTwo({}))).to.equal(2 * LIMIT);
  });
});
