import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect } from 'chai';
import { parse } from 'yaml';
import { loadConfig } from '../../src/config.ts';
import packageJson from '../../package.json' with { type: 'json' };
import { buildKustomization, readResources } from '../support/deploy/kustomize.ts';
import { environmentOf, hasLabels, podsOf, selectedLabels, type Resource } from '../support/deploy/resource.ts';
import { documentedOperations } from '../support/contract/document.ts';
import { goodSecret } from '../support/production-settings.ts';

const deploy = join(import.meta.dirname, '../../deploy');
const base = join(deploy, 'kubernetes');
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

/** @throws Error if there is none */
function find(resources: readonly Resource[], kind: string, name: string): Resource {
  const found = resources.find((resource) => resource.kind === kind && resource.metadata.name === name);
  if (found === undefined) throw new Error(`there is no ${kind} ${name}`);
  return found;
}

const built = {
  base: buildKustomization(base),
  production: buildKustomization(join(deploy, 'overlays/production')),
};

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

for (const [title, resources] of Object.entries(built)) {
  const pods = podsOf(resources);
  const containers = pods.flatMap(({ name, pod }) => pod.containers.map((container) => ({ name, pod, container })));

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

      it(`${name}: opens the ports of its settings`, () => {
        const expected = { http: config.port, metrics: config.metrics.port };
        const opened = (container.ports ?? []).map((port) => [port.name, port.containerPort]);
        expect(expected).to.deep.include(Object.fromEntries(opened));
      });

      it(`${name}: meets the restricted pod security standard`, () => {
        expect(pod.securityContext).to.deep.include({ runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } });
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
    });

    it('have the same settings as servers and as workers', () => {
      const [server, worker] = ['architect', 'architect-worker'].map(
        (name) => containers.find((one) => one.name === name)!.container,
      );
      expect(worker!.env).to.deep.equal(server!.env);
      expect(worker!.envFrom).to.deep.equal(server!.envFrom);
    });
  });

  describe(`the names and labels of ${title}`, () => {
    const selecting = resources.filter(({ spec }) => spec?.selector !== undefined || spec?.podSelector !== undefined);
    for (const { kind, metadata, spec } of selecting.filter((one) => one.kind !== 'ServiceMonitor')) {
      const wanted = selectedLabels((spec!.podSelector ?? spec!.selector)!);

      it(`${kind} ${metadata.name} selects pods`, () => {
        const found = pods.filter(({ labels }) => hasLabels(labels, wanted));
        expect(found).not.to.be.empty;
        // A workload owns exactly its own pods.
        if (spec!.template !== undefined) expect(found.map(({ name }) => name)).to.deep.equal([metadata.name]);
      });
    }

    for (const { metadata, spec } of resources.filter(({ kind }) => kind === 'Service')) {
      it(`Service ${metadata.name} forwards to ports that the pods open`, () => {
        const wanted = selectedLabels(spec!.selector!);
        const opened = pods
          .filter(({ labels }) => hasLabels(labels, wanted))
          .flatMap(({ pod }) => pod.containers.flatMap(({ ports = [] }) => ports.map(({ name }) => name)));
        expect(opened).to.include.members(spec!.ports!.map(({ targetPort }) => targetPort));
      });
    }

    it('keep the spread of each workload to its own pods', () => {
      const foreign = pods.filter(({ labels, pod }) =>
        (pod.topologySpreadConstraints ?? []).some(
          ({ labelSelector }) => !hasLabels(labels, labelSelector.matchLabels),
        ),
      );
      expect(foreign).to.deep.equal([]);
    });

    it('route the ingress to a port of a service, for the host of PUBLIC_URL', () => {
      const { metadata, spec } = find(resources, 'Ingress', 'architect');
      const [rule] = spec!.rules!;
      const { service } = rule!.http.paths[0]!.backend;
      const names = find(resources, 'Service', service.name).spec!.ports!.map(({ name }) => name);
      expect(names).to.include(service.port.name);
      const { data } = find(resources, 'ConfigMap', 'architect-config');
      expect(data?.['PUBLIC_URL']).to.equal(`https://${rule!.host}`);
      expect(spec!.tls!.map(({ hosts }) => hosts)).to.deep.equal([[rule!.host]]);
      const megabytes = Number(
        /^(\d+)m$/.exec(metadata.annotations?.['nginx.ingress.kubernetes.io/proxy-body-size'] ?? '')?.[1],
      );
      const largest = Math.max(...documentedOperations.map(({ written }) => written['x-body-bytes-max'] ?? 0));
      expect(megabytes * 1024 * 1024).to.equal(largest);
    });

    it('never route the ingress to metrics', () => {
      const paths = find(resources, 'Ingress', 'architect').spec!.rules!.flatMap(({ http }) => http.paths);
      expect(paths.map(({ backend }) => backend.service)).to.deep.equal([
        { name: 'architect', port: { name: 'http' } },
      ]);
      expect(find(resources, 'Service', 'architect').spec!.ports!.map(({ targetPort }) => targetPort)).to.deep.equal([
        'http',
      ]);
    });

    it('let through what the settings need, and nothing else', () => {
      const { ingress = [], egress = [] } = find(resources, 'NetworkPolicy', 'architect').spec!;
      const portsOf = (rules: typeof ingress): string[] =>
        rules.flatMap(({ ports }) => ports.map(({ protocol, port }) => `${protocol} ${port}`));
      const { data } = find(resources, 'ConfigMap', 'architect-config');
      expect(portsOf(ingress)).to.have.members([`TCP ${data?.['PORT']}`, `TCP ${data?.['METRICS_PORT']}`]);
      // Names, PostgreSQL, PgBouncer, Redis, mail (plain, TLS, submission), webhooks, traces.
      const outside = [
        'UDP 53',
        'TCP 53',
        'TCP 5432',
        'TCP 6379',
        'TCP 25',
        'TCP 465',
        'TCP 587',
        'TCP 443',
        'TCP 4318',
      ];
      expect(portsOf(egress)).to.have.members(outside);
    });

    it('keep as many servers as the disruption budget asks for, and one more', () => {
      const { minAvailable = 0 } = find(resources, 'PodDisruptionBudget', 'architect').spec!;
      const { replicas } = find(resources, 'Deployment', 'architect').spec!;
      const smallest = replicas ?? find(resources, 'HorizontalPodAutoscaler', 'architect').spec!.minReplicas!;
      expect(smallest).to.equal(3);
      expect(minAvailable).to.equal(smallest - 1);
    });
  });
}

describe('deploy/overlays/production', () => {
  const { production } = built;

  it('leaves the number of servers to the autoscaler', () => {
    const { scaleTargetRef } = find(production, 'HorizontalPodAutoscaler', 'architect').spec!;
    const target = find(production, scaleTargetRef!.kind, scaleTargetRef!.name);
    expect(target.spec).not.to.have.property('replicas');
  });

  it('monitors a service by its labels and the name of its port', () => {
    const { spec } = find(production, 'ServiceMonitor', 'architect');
    const wanted = selectedLabels(spec!.selector!);
    const services = production.filter(
      ({ kind, metadata }) => kind === 'Service' && hasLabels(metadata.labels ?? {}, wanted),
    );
    expect(services.map(({ metadata }) => metadata.name)).to.deep.equal(['architect-metrics']);
    expect(services[0]!.spec!.ports!.map(({ name }) => name)).to.include(spec!.endpoints![0]!.port);
  });

  it('enforces the restricted pod security standard in its namespace', () => {
    const { metadata } = find(production, 'Namespace', 'architect');
    expect(metadata.labels).to.include({ 'pod-security.kubernetes.io/enforce': 'restricted' });
    const elsewhere = production.filter((one) => one.kind !== 'Namespace' && one.metadata.namespace !== metadata.name);
    expect(elsewhere).to.deep.equal([]);
  });
});
