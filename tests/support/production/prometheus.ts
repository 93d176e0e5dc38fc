import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parse, stringify } from 'yaml';
import { eventually } from '../eventually.ts';
import { alertsOf, readRuleFiles, ruleFolder } from '../monitoring/rules.ts';
import { freePort } from '../server-process.ts';
import { programPath } from './programs.ts';

const run = promisify(execFile);

interface Sample {
  readonly metric: Readonly<Record<string, string>>;
  readonly value: number;
}

interface Alert {
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly state: 'pending' | 'firing';
}

interface ScrapeConfig {
  readonly job_name: string;
  readonly [option: string]: unknown;
}

interface PrometheusConfig {
  readonly global: Readonly<Record<string, string>>;
  readonly rule_files: readonly string[];
  readonly scrape_configs: readonly ScrapeConfig[];
}

/** Longer than the two seconds after which the server leaves out what the database does not tell. */
const INTERVAL = '3s';
const START_MS_MAX = 30_000;

/** Runs promtool, and returns what it prints. @throws Error with its output if it finds a fault */
export async function promtool(...args: readonly string[]): Promise<string> {
  const { stdout, stderr } = await run(programPath('promtool'), [...args]);
  return stdout + stderr;
}

/** The Prometheus of the operating system with the configuration of deploy/prometheus, on loopback. */
export class Prometheus {
  readonly url: string;
  readonly #directory: string;
  readonly #process: ChildProcess;

  private constructor(url: string, directory: string, child: ChildProcess) {
    this.url = url;
    this.#directory = directory;
    this.#process = child;
  }

  /**
   * Starts it with short intervals, and with alerts that fire after a second.
   * @param targets addresses by the name of the job, in place of those in the file
   * @throws Error with the remedy if Prometheus is not installed
   */
  static async start(targets: Readonly<Record<string, readonly string[]>>): Promise<Prometheus> {
    const directory = await mkdtemp(join(tmpdir(), 'architect-prometheus-'));
    await cp(ruleFolder, join(directory, 'rules'), { recursive: true });
    await Promise.all([...readRuleFiles().keys()].map((name) => hurry(join(directory, 'rules', name))));
    const port = await freePort();
    await writeFile(join(directory, 'prometheus.yml'), stringify(await configure(targets)));
    const options = {
      'config.file': join(directory, 'prometheus.yml'),
      'storage.tsdb.path': join(directory, 'data'),
      'web.listen-address': `127.0.0.1:${port}`,
      'log.level': 'error',
    };
    const args = Object.entries(options).map(([name, value]) => `--${name}=${value}`);
    const child = spawn(programPath('prometheus'), args, { stdio: 'ignore' });
    const prometheus = new Prometheus(`http://127.0.0.1:${port}`, directory, child);
    await eventually(async () => {
      if (child.exitCode !== null) throw new Error(`Prometheus ended with code ${child.exitCode}`);
      const { ok } = await fetch(`${prometheus.url}/-/ready`);
      if (!ok) throw new Error('Prometheus is not ready');
    }, START_MS_MAX);
    return prometheus;
  }

  /** @throws Error if the expression is invalid */
  async query(expression: string): Promise<readonly Sample[]> {
    const body = new URLSearchParams({ query: expression });
    const data = (await this.#data('/api/v1/query', { method: 'POST', body })) as {
      resultType: string;
      result: readonly { metric?: Record<string, string>; value: readonly [number, string] }[];
    };
    if (data.resultType !== 'vector') throw new Error(`${expression} is a ${data.resultType}`);
    return data.result.map(({ metric = {}, value: [, value] }) => ({ metric, value: Number(value) }));
  }

  async alerts(): Promise<readonly Alert[]> {
    const { alerts } = (await this.#data('/api/v1/alerts')) as { alerts: readonly Alert[] };
    return alerts;
  }

  async firing(): Promise<readonly string[]> {
    const firing = (await this.alerts()).filter(({ state }) => state === 'firing');
    return [...new Set(firing.map(({ labels }) => labels['alertname']!))].sort();
  }

  async remove(): Promise<void> {
    if (this.#process.exitCode === null) {
      const ended = once(this.#process, 'exit');
      this.#process.kill('SIGKILL');
      await ended;
    }
    await rm(this.#directory, { recursive: true, force: true });
  }

  async #data(path: string, init?: RequestInit): Promise<unknown> {
    const response = await fetch(`${this.url}${path}`, init);
    const { data, error } = (await response.json()) as { data: unknown; error?: string };
    if (!response.ok) throw new Error(`${error}`);
    return data;
  }
}

/** The configuration of deploy/prometheus, with the addresses of this test. */
async function configure(targets: Readonly<Record<string, readonly string[]>>): Promise<PrometheusConfig> {
  const config = parse(await readFile('deploy/prometheus/prometheus.yml', 'utf8')) as PrometheusConfig;
  const global = { ...config.global };
  for (const name of ['scrape_interval', 'scrape_timeout', 'evaluation_interval']) global[name] = INTERVAL;
  const scrape_configs = config.scrape_configs.flatMap(({ dns_sd_configs: _unused, ...job }) => {
    const addresses = targets[job.job_name];
    return addresses === undefined ? [] : [{ ...job, static_configs: [{ targets: addresses }] }];
  });
  return { ...config, global, scrape_configs };
}

/** Lets the alerts of a file fire after a second. */
async function hurry(path: string): Promise<void> {
  const file = parse(await readFile(path, 'utf8')) as Parameters<typeof alertsOf>[0];
  for (const alert of alertsOf(file)) Object.assign(alert, { for: '1s' });
  await writeFile(path, stringify(file));
}
