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

const starters: Readonly<Record<string, () => Server | Promise<Server>>> = {
  bare: () => startBare(openPool()),
  fastify: () => startFastify(openPool()),
  express: () => startExpress(openKnex()),
  'openapi-backend': () => startOpenApiBackend(openKnex()),
};

const start = starters[name];
if (start === undefined) throw new Error(`there is no peer ${name}; there are ${Object.keys(starters).join(', ')}`);
const server = await start();
server.listen(0, '127.0.0.1');
await once(server, 'listening');
console.log((server.address() as AddressInfo).port);
