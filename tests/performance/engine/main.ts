import autocannon from 'autocannon';
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { cases, leakingId, operationsCount, task, token, type Case } from './bench-contract.ts';
import type { Reading } from './server.ts';

// What the contract costs: our engine beside bare Koa and its peers, every server a process of its own, all in one
// interleaved run. CPU per request is what the server's process used (user and system) over what was answered; it
// bears a noisy machine better than requests per second. Prints a table; the last lines are the ratios. With
// --at-least it fails if the last one is smaller.

interface Subject {
  readonly label: string;
  readonly name: string;
  readonly isSecured: boolean;
  readonly rounds: number;
}

interface RunningSubject extends Subject {
  readonly process: ChildProcess;
  readonly url: string;
}

interface Sample {
  readonly perSecond: number;
  readonly cpuUs: number;
}

const rounds = 9;
const roundsOfPeers = 2;
const seconds = 0.5;
/** Requests before the first sample: V8 has compiled the hot paths by then. */
const warmUp = { subjects: 8000, peers: 500 };
const connections = 64;

const subjects: readonly Subject[] = [
  { label: 'bare Koa', name: 'koa', isSecured: false, rounds },
  { label: 'engine', name: 'architect', isSecured: false, rounds },
  { label: 'engine, bearer', name: 'architect', isSecured: true, rounds },
  { label: 'Fastify + schemas', name: 'fastify', isSecured: false, rounds: roundsOfPeers },
  { label: 'Fastify + schemas, bearer', name: 'fastify', isSecured: true, rounds: roundsOfPeers },
  { label: 'openapi-backend as it comes', name: 'openapi-backend', isSecured: false, rounds: roundsOfPeers },
  { label: 'openapi-backend, bearer', name: 'openapi-backend', isSecured: true, rounds: roundsOfPeers },
  { label: 'Express + validator', name: 'express', isSecured: false, rounds: roundsOfPeers },
  { label: 'Express + validator, bearer', name: 'express', isSecured: true, rounds: roundsOfPeers },
];

const { values } = parseArgs({ options: { 'at-least': { type: 'string', default: '0' } }, allowPositionals: true });
const leastRatio = Number(values['at-least']);
if (!(leastRatio >= 0)) throw new Error(`--at-least takes a ratio such as 0.5, not ${values['at-least']}`);

/** Returns that each server has given, by its label. */
const expected = new Map<string, number>();

async function start(subject: Subject): Promise<RunningSubject> {
  const child = fork(join(import.meta.dirname, 'server.ts'), [subject.name, subject.isSecured ? 'secured' : 'open'], {
    env: { ...process.env, NODE_ENV: 'production' },
  });
  const [{ port }] = (await once(child, 'message')) as [{ port: number }];
  return { ...subject, process: child, url: `http://127.0.0.1:${port}` };
}

async function measure(running: readonly RunningSubject[]): Promise<Map<string, Sample[]>> {
  const samples = new Map<string, Sample[]>();
  for (const subject of running)
    for (const test of cases)
      await sample(subject, test, { amount: subject.rounds === rounds ? warmUp.subjects : warmUp.peers });
  for (let round = 0; round < rounds; round += 1) {
    for (const test of cases) {
      for (const subject of running.filter((it) => round < it.rounds)) {
        const key = keyOf(subject, test);
        samples.set(key, [...(samples.get(key) ?? []), await sample(subject, test, { duration: seconds })]);
      }
    }
  }
  return samples;
}

type Length = { readonly duration: number } | { readonly amount: number };

async function sample(subject: RunningSubject, test: Case, length: Length): Promise<Sample> {
  const before = await read(subject);
  const { requests, errors, non2xx, duration } = await autocannon({
    url: subject.url + test.path,
    method: test.method,
    headers: headersOf(subject, test),
    ...(test.body === undefined ? {} : { body: test.body }),
    connections,
    ...length,
    sampleInt: 100,
  });
  const after = await read(subject);
  // A machine that does other things too may starve a connection for its ten seconds; a refusal has no excuse.
  if (non2xx > 0 || errors > requests.total / 100) {
    throw new Error(`${subject.label}, ${test.name}: ${errors} errors, ${non2xx} refusals of ${requests.total}`);
  }
  expected.set(subject.label, (expected.get(subject.label) ?? 0) + requests.total);
  return { perSecond: requests.total / duration, cpuUs: (after.cpuUs - before.cpuUs) / requests.total };
}

function headersOf({ isSecured }: Subject, { body }: Case): Record<string, string> {
  return {
    accept: 'application/json',
    ...(isSecured ? { authorization: `Bearer ${token}` } : {}),
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
  };
}

async function read({ process: child }: RunningSubject): Promise<Reading> {
  child.send('read');
  const [reading] = (await once(child, 'message')) as [Reading];
  return reading;
}

/** Planted: an unknown parameter, a bad body, a missing token, and (engine only) a response with a field too many. */
async function checkResponses(subject: RunningSubject): Promise<void> {
  if (subject.name === 'koa') return;
  const [get, list, post] = cases;
  if (get === undefined || list === undefined || post === undefined) throw new Error('the cases are gone');
  const status = async (test: Case, path = test.path, body = test.body): Promise<number> => {
    const init = { method: test.method, headers: headersOf(subject, test), ...(body === undefined ? {} : { body }) };
    const response = await fetch(subject.url + path, init);
    await response.arrayBuffer();
    return response.status;
  };
  const found = [await status(get), await status(list), await status(post)];
  found.push(await status(get, get.path.replace(task.id, 'not-a-uuid')), await status(post, post.path, '{"title":""}'));
  const wanted = [200, 200, 201, 400, 400];
  if (subject.name === 'architect') {
    found.push(await status(list, `${list.path}&unknown=1`), await status(get, get.path.replace(task.id, leakingId)));
    wanted.push(400, 500);
  }
  if (subject.isSecured) {
    found.push((await fetch(subject.url + get.path)).status);
    wanted.push(401);
  }
  if (found.join() !== wanted.join()) {
    throw new Error(`${subject.label} returns ${found.join()} where ${wanted.join()} is right`);
  }
  expected.set(subject.label, subject.name === 'architect' ? 7 : 3);
}

/** Both validators of the engine must have seen every request; requests in flight at the end of a sample come on top. */
async function checkCounts(subject: RunningSubject): Promise<void> {
  const { counts } = await read(subject);
  if (counts === undefined) return;
  const outcome = expected.get(subject.label) ?? 0;
  console.log(
    `${subject.label}: ${outcome} answered, ${counts.requests} requests and ${counts.responses} responses validated`,
  );
  if (subject.name === 'architect' && (counts.requests < outcome || counts.responses < outcome - 3)) {
    throw new Error('a request or a response was not validated');
  }
}

function keyOf(subject: Subject, test: Case): string {
  return `${subject.label} ${test.name}`;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.floor(middle)] ?? NaN) + (sorted[Math.ceil(middle) - 1] ?? NaN)) / 2;
}

/** @returns the ratio of the engine with bearer security to bare Koa */
function print(samples: ReadonlyMap<string, readonly Sample[]>): number {
  const cpu = (label: string, test: Case) => median((samples.get(`${label} ${test.name}`) ?? []).map((it) => it.cpuUs));
  const rate = (label: string, test: Case) =>
    median((samples.get(`${label} ${test.name}`) ?? []).map((it) => it.perSecond));
  console.log(
    `\n${operationsCount} operations, ${connections} connections, ${cpus().length} cores, ` +
      `medians of ${rounds} rounds of ${seconds} s (peers: ${roundsOfPeers})\nrequests/s, and us of CPU per request\n`,
  );
  console.log(['server'.padEnd(29), ...cases.map(({ name }) => name.padStart(20))].join(''));
  for (const { label } of subjects) {
    const cells = cases.map((test) =>
      `${rate(label, test).toFixed(0)}  ${cpu(label, test).toFixed(1).padStart(6)}`.padStart(20),
    );
    console.log(label.padEnd(29) + cells.join(''));
  }
  // Each sample is compared with bare Koa's of the same round, so that a slow minute of the machine meets both.
  const ratio = (label: string) => {
    const product = cases.reduce((sum, test) => {
      const own = samples.get(`${label} ${test.name}`) ?? [];
      const koa = samples.get(`bare Koa ${test.name}`) ?? [];
      return sum * median(own.map(({ cpuUs }, round) => (koa[round]?.cpuUs ?? NaN) / cpuUs));
    }, 1);
    return product ** (1 / cases.length);
  };
  console.log('\nCPU per request, geometric mean of the three cases (above 1 is cheaper than bare Koa)');
  for (const { label } of subjects.slice(3)) console.log(`${label} / bare Koa = ${ratio(label).toFixed(2)}`);
  console.log(`engine / bare Koa = ${ratio('engine').toFixed(2)}`);
  const secured = ratio('engine, bearer');
  console.log(`engine with bearer security / bare Koa = ${secured.toFixed(2)}`);
  return secured;
}

const running = await Promise.all(subjects.map(start));
try {
  for (const subject of running) await checkResponses(subject);
  const samples = await measure(running);
  for (const subject of running) await checkCounts(subject);
  const ratio = print(samples);
  // Not "smaller than", because a ratio that could not be computed is NaN.
  if (!(ratio >= leastRatio)) {
    console.error(`the ratio is below ${leastRatio}`);
    process.exitCode = 1;
  }
} finally {
  for (const { process: child } of running) child.disconnect();
}
