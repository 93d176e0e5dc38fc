import { join } from 'node:path';
import type { Compose } from '../deploy/compose.ts';
import { freePort } from '../server-process.ts';
import { replaceAddresses, type Addresses } from './installation-folder.ts';
import { postgresProgramPath, programPath } from './programs.ts';

// How the command of a container runs on this machine: addresses, folders, programs and what an image decides.

export interface Place {
  readonly compose: Compose;
  /** What the containers mount, and their volumes. */
  readonly folder: string;
  readonly addresses: Addresses;
  readonly settings: Readonly<Record<string, string>>;
}

/** The ports on which containers listen. */
const listened: Readonly<Record<string, readonly number[]>> = {
  server: [8080, 9464],
  worker: [9464],
  postgres: [5432],
  redis: [6379],
  prometheus: [9090],
  grafana: [3000],
  proxy: [2020],
};

/** Chooses a free port for each port of each container. */
export async function chooseAddresses({ name, services }: Compose): Promise<Addresses> {
  const addresses = new Map<string, readonly string[]>();
  for (const [service, port] of Object.entries(listened).flatMap(([of, ports]) =>
    ports.map((port) => [of, port] as const),
  )) {
    const { replicas = 1 } = services[service]!.deploy;
    const local: string[] = [];
    for (let number = 1; number <= replicas; number++) {
      local.push(`127.0.0.1:${await freePort()}`);
      addresses.set(`${name}-${service}-${number}:${port}`, [local.at(-1)!]);
    }
    addresses.set(`${service}:${port}`, local);
  }
  // The proxy's file names its own ports without a host.
  addresses.set('http://:2020', [`http://${addresses.get('proxy:2020')![0]!}`]);
  addresses.set('http://:3000', [`http://127.0.0.1:${await freePort()}`]);
  return addresses;
}

export function portOf({ addresses }: Pick<Place, 'addresses'>, container: string, number = 1): string {
  return addresses.get(container)?.[number - 1]?.split(':')[1] ?? '0';
}

/** Replaces the paths and addresses of a container by those of this machine. */
export function localize({ folder, addresses }: Place, text: string, number: number): string {
  const local = text
    .replaceAll('/run/secrets', join(folder, 'deploy/secrets'))
    .replaceAll('/etc/caddy', join(folder, 'proxy'))
    .replaceAll('/etc/prometheus', join(folder, 'prometheus'))
    .replace(/=\/prometheus$/, `=${join(folder, 'prometheus-data')}`);
  const ofContainer = [...addresses].map(([from, to]) => [from, [to[number - 1] ?? to[0]!]] as const);
  return replaceAddresses(local, new Map(ofContainer));
}

function localProgram(name: string): string {
  if (name === 'node') return process.execPath;
  return /^(?:postgres|pg_isready)$/.test(name) ? postgresProgramPath(name) : programPath(name);
}

/** The options that stand for what a container's image and network decide: folders, and the address to listen on. */
function optionsOf(service: string, place: Place): readonly string[] {
  const { folder } = place;
  const port = portOf(place, `${service}:${listened[service]?.[0] ?? 0}`);
  switch (service) {
    case 'postgres':
      return ['-D', join(folder, 'postgres-data'), '-k', folder, '-p', port, '-c', 'listen_addresses=127.0.0.1'];
    case 'redis':
      return ['--dir', join(folder, 'redis-data'), '--port', port, '--bind', '127.0.0.1'];
    case 'prometheus':
      return [`--web.listen-address=127.0.0.1:${port}`];
    default:
      return [];
  }
}

/** Returns the program, the arguments and the environment of a service's container. */
export function localCommand(service: string, number: number, place: Place) {
  const { entrypoint = [], command = [], environment = {} } = place.compose.services[service]!;
  const [program = '', ...args] = [...entrypoint, ...command].map((text) => localize(place, text, number));
  const variables = Object.entries(environment).map(([name, value]) => [name, localize(place, value, number)]);
  // Here all containers share one address.
  const ports = {
    ...place.settings,
    ...{ HOST: '127.0.0.1', PORT: portOf(place, `${service}:8080`, number) },
    METRICS_PORT: portOf(place, `${service}:9464`, number),
  };
  const data = { XDG_DATA_HOME: join(place.folder, 'proxy-data'), XDG_CONFIG_HOME: join(place.folder, 'proxy-data') };
  return {
    program: localProgram(program),
    args: [...args, ...optionsOf(service, place)],
    env: { PATH: process.env['PATH'], ...data, ...(Object.fromEntries(variables) as Record<string, string>), ...ports },
  };
}

/** Returns the health check of a service's container: a program with arguments, or the address that it requests. */
export function localHealthCheck(service: string, number: number, place: Place) {
  const [kind, program = '', ...args] = place.compose.services[service]!.healthcheck!.test;
  if (kind !== 'CMD') throw new Error(`${service}: the health check is no command`);
  // Inside a container, its own ports are those of 127.0.0.1.
  const own = listened[service]!.map((port) => {
    const local = `127.0.0.1:${portOf(place, `${service}:${port}`, number)}`;
    return [`127.0.0.1:${port}`, [local]] as const;
  });
  const local = args.map((text) => replaceAddresses(text, new Map(own)));
  if (program === 'wget') return { address: local.at(-1)! };
  const port = portOf(place, `${service}:${listened[service]![0]!}`, number);
  const withPort = /^(?:pg_isready|redis-cli)$/.test(program) ? ['-p', port, ...local] : local;
  return { program: localProgram(program), args: withPort };
}
