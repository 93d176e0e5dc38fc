import { once } from 'node:events';
import { connect } from 'node:net';
import { Worker } from 'node:worker_threads';
import { expect } from 'chai';
import { endsWithin, inTime } from '../../../src/platform/bounded.ts';

describe('a wait with a limit', () => {
  it('returns what ends in time, and names the limit otherwise', async () => {
    expect(await inTime(1_000, Promise.resolve('done'))).to.equal('done');
    const { promise, reject } = Promise.withResolvers<string>();
    const trouble = await inTime(5, promise).catch((error: unknown) => error);
    expect(trouble).to.include({ name: 'TimeoutError', message: 'no response within 5 ms' });
    reject(new Error('nobody waits for this'));
  });

  it('reads what has arrived before it gives up, if the process was busy for longer than the limit', async () => {
    const server = new Worker(
      `const { parentPort } = require('node:worker_threads');
       const server = require('node:net').createServer((socket) => socket.on('data', () => socket.end('pong')));
       server.listen(0, '127.0.0.1', () => parentPort.postMessage(server.address().port));`,
      { eval: true },
    );
    try {
      const [port] = (await once(server, 'message')) as [number];
      const client = connect(port, '127.0.0.1');
      await once(client, 'connect');
      const response = once(client, 'data');
      client.write('ping');
      const outcome = endsWithin(10, response);
      const busyUntil = performance.now() + 100;
      while (performance.now() < busyUntil);
      expect(await outcome).to.equal(true);
      client.destroy();
    } finally {
      await server.terminate();
    }
  });
});
