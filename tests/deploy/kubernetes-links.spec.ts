import { expect } from 'chai';
import { documentedOperations } from '../support/contract/document.ts';
import { clusters, findResource } from '../support/deploy/clusters.ts';
import { hasLabels, selectedLabels } from '../support/deploy/resource.ts';

for (const { title, resources, pods } of clusters) {
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

    it('replace each workload without a moment of fewer pods', () => {
      const deployments = resources.filter(({ kind }) => kind === 'Deployment');
      expect(deployments.map(({ spec }) => spec!.strategy)).to.deep.equal(
        deployments.map(() => ({ rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } })),
      );
    });

    it('spread the pods of each deployment over nodes, and the servers over zones', () => {
      for (const { name, labels, pod } of pods.filter(({ kind }) => kind === 'Deployment')) {
        const spread = pod.topologySpreadConstraints!.map(({ topologyKey, labelSelector, ...rest }) => {
          expect(labelSelector.matchLabels, name).to.deep.equal(labels);
          expect(rest, name).to.deep.equal({ maxSkew: 1, whenUnsatisfiable: 'ScheduleAnyway' });
          return topologyKey;
        });
        const zones = name === 'architect' ? ['topology.kubernetes.io/zone'] : [];
        expect(spread, name).to.deep.equal(['kubernetes.io/hostname', ...zones]);
      }
    });

    it('route the ingress to a port of a service, for the host of PUBLIC_URL', () => {
      const { metadata, spec } = findResource(resources, 'Ingress', 'architect');
      const [rule] = spec!.rules!;
      const { service } = rule!.http.paths[0]!.backend;
      const names = findResource(resources, 'Service', service.name).spec!.ports!.map(({ name }) => name);
      expect(names).to.include(service.port.name);
      const { data } = findResource(resources, 'ConfigMap', 'architect-config');
      expect(data?.['PUBLIC_URL']).to.equal(`https://${rule!.host}`);
      expect(spec!.tls!.map(({ hosts }) => hosts)).to.deep.equal([[rule!.host]]);
      const megabytes = Number(
        /^(\d+)m$/.exec(metadata.annotations?.['nginx.ingress.kubernetes.io/proxy-body-size'] ?? '')?.[1],
      );
      const largest = Math.max(...documentedOperations.map(({ written }) => written['x-body-bytes-max'] ?? 0));
      expect(megabytes * 1024 * 1024).to.equal(largest);
    });

    it('never route the ingress to metrics', () => {
      const paths = findResource(resources, 'Ingress', 'architect').spec!.rules!.flatMap(({ http }) => http.paths);
      expect(paths.map(({ backend }) => backend.service)).to.deep.equal([
        { name: 'architect', port: { name: 'http' } },
      ]);
      expect(
        findResource(resources, 'Service', 'architect').spec!.ports!.map(({ targetPort }) => targetPort),
      ).to.deep.equal(['http']);
    });

    it('let through what the settings need, and nothing else', () => {
      const { ingress = [], egress = [] } = findResource(resources, 'NetworkPolicy', 'architect').spec!;
      const portsOf = (rules: typeof ingress): string[] =>
        rules.flatMap(({ ports }) => ports.map(({ protocol, port }) => `${protocol} ${port}`));
      const { data } = findResource(resources, 'ConfigMap', 'architect-config');
      expect(portsOf(ingress)).to.have.members([`TCP ${data?.['PORT']}`, `TCP ${data?.['METRICS_PORT']}`]);
      for (const { from = [], ports } of ingress) {
        expect(from, `who reaches ${ports.map(({ port }) => port).join()}`).not.to.be.empty;
        for (const { namespaceSelector } of from)
          expect(Object.keys(namespaceSelector?.matchLabels ?? {})).to.deep.equal(['kubernetes.io/metadata.name']);
      }
      // Names, PostgreSQL, PgBouncer, Redis, mail (plain, TLS, submission), traces (two ports).
      const outside = [
        'UDP 53',
        'TCP 53',
        'TCP 5432',
        'TCP 6432',
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
      const { minAvailable = 0 } = findResource(resources, 'PodDisruptionBudget', 'architect').spec!;
      const { replicas } = findResource(resources, 'Deployment', 'architect').spec!;
      const smallest = replicas ?? findResource(resources, 'HorizontalPodAutoscaler', 'architect').spec!.minReplicas!;
      expect(smallest).to.equal(3);
      expect(minAvailable).to.equal(smallest - 1);
    });
  });
}

describe('deploy/overlays/production', () => {
  const production = clusters.find(({ title }) => title === 'production')!.resources;

  it('leaves the number of servers to the autoscaler', () => {
    const { scaleTargetRef } = findResource(production, 'HorizontalPodAutoscaler', 'architect').spec!;
    const target = findResource(production, scaleTargetRef!.kind, scaleTargetRef!.name);
    expect(target.spec).not.to.have.property('replicas');
  });

  it('monitors a service by its labels and the name of its port', () => {
    const { spec } = findResource(production, 'ServiceMonitor', 'architect');
    const wanted = selectedLabels(spec!.selector!);
    const services = production.filter(
      ({ kind, metadata }) => kind === 'Service' && hasLabels(metadata.labels ?? {}, wanted),
    );
    expect(services.map(({ metadata }) => metadata.name)).to.deep.equal(['architect-metrics']);
    expect(services[0]!.spec!.ports!.map(({ name }) => name)).to.include(spec!.endpoints![0]!.port);
  });

  it('enforces the restricted pod security standard in its namespace', () => {
    const { metadata } = findResource(production, 'Namespace', 'architect');
    expect(metadata.labels).to.include({ 'pod-security.kubernetes.io/enforce': 'restricted' });
    const elsewhere = production.filter((one) => one.kind !== 'Namespace' && one.metadata.namespace !== metadata.name);
    expect(elsewhere).to.deep.equal([]);
  });
});
