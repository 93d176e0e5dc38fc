import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chown, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { readCompose, toSeconds } from '../deploy/compose.ts';
import { root } from '../deploy/tool.ts';
import { eventually } from '../eventually.ts';
import { freePort } from '../server-process.ts';
import { createInstallationFolder, startOrder } from './installation-folder.ts';
import { chooseAddresses, localCommand, localHealthCheck, localize, portOf, type Place } from './installation-place.ts';
import { serverOwner } from './postgres.ts';
import { postgresProgramPath } from './programs.ts';

const run = promisify(execFile);
const HEALTHY_MS_MAX = 60_000;

/** The process that a container's command starts. */
interface Instance {
  readonly service: string;
  /** 1 for the first container of a service. */
  readonly number: number;
  readonly child: ChildProcess;
  output: string;
}

/** No package registry has Grafana. */
export const notRun: readonly string[] = ['grafana'];

/** Starts the services of deploy/docker-compose.yml with the programs of this machine instead of containers. */
export class Installation {
  /** Of the proxy. */
  readonly url: string;
  readonly #place: Place;
  #instances: readonly Instance[] = [];

  private constructor(url: string, place: Place) {
    this.url = url;
    this.#place = place;
  }

  /**
   * Starts every service in the order of Compose, and waits for the conditions of `depends_on`.
   * @param settings of our own services, beside those of the file
   */
  static async open(smtpUrl: string, settings: Readonly<Record<string, string>> = {}): Promise<Installation> {
    const url = `http://127.0.0.1:${await freePort()}`;
    const compose = readCompose({ PUBLIC_URL: url, ALLOW_PLAIN_HTTP: 'true' });
    const addresses = await chooseAddresses(compose);
    const folder = await createInstallationFolder(addresses, smtpUrl);
    const installation = new Installation(url, { folder, addresses, compose, settings });
    try {
      await installation.#fillDatabase();
      for (const name of startOrder(compose).filter((one) => !notRun.includes(one))) await installation.#up(name);
    } catch (error) {
      await installation.remove();
      throw error;
    }
    return installation;
  }

  /** Returns the address of this machine for a container's, such as `server:9464`. */
  urlOf(container: string, number = 1): string {
    return `http://127.0.0.1:${portOf(this.#place, container, number)}`;
  }

  /** The service of each container that runs. */
  running(): readonly string[] {
    return this.#living().map(({ service }) => service);
  }

  /** Returns the one value of a statement that the superuser runs. */
  async query(sql: string): Promise<string> {
    const { stdout } = await this.#psql('architect', ['--tuples-only', '--no-align', '--command', sql]);
    return stdout.trim();
  }

  /** Kills a container, as in a crash. */
  async kill(service: string, number: number): Promise<void> {
    const { child } = this.#living().find((one) => one.service === service && one.number === number)!;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }

  /** Starts a killed container again, and waits until it is healthy. */
  async restart(service: string, number: number): Promise<void> {
    await this.#untilHealthy(this.#launch(service, number));
  }

  /**
   * Stops every container as Compose does.
   * @returns the exit codes by service
   * @throws Error if one does not end within its `stop_grace_period`
   */
  async stop(): Promise<readonly (readonly [service: string, code: number | null])[]> {
    const stopping = this.#living().map(async ({ service, child }) => {
      const { stop_signal = 'SIGTERM', stop_grace_period = '10s' } = this.#place.compose.services[service]!;
      const ended = once(child, 'exit', { signal: AbortSignal.timeout(toSeconds(stop_grace_period) * 1000) });
      child.kill(stop_signal as NodeJS.Signals);
      const [code] = (await ended) as [number | null];
      return [service, code] as const;
    });
    return Promise.all(stopping);
  }

  async remove(): Promise<void> {
    for (const { child } of this.#instances) child.kill('SIGKILL');
    await rm(this.#place.folder, { recursive: true, force: true });
  }

  #living(): readonly Instance[] {
    return this.#instances.filter(({ child }) => child.exitCode === null && child.signalCode === null);
  }

  /** Starts the containers of a service, and waits until they are healthy or, for a job, have completed. */
  async #up(name: string): Promise<void> {
    const { restart, deploy } = this.#place.compose.services[name]!;
    const numbers = Array.from({ length: deploy.replicas ?? 1 }, (_, index) => index + 1);
    const instances = numbers.map((number) => this.#launch(name, number));
    await Promise.all(instances.map((one) => (restart === 'no' ? untilCompleted(one) : this.#untilHealthy(one))));
  }

  #launch(service: string, number: number): Instance {
    const { program, args, env } = localCommand(service, number, this.#place);
    const owner = service === 'postgres' ? serverOwner() : {};
    const child = spawn(program, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'], ...owner });
    const instance: Instance = { service, number, child, output: '' };
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (instance.output = (instance.output + chunk.toString()).slice(-8000)));
    this.#instances = [...this.#instances, instance];
    return instance;
  }

  async #untilHealthy(instance: Instance): Promise<void> {
    const { service, number, child } = instance;
    const explain = (problem: string, cause?: unknown): Error =>
      new Error(`${service} ${number} ${problem}: ${instance.output}`, { cause });
    const healthy = eventually(() => this.#checkHealth(service, number), HEALTHY_MS_MAX);
    const ended = once(child, 'exit').then(([code]) => {
      throw explain(`ended with ${String(code)}`);
    });
    // After it has become healthy, nobody waits for its end.
    ended.catch(() => undefined);
    await Promise.race([ended, healthy]).catch((error: unknown) => {
      throw explain('is not healthy', error);
    });
  }

  /** @throws Error if the health check of the Compose file fails */
  async #checkHealth(service: string, number: number): Promise<void> {
    const { address, program = '', args } = localHealthCheck(service, number, this.#place);
    if (address === undefined) await run(program, args, { timeout: 10_000 });
    else if (!(await fetch(address)).ok) throw new Error(`${address} is not healthy`);
  }

  /** Does what PostgreSQL's image does with an empty folder: initdb, then the mounted SQL. */
  async #fillDatabase(): Promise<void> {
    const { folder, compose } = this.#place;
    const { environment = {}, configs = [] } = compose.services['postgres']!;
    const data = join(folder, 'postgres-data');
    const owner = serverOwner();
    await mkdir(data);
    if (owner.uid !== undefined) for (const path of [folder, data]) await chown(path, owner.uid, owner.gid!);
    const password = localize(this.#place, environment['POSTGRES_PASSWORD_FILE']!, 1);
    const options = ['--username', 'postgres', '--auth', 'scram-sha-256', '--pwfile', password, '--no-sync'];
    const written = environment['POSTGRES_INITDB_ARGS']!.split(' ');
    await run(postgresProgramPath('initdb'), ['-D', data, ...options, ...written], owner);
    this.#launch('postgres', 1);
    await eventually(() => this.#psql('postgres', ['--command', 'SELECT 1']), HEALTHY_MS_MAX);
    const sql = join(folder, 'create-database.sql');
    await writeFile(sql, localize(this.#place, compose.configs[configs[0]!.source]!.content, 1));
    await this.#psql('postgres', ['--set', 'ON_ERROR_STOP=1', '--file', sql]);
    await this.stop();
  }

  async #psql(database: string, args: readonly string[]): Promise<{ readonly stdout: string }> {
    const password = await readFile(join(this.#place.folder, 'deploy/secrets/postgres-password'), 'utf8');
    const server = ['--host', '127.0.0.1', '--port', portOf(this.#place, 'postgres:5432'), '--username', 'postgres'];
    return run(postgresProgramPath('psql'), [...server, '--dbname', database, ...args], {
      env: { ...process.env, PGPASSWORD: password.trim() },
    });
  }
}

/** @throws Error with the output if it fails */
async function untilCompleted(instance: Instance): Promise<void> {
  const [code] = (await once(instance.child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`${instance.service} ended with ${code}: ${instance.output}`);
}
