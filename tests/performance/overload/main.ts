import { parseArgs } from 'node:util';
import type { Project } from '../../../generated/v2/types.ts';
import { createAccount, type Account } from '../../support/accounts.ts';
import { endAll } from '../../support/end.ts';
import { createProject } from '../../support/factories.ts';
import { prepareServer } from '../../support/server-process.ts';
import { runClients, type Counts } from './clients.ts';

// What becomes of a server with three times the load that it can serve. The load is clients that send without a pause.
// They share the machine with the server, so what counts is the ratio to the best rate of the same run. A server with and
// one without LOAD_SHEDDING_ENABLED take turns.

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

const HEAD = '    clients   served/s  refused/s served p99  refused p99   others';

interface Case {
  readonly name: string;
  readonly projects: number;
  readonly request: (account: Account, projectId: string) => string;
}

const cases: readonly Case[] = [
  {
    name: 'getProject, cached',
    projects: PROJECTS,
    request: ({ token }, id) => toWire(`GET /api/v2/projects/${id}`, token, ''),
  },
  {
    name: 'createTask in 40 projects',
    projects: PROJECTS,
    request: createTask,
  },
  {
    name: 'createTask in one project',
    projects: 1,
    request: createTask,
  },
];

function createTask({ token }: Account, projectId: string): string {
  return toWire(`POST /api/v2/projects/${projectId}/tasks`, token, '{"title":"Renew the certificate"}');
}

function toWire(line: string, token: string, body: string): string {
  const type = body === '' ? '' : 'Content-Type: application/json\r\n';
  return `${line} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer ${token}\r\n${type}Content-Length: ${body.length}\r\n\r\n${body}`;
}

function print(clients: number, { servedPerSecond, refusedPerSecond, ...counts }: Counts): void {
  const cells = [clients, servedPerSecond, refusedPerSecond, counts.servedP99Ms, counts.refusedP99Ms, counts.others];
  console.log(cells.map((cell) => cell.toFixed(0).padStart(11)).join(''));
}

interface Target {
  readonly name: string;
  readonly port: number;
  readonly account: Account;
  readonly projects: readonly Project[];
}

async function measure({ name, request, projects }: Case, targets: readonly Target[]): Promise<void> {
  const best = new Map<Target, number>();
  for (const clients of [WARM_UP_CLIENTS, ...peakClients, OVERLOAD * Math.max(...peakClients)]) {
    for (const target of targets) {
      const requests = target.projects.slice(0, projects).map(({ id }) => request(target.account, id));
      let sent = 0;
      const nextRequest = (): string => requests[sent++ % projects]!;
      const counts = await runClients({ port: target.port, clients, seconds, settleSeconds: 1, nextRequest });
      if (clients === WARM_UP_CLIENTS) console.log(`\n${name}, ${target.name}\n${HEAD}`);
      print(clients, counts);
      const ratio = counts.servedPerSecond / (best.get(target) ?? 1);
      if (clients > Math.max(...peakClients))
        console.log(`${OVERLOAD} times the load, ${target.name}: ${ratio.toFixed(2)} of the best rate`);
      best.set(target, Math.max(best.get(target) ?? 0, counts.servedPerSecond));
    }
  }
}

const servers: Awaited<ReturnType<typeof prepareServer>>[] = [];

async function startTarget(isShedding: boolean): Promise<Target> {
  const server = await prepareServer({ LOAD_SHEDDING_ENABLED: String(isShedding), POOL_MAX: '16' });
  servers.push(server);
  await server.start();
  const account = await createAccount(server);
  const projects: Project[] = [];
  for (let index = 0; index < PROJECTS; index += 1) projects.push(await createProject(account));
  return { name: `shedding ${isShedding}`, port: Number(new URL(server.url).port), account, projects };
}

try {
  const targets = [await startTarget(true), await startTarget(false)];
  for (const one of cases) await measure(one, targets);
} finally {
  for (const server of servers) {
    await server.stop();
    await server.remove();
  }
  await endAll();
}
