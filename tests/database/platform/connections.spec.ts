import { expect } from 'chai';
import type pg from 'pg';
import { createBoundedPool } from '../../../src/platform/bounded-pool.ts';
import { createPinger } from '../../../src/platform/pinger.ts';
import { readSnapshot } from '../../../src/platform/snapshot.ts';
import { count, errorOf, useThings } from './things.ts';

describe('connections beside the pool of requests', () => {
  const { open, url } = useThings();

  it('of the job queue may be given back twice', async () => {
    const bounded = createBoundedPool({
      ...{ url: url(), applicationName: 'test', max: 1 },
      onError: (error) => {
        throw error;
      },
    });
    const release = await new Promise<pg.PoolClient['release']>((resolve, reject) => {
      bounded.pool.connect((error, _client, done) => (error === undefined ? resolve(done) : reject(error)));
    });
    release();
    release();
    expect((await bounded.pool.query<{ one: number }>('SELECT 1 AS one')).rows).to.deep.equal([{ one: 1 }]);
    await bounded.close(1000);
  });

  it('of the job queue are replaced when their server takes no writes', async () => {
    const bounded = createBoundedPool({
      ...{ url: url(), applicationName: 'test', max: 1 },
      onError: () => undefined,
    });
    const write = async (before = 'SELECT') => {
      const client = await bounded.pool.connect();
      try {
        await client.query(before);
        await client.query("INSERT INTO things (id, name) VALUES (1, 'one')");
      } finally {
        client.release();
      }
    };
    expect(await errorOf(write('SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY'))).to.include({ code: '25006' });
    await write();
    expect(await count((await open()).db)).to.equal(1);
    await bounded.close(1000);
  });

  it('of a ping are shared by those who ask at the same time', async () => {
    const pinger = createPinger({ url: url(), applicationName: 'test ping', limitMs: 2000 });
    const first = pinger.ping();
    expect(pinger.ping()).to.equal(first);
    await first;
    const next = pinger.ping();
    expect(next).not.to.equal(first);
    await next;
    await pinger.close();
  });

  it('of a snapshot write nothing', async () => {
    const { db } = await open();
    const write = readSnapshot(db, async function* (snapshot) {
      yield 'begun';
      await snapshot.knex('things').insert({ id: 1, name: 'a' });
    });
    expect((await write.next()).value).to.equal('begun');
    const error = await errorOf(write.next());
    expect(error).to.include({ code: 'service_unavailable' });
    expect((error as Error).cause).to.include({ code: '25006' });
    expect(await db.knex('things').count()).to.deep.equal([{ count: 0 }]);
  });
});
