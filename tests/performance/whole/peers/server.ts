import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { columnParsers } from '../../../../src/platform/column-parsers.ts';
import { startBare } from './bare.ts';
import { startFastify } from './fastify.ts';

// One peer in its own process: `node server.ts NAME DATABASE_URL POOL_MAX`. Prints its port.

const [name = '', databaseUrl = '', poolMax = ''] = process.argv.slice(2);

/** The product's parsers of columns: they leave times as text, which costs less than pg's own. */
const openPool = (): pg.Pool =>
  new pg.Pool({ connectionString: databaseUrl, max: Number(poolMax), min: 0, types: columnParsers });

const starters: Readonly<Record<string, () => Server | Promise<Server>>> = {
  bare: () => startBare(openPool()),
  fastify: () => startFastify(openPool()),
};

const start = starters[name];
if (start === undefined) throw new Error(`there is no peer ${name}; there are ${Object.keys(starters).join(', ')}`);
const server = await start();
if (!server.listening) {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
}
console.log((server.address() as AddressInfo).port);
