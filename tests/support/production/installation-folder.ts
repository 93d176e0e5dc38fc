import { execFile } from 'node:child_process';
import { cp, chmod, mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parse, stringify } from 'yaml';
import type { Compose } from '../deploy/compose.ts';
import { root } from '../deploy/tool.ts';

const run = promisify(execFile);

interface ScrapeConfig {
  readonly job_name: string;
  readonly dns_sd_configs?: readonly { readonly names: readonly string[]; readonly port: number }[];
  readonly static_configs?: readonly { readonly targets: readonly string[] }[];
}
interface PrometheusConfig {
  readonly global: Readonly<Record<string, string>>;
  readonly scrape_configs: readonly ScrapeConfig[];
}

/** Where the containers' addresses are on this machine: `server:9464` may have several. */
export type Addresses = ReadonlyMap<string, readonly string[]>;

/** Returns the shell commands of docs/DEPLOYMENT.md that create the secrets. */
async function secretCommands(): Promise<string> {
  const text = await readFile(join(root, 'docs/DEPLOYMENT.md'), 'utf8');
  const blocks = [...text.matchAll(/^ *```sh\n(?<body>[^]*?)^ *```/gm)].map(({ groups }) => groups!['body']!);
  const found = blocks.find((body) => body.includes('install -d -m 700 deploy/secrets'));
  if (found === undefined) throw new Error('docs/DEPLOYMENT.md does not create the secrets');
  return found;
}

/**
 * Creates a folder with what the containers mount: the secrets as docs/DEPLOYMENT.md creates them, the proxy's file and
 * Prometheus' folder, with the addresses of this machine.
 */
export async function createInstallationFolder(addresses: Addresses, smtpUrl: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'architect-installation-'));
  // PostgreSQL runs as another user.
  await chmod(folder, 0o755);
  await run('bash', ['-euc', await secretCommands()], { cwd: folder });
  const secrets = join(folder, 'deploy/secrets');
  await chmod(secrets, 0o755);
  await replaceSecret(join(secrets, 'smtp-url'), () => smtpUrl);
  await replaceSecret(join(secrets, 'database-url'), (url) => replaceAddresses(url, addresses));
  await mkdir(join(folder, 'proxy'));
  const proxyFile = await readFile(join(root, 'deploy/proxy/Caddyfile'), 'utf8');
  const onLoopback = proxyFile.replace('admin off', 'admin off\n\tdefault_bind 127.0.0.1');
  await writeFile(join(folder, 'proxy/Caddyfile'), replaceAddresses(onLoopback, addresses));
  await cp(join(root, 'deploy/prometheus'), join(folder, 'prometheus'), { recursive: true });
  await replaceTargets(join(folder, 'prometheus/prometheus.yml'), addresses);
  for (const name of ['prometheus-data', 'proxy-data', 'redis-data']) await mkdir(join(folder, name));
  return folder;
}

async function replaceSecret(path: string, change: (value: string) => string): Promise<void> {
  const value = await readFile(path, 'utf8');
  await chmod(path, 0o644);
  await writeFile(path, change(value));
}

/** Replaces `host:port` of containers by their addresses on this machine. */
export function replaceAddresses(text: string, addresses: Addresses): string {
  return [...addresses].reduce((all, [from, to]) => all.replaceAll(from, to.join(' ')), text);
}

/** Docker resolves a service's name to its containers; here the targets are written out. Scrapes every second. */
async function replaceTargets(path: string, addresses: Addresses): Promise<void> {
  const config = parse(await readFile(path, 'utf8')) as PrometheusConfig;
  const scrape_configs = config.scrape_configs.map(({ dns_sd_configs = [], static_configs = [], ...rest }) => {
    const named = dns_sd_configs.flatMap(({ names, port }) => names.map((name) => `${name}:${port}`));
    const targets = [...named, ...static_configs.flatMap((one) => one.targets)].flatMap((target) => {
      const found = addresses.get(target.replace('localhost', 'prometheus'));
      if (found === undefined) throw new Error(`no container listens on ${target}`);
      return found;
    });
    return { ...rest, static_configs: [{ targets }] };
  });
  const global = { ...config.global, scrape_interval: '1s', scrape_timeout: '1s' };
  await writeFile(path, stringify({ ...config, global, scrape_configs }));
}

/** Returns the order in which Compose starts the services: each after those that it waits for. */
export function startOrder({ services }: Compose): readonly string[] {
  const order = new Set<string>();
  const visit = (name: string): void => {
    for (const other of Object.keys(services[name]?.depends_on ?? {})) visit(other);
    order.add(name);
  };
  Object.keys(services).forEach(visit);
  return [...order];
}
