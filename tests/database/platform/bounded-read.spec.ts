import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { expect } from 'chai';
import { readBounded, readBoundedSnapshot } from '../../../src/platform/bounded-read.ts';
import { createDatabase, type Database, type Db } from '../../../src/platform/database.ts';
import { openReplica, type PrimaryState, type ReplicaUse } from '../../../src/platform/replica.ts';
import { AppError } from '../../../src/problems/app-error.ts';
import { freePort } from '../../support/server-process.ts';
import { thrownBy } from '../../support/thrown-by.ts';
import { count, insert, useThings } from './things.ts';

const unavailable = new AppError('service_unavailable', 503);

async function collect<Row>(rows: AsyncIterable<Row>): Promise<Row[]> {
  const all: Row[] = [];
  for await (const row of rows) all.push(row);
  return all;
}

describe('bounded reads', () => {
  const { open } = useThings();
  let absent: Database;
  before(async () => {
    absent = createDatabase({ url: `postgres://architect@127.0.0.1:${await freePort()}/architect`, poolMax: 1 });
  });
  after(() => absent.close());

  it('fall back to the primary if the replica cannot be reached', async () => {
    const { db } = await open();
    await insert(db, 1);
    expect(await readBounded({ db, replica: absent.db }, count)).to.equal(1);
    const rows = readBoundedSnapshot({ db, replica: absent.db }, async function* (snapshot: Db) {
      yield await count(snapshot);
    });
    expect(await collect(rows)).to.deep.equal([1]);
  });

  it('pass on errors that are not about the replica', async () => {
    const { db } = await open();
    const bug = new Error('bug');
    const fail = (): never => {
      throw bug;
    };
    expect(await thrownBy(readBounded({ db, replica: db }, async () => fail()))).to.equal(bug);
    const rows = readBoundedSnapshot({ db, replica: db }, async function* () {
      yield await Promise.resolve().then(fail);
    });
    expect(await thrownBy(collect(rows))).to.equal(bug);
  });

  it('end with the error if the replica fails after the first row, so that no row comes twice', async () => {
    const { db } = await open();
    const seen: number[] = [];
    const rows = readBoundedSnapshot({ db, replica: db }, async function* () {
      yield await Promise.resolve(1);
      throw unavailable;
    });
    const reading = (async () => {
      for await (const row of rows) seen.push(row);
    })();
    expect(await thrownBy(reading)).to.equal(unavailable);
    expect(seen).to.deep.equal([1]);
  });

  for (const taken of [1, 2]) {
    it(`release the connection of the replica if the reader stops after ${taken} of three rows`, async () => {
      const database = await open({ poolMax: 1 });
      const { db } = database;
      const rows = readBoundedSnapshot({ db, replica: db }, async function* (snapshot: Db) {
        for (const row of [1, 2, 3]) yield row + (await count(snapshot));
      });
      for (let row = 1; row <= taken; row++) expect((await rows.next()).value).to.equal(row);
      expect(database.stats()).to.include({ active: 1 });
      await rows.return();
      expect(database.stats()).to.include({ active: 0 });
    });
  }
});

describe('the choice of the replica', () => {
  const state: PrimaryState = { lsn: '0/1', at_seconds: 0, database_id: '1/architect', has_changed: false };

  it('is paused after a failed check, so that not every read waits for it', async () => {
    let connections = 0;
    const server = createServer((socket) => {
      connections += 1;
      socket.destroy();
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const uses: ReplicaUse[] = [];
    let elapsed = 0;
    let warnings = 0;
    const replica = openReplica({
      url: `postgres://architect@127.0.0.1:${(server.address() as AddressInfo).port}/architect`,
      stalenessSecondsMax: 5,
      logger: { info: () => undefined, warn: () => (warnings += 1) },
      onUse: (use) => uses.push(use),
      elapsed: () => elapsed,
    });
    try {
      await replica.choose(state);
      const first = connections;
      expect(first).to.be.above(0);
      elapsed = 4999;
      await replica.choose(state);
      expect(connections, 'during the pause').to.equal(first);
      elapsed = 5000;
      await replica.choose(state);
      expect(connections, 'after the pause').to.be.above(first);
    } finally {
      await replica.close();
      server.close();
    }
    expect(uses).to.deep.equal(['unavailable', 'unavailable', 'unavailable']);
    expect(warnings, 'one line for the outage').to.equal(1);
  });
});
