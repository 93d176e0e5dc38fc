import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect } from 'chai';
import { parse } from 'yaml';
import { loadConfig } from '../../src/config.ts';
import packageJson from '../../package.json' with { type: 'json' };
import { clusters } from '../support/deploy/clusters.ts';
import { readResources } from '../support/deploy/kustomize.ts';
import { environmentOf } from '../support/deploy/resource.ts';
import { documentedOperations } from '../support/contract/document.ts';
import { goodSecret } from '../support/production-settings.ts';

const base = 'deploy/kubernetes';
const template = readResources(join(base, 'architect-secret.yaml'))[0]!;

/** What a filled-in secret holds. */
const secrets: Readonly<Record<string, string>> = {
  'database-url': 'postgres://architect:x@postgres.internal:5432/architect',
  'database-replica-url': 'postgres://architect:x@replica.internal:5432/architect',
  'database-pooler-url': 'postgres://architect:x@pgbouncer.internal:6432/architect',
  'secret-key': goodSecret,
  'secret-key-previous': goodSecret.toLowerCase(),
  'redis-url': 'rediss://user:x@redis.internal:6379/0',
  'smtp-url': 'smtps://user:x@mail.internal:465',
};

/** The arguments of each workload. */
const commands: Readonly<Record<string, readonly string[]>> = {
  architect: ['serve', '--no-worker'],
  'architect-worker': ['worker'],
  'architect-migration': ['migrate'],
};

/** The limit of the readiness check, in src/platform/database.ts. */
const PING_MS_MAX = 2000;

describe('deploy/kubernetes', () => {
  it('lists every file of the folder in its kustomization, except the secret without values', () => {
    const listed = parse(readFileSync(join(base, 'kustomization.yaml'), 'utf8')) as { resources: string[] };
    const files = globSync('architect-*.yaml', { cwd: base }).map((file) => basename(file));
    expect([...listed.resources, 'architect-secret.yaml']).to.have.members(files);
  });

  it('has no values in the secret', () => {
    expect(Object.values(template.stringData ?? {}).filter((value) => value !== '')).to.deep.equal([]);
  });

  it('has a sample value here for each key of the secret', () => {
    expect(Object.keys(template.stringData ?? {})).to.have.members(Object.keys(secrets));
  });
});

for (const { title, resources, containers } of clusters) {
  describe(`the pods of ${title}`, () => {
    for (const { name, pod, container } of containers) {
      const config = loadConfig(environmentOf(container, resources, secrets));
      const graceSeconds = (config.shutdown.graceMs + config.shutdown.limitMs) / 1000;

      it(`${name}: sets only settings that exist`, () => {
        const documented = new Set(readFileSync('docs/settings.md', 'utf8').match(/(?<=^\| `)[A-Z_]+/gm));
        const set = Object.keys(environmentOf(container, resources, secrets));
        expect(set.filter((variable) => !documented.has(variable))).to.deep.equal([]);
        expect(config.unknownSettings).to.deep.equal([]);
        expect(config.env).to.equal('production');
      });

      it(`${name}: takes its secrets from keys that the secret has`, () => {
        const references = container.env.flatMap(({ valueFrom }) => valueFrom?.secretKeyRef ?? []);
        expect(references.map((reference) => reference.name)).to.satisfy((names: string[]) =>
          names.every((one) => one === template.metadata.name),
        );
        expect(references.filter(({ key }) => template.stringData?.[key] === undefined)).to.deep.equal([]);
      });

      it(`${name}: may start with empty optional secrets`, () => {
        const required = container.env.filter(({ valueFrom }) => valueFrom?.secretKeyRef.optional !== true);
        const given = Object.fromEntries(
          required.map(({ valueFrom }) => [valueFrom!.secretKeyRef.key, secrets[valueFrom!.secretKeyRef.key] ?? '']),
        );
        expect(() => loadConfig(environmentOf(container, resources, given))).not.to.throw();
      });

      it(`${name}: runs the image of this version`, () => {
        expect(container.image).to.match(/^(?:registry\.example\.com\/)?architect:/);
        expect(container.image.split(':').at(-1)).to.equal(packageJson.version);
      });

      it(`${name}: runs its command`, () => {
        expect(container.command).to.deep.equal(['node', 'src/main.ts', ...commands[name]!]);
      });

      it(`${name}: opens the ports of its settings`, () => {
        const expected = { http: config.port, metrics: config.metrics.port };
        const opened = (container.ports ?? []).map((port) => [port.name, port.containerPort]);
        expect(expected).to.deep.include(Object.fromEntries(opened));
      });

      it(`${name}: meets the restricted pod security standard`, () => {
        expect(pod.securityContext).to.deep.include({ runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } });
        // The user of the image.
        const [, user, group] = /^USER (\d+):(\d+)$/m.exec(readFileSync('deploy/Dockerfile.prod', 'utf8'))!.map(Number);
        expect(pod.securityContext).to.deep.include({ runAsUser: user, runAsGroup: group, fsGroup: group });
        expect(pod.automountServiceAccountToken).to.equal(false);
        expect(container.securityContext).to.deep.equal({
          allowPrivilegeEscalation: false,
          readOnlyRootFilesystem: true,
          capabilities: { drop: ['ALL'] },
        });
      });

      it(`${name}: can write to /tmp, and to nothing else`, () => {
        expect(container.volumeMounts).to.deep.equal([{ name: 'tmp', mountPath: '/tmp' }]);
        expect(pod.volumes.map((volume) => Object.keys(volume))).to.deep.equal([['name', 'emptyDir']]);
      });

      it(`${name}: says what it needs and how much it may use`, () => {
        for (const amounts of [container.resources.requests, container.resources.limits])
          expect(amounts).to.have.all.keys('cpu', 'memory');
      });

      it(`${name}: has longer to end than its own limits`, () => {
        const preStop = container.lifecycle?.preStop.sleep.seconds ?? 0;
        // A job's pod is not drained; Kubernetes gives it 30 s.
        expect(pod.terminationGracePeriodSeconds ?? 30).to.be.greaterThan(preStop + graceSeconds);
      });
    }

    for (const { name, container } of containers.filter((one) => one.name !== 'architect-migration')) {
      it(`${name}: is probed on paths of the contract, at ports that it opens`, () => {
        const probes = [container.startupProbe!, container.livenessProbe!, container.readinessProbe!];
        const paths = probes.map(({ httpGet }) => httpGet.path);
        const known = documentedOperations.filter(({ method }) => method === 'GET').map(({ path }) => path);
        expect(known).to.include.members(paths);
        expect(paths).to.deep.equal(['/health/liveness', '/health/liveness', '/health/readiness']);
        const opened = container.ports!.map((port) => port.name);
        expect(opened).to.include.members(probes.map(({ httpGet }) => httpGet.port));
      });

      it(`${name}: gives a probe more time than the server takes to find that its database is gone`, () => {
        for (const probe of [container.startupProbe!, container.livenessProbe!, container.readinessProbe!])
          expect(probe.timeoutSeconds * 1000).to.be.within(PING_MS_MAX + 1, 5000);
      });

      it(`${name}: is restarted when it has hung for 30 s`, () => {
        const { periodSeconds, failureThreshold } = container.livenessProbe!;
        expect(periodSeconds * failureThreshold).to.equal(30);
        expect(failureThreshold).to.be.greaterThan(1);
      });

      it(`${name}: has as long to start as docs/MONITORING.md says`, () => {
        const { databaseWaitMs } = loadConfig(environmentOf(container, resources, secrets));
        const { periodSeconds, failureThreshold } = container.startupProbe!;
        expect(readFileSync('docs/MONITORING.md', 'utf8')).to.include('at least ten minutes');
        expect(periodSeconds * failureThreshold).to.equal(600);
        expect(periodSeconds * failureThreshold * 1000).to.be.greaterThan(databaseWaitMs);
      });
    }

    it('notice a server that stops while it still accepts connections', () => {
      const { container } = containers.find(({ name }) => name === 'architect')!;
      const { shutdown } = loadConfig(environmentOf(container, resources, secrets));
      const { periodSeconds, failureThreshold } = container.readinessProbe!;
      expect(periodSeconds * failureThreshold * 1000).to.be.lessThan(shutdown.graceMs);
      // Before that, nodes have the same time to remove the endpoint.
      expect(container.lifecycle!.preStop.sleep.seconds * 1000).to.equal(shutdown.graceMs);
    });

    it('are reached without a service in between at the ports of their settings', () => {
      const { container } = containers.find(({ name }) => name === 'architect')!;
      const config = loadConfig(environmentOf(container, resources, secrets));
      const settings: Readonly<Record<string, number | undefined>> = {
        http: config.port,
        metrics: config.metrics.port,
      };
      const services = resources.filter(({ kind }) => kind === 'Service');
      // A headless service gives the addresses of pods, so its clients connect to the port of the pod.
      const direct = services.filter(({ spec }) => spec!.clusterIP === 'None').flatMap(({ spec }) => spec!.ports!);
      expect(direct).not.to.be.empty;
      for (const { port, targetPort } of direct) expect(port, targetPort).to.equal(settings[targetPort]);
      const others = services.filter(({ spec }) => spec!.clusterIP !== 'None').flatMap(({ spec }) => spec!.ports!);
      expect(others.map(({ port, targetPort }) => [port, targetPort])).to.deep.equal([[80, 'http']]);
    });

    it('have the same settings as servers and as workers', () => {
      const [server, worker] = ['architect', 'architect-worker'].map(
        (name) => containers.find((one) => one.name === name)!.container,
      );
      expect(worker!.env).to.deep.equal(server!.env);
      expect(worker!.envFrom).to.deep.equal(server!.envFrom);
    });
  });
}
