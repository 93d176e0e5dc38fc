import { expect } from 'chai';
import { Agent, request } from 'node:http';
import { checkedFetch } from '../support/contract/checked-fetch.ts';
import { valueOf } from '../support/monitoring/exposition.ts';
import { prepareServer, type ServerProcess } from '../support/server-process.ts';

// A request's objects must be garbage as soon as its response has been sent. If something in the old generation refers
// to them, they are copied into the old generation, and only a major collection frees them: a third of the time of the
// processor was spent on that.

const CONNECTIONS = 16;
const ROUNDS = 10;
const REQUESTS_PER_ROUND = 1_000;
/** The objects of one request take about 20 kB. */
const PROMOTED_BYTES_MAX = 400;

describe('garbage', () => {
  let server: ServerProcess;
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });

  before(async () => {
    // Minor collections happen every few hundred requests.
    server = await prepareServer({ NODE_OPTIONS: '--max-semi-space-size=8', RATE_LIMIT_ENABLED: 'true', ...unlimited });
    await server.start('--no-worker');
  });

  after(async () => {
    agent.destroy();
    await server.remove();
  });

  const cases = [
    { name: 'an operation', path: '/health/liveness' },
    { name: 'an unknown path', path: '/api/v2/nothing' },
    { name: 'a page', path: '/api/problems' },
  ];
  for (const { name, path } of cases) {
    it(`is collected young after ${name}`, async () => {
      // Compiled code and its feedback are old from the beginning.
      for (let round = 0; round < ROUNDS / 2; round += 1) await send(path);
      let promotedBytes = 0;
      let before = await oldBytes();
      for (let round = 0; round < ROUNDS; round += 1) {
        await send(path);
        const after = await oldBytes();
        // It shrinks by a major collection.
        promotedBytes += Math.max(0, after - before);
        before = after;
      }
      expect(promotedBytes / (ROUNDS * REQUESTS_PER_ROUND)).to.be.below(PROMOTED_BYTES_MAX);
    }).timeout(120_000);
  }

  async function send(path: string): Promise<void> {
    let left = REQUESTS_PER_ROUND;
    const sendNext = async (): Promise<void> => {
      while (left-- > 0) await get(path);
    };
    await Promise.all(Array.from({ length: CONNECTIONS }, sendNext));
  }

  /** Not `checkedFetch`, which costs several times as much as the server. */
  function get(path: string): Promise<void> {
    return new Promise((resolve, reject) => {
      request(server.url + path, { agent }, (response) => response.resume().on('end', resolve))
        .on('error', reject)
        .end();
    });
  }

  async function oldBytes(): Promise<number> {
    const text = await (await checkedFetch(`${server.url}/metrics`)).text();
    return valueOf(text, 'nodejs_heap_space_size_used_bytes{space="old"}');
  }
});

const unlimited = { RATE_LIMIT_PUBLIC: '1000000', RATE_LIMIT_PAGES: '1000000' };
