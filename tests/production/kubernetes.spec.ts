import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { buildKustomization } from '../support/deploy/kustomize.ts';
import { environmentOf, podsOf } from '../support/deploy/resource.ts';
import { root } from '../support/deploy/tool.ts';
import { eventually } from '../support/eventually.ts';
import { startPostgres, type Postgres } from '../support/production/postgres.ts';
import { goodSecret } from '../support/production-settings.ts';
import { freePort } from '../support/server-process.ts';

const resources = buildKustomization(join(root, 'deploy/overlays/production'));
const pods = podsOf(resources);
const START_MS_MAX = 60_000;

/** A pod's container as a process of this machine: its command and its variables, and nothing of this process's. */
class PodProcess {
  readonly container;
  readonly graceMs: number;
  readonly ports: ReadonlyMap<string, number>;
  readonly #child: ChildProcess;
  #output = '';

  constructor(name: string, databaseUrl: string, { ports, folder }: { ports: readonly number[]; folder: string }) {
    const { pod } = pods.find((one) => one.name === name)!;
    this.container = pod.containers[0]!;
    const preStop = this.container.lifecycle?.preStop.sleep.seconds ?? 0;
    this.graceMs = ((pod.terminationGracePeriodSeconds ?? 30) - preStop) * 1000;
    this.ports = new Map((this.container.ports ?? []).map((port, index) => [port.name, ports[index]!]));
    const secrets = { 'database-url': databaseUrl, 'secret-key': goodSecret, 'smtp-url': 'smtp://127.0.0.1:9' };
    const [, ...args] = this.container.command;
    // Pods have addresses of their own; here the processes share one.
    const here = {
      ...{ HOST: '127.0.0.1', TMPDIR: folder },
      PORT: String(this.ports.get('http') ?? 0),
      METRICS_PORT: String(this.ports.get('metrics') ?? 0),
    };
    this.#child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...environmentOf(this.container, resources, secrets), ...here },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.#child.stdout!, this.#child.stderr!])
      stream.on('data', (chunk: Buffer) => (this.#output += chunk.toString()));
  }

  get output(): string {
    return this.#output;
  }

  /** Returns the status of a probe's response. */
  async probe(kind: 'startupProbe' | 'livenessProbe' | 'readinessProbe'): Promise<number> {
    const { httpGet } = this.container[kind]!;
    return (await fetch(`http://127.0.0.1:${this.ports.get(httpGet.port)}${httpGet.path}`)).status;
  }

  signal(): void {
    this.#child.kill('SIGTERM');
  }

  /** @returns the exit code; an Error ends the wait after the pod's grace period */
  async ended(): Promise<number | null> {
    if (this.#child.exitCode !== null) return this.#child.exitCode;
    const [code] = (await once(this.#child, 'exit', { signal: AbortSignal.timeout(this.graceMs) })) as [number | null];
    return code;
  }

  kill(): void {
    this.#child.kill('SIGKILL');
  }
}

describe('deploy/overlays/production, with the programs of this machine', function () {
  this.timeout(180_000);
  let postgres: Postgres;
  let folder: string;
  const started: PodProcess[] = [];

  before(async () => {
    [postgres, folder] = await Promise.all([startPostgres(), mkdtemp(join(tmpdir(), 'architect-pods-'))]);
  });
  after(async () => {
    for (const pod of started) pod.kill();
    await postgres.remove();
    await rm(folder, { recursive: true, force: true });
  });

  const start = async (name: string): Promise<PodProcess> => {
    const pod = new PodProcess(name, postgres.url(), { ports: [await freePort(), await freePort()], folder });
    started.push(pod);
    return pod;
  };

  it('starts no server before the migration', async () => {
    const server = await start('architect');
    expect(await server.ended()).to.equal(1);
    expect(server.output).to.include('src/main.ts migrate');
  });

  it('migrates by the job', async () => {
    const job = await start('architect-migration');
    expect(await job.ended(), job.output).to.equal(0);
  });

  /** Starts a pod and waits until its startup probe passes. */
  const startToReadiness = async (name: string): Promise<PodProcess> => {
    const pod = await start(name);
    await eventually(async () => expect(await pod.probe('startupProbe')).to.equal(200), START_MS_MAX);
    expect(await pod.probe('readinessProbe')).to.equal(200);
    expect(await pod.probe('livenessProbe')).to.equal(200);
    return pod;
  };

  it('starts a server, whose readiness fails first when it stops, and which ends within its grace period', async () => {
    const server = await startToReadiness('architect');
    server.signal();
    await eventually(async () => expect(await server.probe('readinessProbe')).to.equal(503));
    expect(await server.probe('livenessProbe')).to.equal(200);
    expect(await server.ended()).to.equal(0);
  });

  it('starts a worker, which ends within its grace period', async () => {
    const worker = await startToReadiness('architect-worker');
    worker.signal();
    expect(await worker.ended()).to.equal(0);
  });
});
