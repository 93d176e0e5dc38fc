import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { startArchitect } from './servers/architect.ts';
import type { BenchServer } from './servers/bench-server.ts';
import { startExpress } from './servers/express.ts';
import { startFastify } from './servers/fastify.ts';
import { startKoa } from './servers/koa.ts';
import { startOpenApiBackend } from './servers/openapi-backend.ts';

// One server of the benchmark, in its own process: `node server.ts <name> <secured|open>`. Tells its port, and on
// demand what it has cost so far.

export interface Reading {
  /** User and system time of the process, in microseconds. */
  readonly cpuUs: number;
  readonly counts: { readonly requests: number; readonly responses: number } | undefined;
}

const starters: Readonly<Record<string, (isSecured: boolean) => BenchServer | Promise<BenchServer>>> = {
  koa: startKoa,
  architect: startArchitect,
  fastify: startFastify,
  'openapi-backend': startOpenApiBackend,
  express: startExpress,
};

const [name = '', mode] = process.argv.slice(2);
const start = starters[name];
if (start === undefined) throw new Error(`there is no server ${name}`);
const { server, counts } = await start(mode === 'secured');
server.listen(0, '127.0.0.1');
await once(server, 'listening');
process.send?.({ port: (server.address() as AddressInfo).port });
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  const reading: Reading = { cpuUs: user + system, counts: counts && { ...counts() } };
  process.send?.(reading);
});
process.on('disconnect', () => process.exit());
