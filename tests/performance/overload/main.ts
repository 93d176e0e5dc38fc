import { parseArgs } from 'node:util';
import type { Project } from '../../../generated/v2/types.ts';
import { createAccount, type Account } from '../../support/accounts.ts';
import { endAll } from '../../support/end.ts';
import { createProject } from '../../support/factories.ts';
import { prepareServer } from '../../support/server-process.ts';
import { runClients, type Counts } from './clients.ts';

// What becomes of a server with three times the load that it can serve. The load is clients that send without a pause.
// They share the machine with the server, so what counts is the ratio to the best rate of the same run.

const peakClients = [64, 128, 256];
const OVERLOAD = 3;
const WARM_UP_CLIENTS = 32;
/** Tasks of one project are created one after the other. */
const PROJECTS = 40;

const { values } = parseArgs({
  args: process.argv.slice(3),
  options: { seconds: { type: 'string', default: '5' } },
});
const seconds = Number(values.seconds);
if (!(seconds >= 1)) throw new Error('--seconds is the time for each number of clients: 1 or more');

interface Case {
  readonly name: string;
  readonly request: (account: Account, projectId: string) => string;
}

const cases: readonly Case[] = [
  {
    name: 'getProject, cached',
    request: ({ token }, id) => toWire(`GET /api/v2/projects/${id}`, token, ''),
  },
  {
    name: 'createTask',
    request: ({ token }, id) => toWire(`POST /api/v2/projects/${id}/tasks`, token, '{"title":"Renew the certificate"}'),
  },
];

function toWire(line: string, token: string, body: string): string {
  const type = body === '' ? '' : 'Content-Type: application/json\r\n';
  return `${line} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer ${token}\r\n${type}Content-Length: ${body.length}\r\n\r\n${body}`;
}

function print(clients: number, { servedPerSecond, refusedPerSecond, ...counts }: Counts): void {
  const cells = [clients, servedPerSecond, refusedPerSecond, counts.servedP99Ms, counts.refusedP99Ms, counts.others];
  console.log(cells.map((cell) => cell.toFixed(0).padStart(11)).join(''));
}

async function measure(isShedding: boolean): Promise<void> {
  const server = await prepareServer({ LOAD_SHEDDING_ENABLED: String(isShedding), POOL_MAX: '16' });
  await server.start();
  try {
    const account = await createAccount(server);
    const projects: Project[] = [];
    for (let index = 0; index < PROJECTS; index += 1) projects.push(await createProject(account));
    const port = Number(new URL(server.url).port);
    for (const { name, request } of cases) {
      const requests = projects.map(({ id }) => request(account, id));
      let sent = 0;
      const load = { port, seconds, nextRequest: () => requests[sent++ % PROJECTS]! };
      await runClients({ ...load, clients: WARM_UP_CLIENTS });
      console.log(`\n${name}, LOAD_SHEDDING_ENABLED=${isShedding}`);
      console.log('    clients   served/s  refused/s served p99  refused p99   others');
      let best = 0;
      for (const clients of peakClients) {
        const counts = await runClients({ ...load, clients });
        print(clients, counts);
        best = Math.max(best, counts.servedPerSecond);
      }
      const clients = OVERLOAD * Math.max(...peakClients);
      const counts = await runClients({ ...load, clients });
      print(clients, counts);
      console.log(`${OVERLOAD} times the load: ${(counts.servedPerSecond / best).toFixed(2)} of the best rate`);
    }
  } finally {
    await server.stop();
    await server.remove();
  }
}

try {
  await measure(true);
  await measure(false);
} finally {
  await endAll();
}
