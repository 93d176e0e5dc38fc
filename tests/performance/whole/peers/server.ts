import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import createKnex, { type Knex } from 'knex';
import pg from 'pg';
import { columnParsers } from '../../../../src/platform/column-parsers.ts';
import { startBare } from './bare.ts';
import { startExpress } from './express.ts';
import { startFastify } from './fastify.ts';
import { startOpenApiBackend } from './openapi-backend.ts';
import { startPlatformatic } from './platformatic/start.ts';

// One peer in its own process: `node server.ts NAME DATABASE_URL POOL_MAX`. Prints its port.

const [name = '', databaseUrl = '', poolMax = ''] = process.argv.slice(2);

/** The product's parsers of columns: they leave times as text, which costs less than pg's own. */
const connection = { connectionString: databaseUrl, types: columnParsers };
const openPool = (): pg.Pool => new pg.Pool({ ...connection, max: Number(poolMax), min: 0 });
const openKnex = (): Knex =>
  createKnex({
    client: 'pg',
    connection: connection as Knex.PgConnectionConfig,
    pool: { min: 0, max: Number(poolMax) },
  });

/** A server that does not listen yet, or the port of one that does. */
const starters: Readonly<Record<string, () => Server | Promise<Server> | Promise<number>>> = {
  bare: () => startBare(openPool()),
  fastify: () => startFastify(openPool()),
  express: () => startExpress(openKnex()),
  'openapi-backend': () => startOpenApiBackend(openKnex()),
  platformatic: () => startPlatformatic(databaseUrl, Number(poolMax)),
};

const start = starters[name];
if (start === undefined) throw new Error(`there is no peer ${name}; there are ${Object.keys(starters).join(', ')}`);
const started = await start();
if (typeof started === 'number') {
  console.log(started);
} else {
  started.listen(0, '127.0.0.1');
  await once(started, 'listening');
  console.log((started.address() as AddressInfo).port);
}
