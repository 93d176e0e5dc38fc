import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { expect } from 'chai';
import packageJson from '../../package.json' with { type: 'json' };
import { loadConfig } from '../../src/config.ts';
import { composeFile, readCompose, toSeconds, type Service } from '../support/deploy/compose.ts';
import { connectionsOf } from '../support/deploy/connections.ts';
import { buildKustomization } from '../support/deploy/kustomize.ts';
import { environmentOf, podsOf } from '../support/deploy/resource.ts';
import { goodSecret } from '../support/production-settings.ts';

const variables = { PUBLIC_URL: 'https://architect.example.com' };
const compose = readCompose(variables);
const services = Object.entries(compose.services);
const own = services.filter(([, { image }]) => image.startsWith('architect:'));

const contents: Readonly<Record<string, string>> = {
  'database-url': 'postgres://architect:x@postgres:5432/architect',
  'secret-key': goodSecret,
  'smtp-url': 'smtps://user:x@mail.example.com',
};

/** Loads a service's settings with its secrets in a folder of the test. */
function configOf({ environment = {} }: Service, folder: string) {
  const mapped = Object.entries(environment).map(([name, value]) => [name, value.replace('/run/secrets', folder)]);
  return loadConfig(Object.fromEntries(mapped) as Record<string, string>);
}

describe('deploy/docker-compose.yml', () => {
  let folder = '';
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'architect-secrets-'));
    for (const [name, content] of Object.entries(contents)) writeFileSync(join(folder, name), `${content}\n`);
  });
  after(() => rmSync(folder, { recursive: true }));

  it('has every service of an installation', () => {
    const names = ['proxy', 'server', 'worker', 'migration', 'postgres', 'redis', 'prometheus', 'grafana'];
    expect(Object.keys(compose.services)).to.have.members(names);
    expect(own.map(([name]) => name)).to.have.members(['server', 'worker', 'migration']);
  });

  it('does not start without the address that clients use', () => {
    expect(() => readCompose({})).to.throw('PUBLIC_URL is missing');
  });

  it('publishes ports of the proxy only, and the dashboards to the machine itself only', () => {
    expect(services.filter(([, { ports }]) => ports !== undefined).map(([name]) => name)).to.deep.equal(['proxy']);
    const toEverybody = compose.services['proxy']!.ports!.filter((port) => !port.startsWith('127.0.0.1:'));
    expect(toEverybody).to.deep.equal(['80:80', '443:443', '443:443/udp']);
  });

  it('keeps PostgreSQL, Redis and the metrics in networks without a way out', () => {
    const isClosed = ({ networks }: Service): boolean => networks.every((name) => compose.networks[name]?.internal);
    const open = services.filter(([, service]) => !isClosed(service)).map(([name]) => name);
    expect(open).to.have.members(['proxy', 'server', 'worker']);
    expect(compose.services['proxy']!.networks).not.to.include('data');
    expect(compose.services['prometheus']!.networks).to.deep.equal(['monitoring']);
  });

  it('declares the secrets, volumes and networks that it uses, and no others', () => {
    const used = (names: readonly string[]) => [...new Set(names)];
    const secrets = used(services.flatMap(([, service]) => service.secrets ?? []));
    const networks = used(services.flatMap(([, service]) => service.networks));
    const volumes = services.flatMap(([, service]) => (service.volumes ?? []).map((volume) => volume.split(':')[0]!));
    expect(Object.keys(compose.secrets)).to.have.members(secrets);
    expect(Object.keys(compose.networks)).to.have.members(networks);
    expect(Object.keys(compose.volumes)).to.have.members(volumes.filter((volume) => !volume.startsWith('.')));
  });

  it('reads each secret from a file of its name below a folder that git ignores', () => {
    const files = Object.entries(compose.secrets).map(([name, { file }]) => [name, basename(file), dirname(file)]);
    expect(files).to.deep.equal(Object.keys(compose.secrets).map((name) => [name, name, './secrets']));
    expect(readFileSync('.gitignore', 'utf8').split('\n')).to.include('/deploy/secrets/').and.include('/deploy/.env');
  });

  it('proxies to each of the servers', () => {
    const { replicas = 1 } = compose.services['server']!.deploy;
    const { port } = configOf(compose.services['server']!, folder);
    const names = Array.from({ length: replicas }, (_, index) => `architect-server-${index + 1}:${port}`);
    expect(replicas).to.equal(2);
    expect(compose.services['proxy']!.environment!['SERVERS']).to.equal(names.join(' '));
  });

  it('proxies the address that links begin with', () => {
    const { environment = {} } = compose.services['proxy']!;
    expect(environment['PUBLIC_URL']).to.equal(variables.PUBLIC_URL);
    expect(configOf(compose.services['server']!, folder).publicUrl).to.equal(variables.PUBLIC_URL);
    expect(environment['GRAFANA']).to.equal('grafana:3000');
  });

  it('publishes the port at which the proxy serves the dashboards', () => {
    const [, port] = /^http:\/\/:(\d+) \{\n\treverse_proxy \{\$GRAFANA\}/m.exec(
      readFileSync('deploy/proxy/Caddyfile', 'utf8'),
    )!;
    expect(compose.services['proxy']!.ports).to.include(`127.0.0.1:${port}:${port}`);
  });

  it('keeps data where the programs in the containers write it', () => {
    const volumes = services
      .flatMap(([, service]) => service.volumes ?? [])
      .filter((volume) => !volume.startsWith('.'));
    expect(volumes).to.have.members([
      'proxy-data:/data',
      'postgres-data:/var/lib/postgresql/data',
      'prometheus-data:/prometheus',
      'grafana-data:/var/lib/grafana',
    ]);
    expect(compose.services['prometheus']!.command).to.include('--storage.tsdb.path=/prometheus');
  });

  it('creates the database by the file that the image of PostgreSQL runs at its first start', () => {
    const [config] = compose.services['postgres']!.configs!;
    expect(compose.configs[config!.source]!.content).to.include('CREATE DATABASE architect OWNER architect;');
    expect(config!.target).to.match(/^\/docker-entrypoint-initdb\.d\/.*\.sql$/);
  });

  it('gives PostgreSQL connections for every process', () => {
    const allowed = Number(/max_connections=(\d+)/.exec(compose.services['postgres']!.command!.join(' '))?.[1]);
    const needed = own.reduce((sum, [name, service]) => {
      const { poolMax } = configOf(service, folder).pool;
      return sum + (service.deploy.replicas ?? 1) * connectionsOf(name === 'worker' ? 'worker' : 'server', poolMax);
    }, 0);
    expect(allowed).to.be.at.least(needed);
  });

  it('sets what Kubernetes sets, with the same values', () => {
    const { pod } = podsOf(buildKustomization('deploy/kubernetes')).find(({ name }) => name === 'architect')!;
    const kubernetes = environmentOf(pod.containers[0]!, buildKustomization('deploy/kubernetes'), {});
    const here = compose.services['server']!.environment!;
    const differing = ['POOL_MAX', 'MAIL_FROM', 'REDIS_URL'];
    const withoutFile = Object.keys(here).map((name) => name.replace(/_FILE$/, ''));
    // Only this file allows a trial without TLS; only a cluster may have a replica, PgBouncer, and room for earlier keys.
    expect(withoutFile.filter((name) => !(name in kubernetes))).to.deep.equal(['ALLOW_PLAIN_HTTP']);
    const onlyThere = Object.keys(kubernetes).filter((name) => !withoutFile.includes(name));
    expect(onlyThere).to.have.members(['DATABASE_REPLICA_URL', 'DATABASE_POOLER_URL', 'SECRET_KEY_PREVIOUS']);
    const same = Object.keys(here).filter((name) => name in kubernetes && !differing.includes(name));
    for (const name of same) expect(here[name], name).to.equal(kubernetes[name]);
  });

  for (const [name, service] of own) {
    it(`${name}: sets only settings that exist`, () => {
      const documented = new Set(readFileSync('docs/settings.md', 'utf8').match(/(?<=^\| `)[A-Z_]+/gm));
      expect(Object.keys(service.environment ?? {}).filter((one) => !documented.has(one))).to.deep.equal([]);
      expect(configOf(service, folder).unknownSettings).to.deep.equal([]);
    });

    it(`${name}: gets each secret whose file it reads, and no other`, () => {
      const files = Object.values(service.environment ?? {}).filter((value) => value.startsWith('/run/secrets/'));
      expect(service.secrets).to.have.members(files.map((file) => basename(file)));
    });

    it(`${name}: has longer to end than its own limits`, () => {
      const { shutdown } = configOf(service, folder);
      expect(toSeconds(service.stop_grace_period!) * 1000).to.be.greaterThan(shutdown.graceMs + shutdown.limitMs);
    });

    it(`${name}: runs as the user of the image`, () => {
      expect(readFileSync('deploy/Dockerfile.prod', 'utf8').split('\n')).to.include(`USER ${service.user}`);
    });

    it(`${name}: runs the image of this version`, () => {
      expect(service.image).to.equal(`architect:${packageJson.version}`);
      expect(service.build!.args['VERSION']).to.equal(packageJson.version);
    });
  }

  for (const [name, service] of services) {
    it(`${name}: has no more rights than it needs`, () => {
      expect(service).to.deep.include({ read_only: true, cap_drop: ['ALL'], security_opt: ['no-new-privileges:true'] });
      expect(service.cap_add ?? []).to.deep.equal(name === 'proxy' ? ['NET_BIND_SERVICE'] : []);
      // Caddy's program has the capability for ports below 1024, which works for root only when all others are dropped.
      expect(service.user === undefined).to.equal(name === 'proxy');
      expect(service.user).not.to.match(/^0/);
    });

    it(`${name}: names files that it mounts`, () => {
      const targets = [
        ...(service.secrets ?? []).map((secret) => `/run/secrets/${secret}`),
        ...(service.volumes ?? []).map((volume) => volume.split(':')[1]!),
      ];
      const secretFiles = Object.values(service.environment ?? {}).filter((value) => value.startsWith('/run/'));
      const files = (service.command ?? []).flatMap((argument) => /(?:^|=)(\/etc\/.+)$/.exec(argument)?.[1] ?? []);
      const isMounted = (file: string): boolean =>
        targets.some((target) => file === target || file.startsWith(`${target}/`));
      expect([...secretFiles, ...files].filter((file) => !isMounted(file))).to.deep.equal([]);
    });

    it(`${name}: is limited, pinned and restarted`, () => {
      expect(service.deploy.resources.limits).to.have.all.keys('cpus', 'memory');
      expect(service.image).to.match(/^[a-z/-]+:v?\d+\.\d+(\.\d+)?[a-z-]*$/);
      expect(service.restart).to.equal(name === 'migration' ? 'no' : 'unless-stopped');
    });

    it(`${name}: is checked for health, and waits for what it needs`, () => {
      expect(service.healthcheck === undefined).to.equal(name === 'migration');
      for (const [other, { condition }] of Object.entries(service.depends_on ?? {}))
        expect(condition).to.equal(other === 'migration' ? 'service_completed_successfully' : 'service_healthy');
    });

    it(`${name}: mounts files that exist`, () => {
      const mounted = (service.volumes ?? [])
        .map((volume) => volume.split(':')[0]!)
        .filter((path) => path.startsWith('.'));
      const { context, dockerfile } = service.build ?? { context: '.', dockerfile: '' };
      const paths = [...mounted, join(context, dockerfile)].map((path) => join(dirname(composeFile), path));
      expect(paths.filter((path) => !existsSync(path))).to.deep.equal([]);
    });
  }
});
