import { existsSync, globSync, readFileSync } from 'node:fs';
import { expect } from 'chai';
import { readCompose } from '../support/deploy/compose.ts';
import { connectionsOf } from '../support/deploy/connections.ts';
import { buildKustomization } from '../support/deploy/kustomize.ts';

/** The files that an operator reads. */
const documents = ['README.md', ...globSync('docs/*.md').sort()];

interface Line {
  readonly document: string;
  readonly text: string;
}

/** Returns the lines of shell commands. A line that ends with a backslash goes on. */
function commandLines(): readonly Line[] {
  const blocks = /^ *```(?:sh|bash)[^\n]*\n(?<body>[^]*?)^ *```/gm;
  return documents.flatMap((document) => {
    const bodies = [...readFileSync(document, 'utf8').matchAll(blocks)].map(({ groups }) => groups!['body']!);
    return bodies
      .flatMap((body) => body.replaceAll(/\\\n\s*/g, ' ').split('\n'))
      .map((text) => ({ document, text: text.trim() }));
  });
}

const lines = commandLines();

/** Returns what `pattern` captures in the command lines, each with its document. */
function named(pattern: RegExp): (readonly [document: string, name: string])[] {
  return lines.flatMap(({ document, text }) =>
    [...text.matchAll(pattern)].map(({ groups }) => [document, groups!['name']!] as const),
  );
}

describe('the commands in docs/', () => {
  it('call targets of the Makefile', () => {
    const targets = new Set(readFileSync('Makefile', 'utf8').match(/^[a-z][a-z-]*(?=:)/gm));
    const called = named(/(?:^|[|&;] *)(?:\w+=\S+ )*make (?<name>[a-z][a-z-]*)/g);
    expect(called).not.to.be.empty;
    expect(called.filter(([, name]) => !targets.has(name))).to.deep.equal([]);
  });

  it('call commands of the command line', () => {
    const usage = readFileSync('src/main.ts', 'utf8');
    const called = named(/\bsrc\/main\.ts (?<name>[a-z][a-z-]*)/g);
    expect(called.filter(([, name]) => !new RegExp(`help: '${name}\\b`).test(usage))).to.deep.equal([]);
  });

  it('name files of deploy/ that exist, or that they create', () => {
    const isCreated = (path: string): boolean => /^deploy\/(?:secrets|\.env|overlays\/mine)/.test(path);
    const paths = named(/(?<name>\bdeploy\/[\w./-]*\w)/g);
    expect(paths.filter(([, path]) => !isCreated(path) && !existsSync(path))).to.deep.equal([]);
  });

  it('count the connections of every pod that can exist', () => {
    const resources = buildKustomization('deploy/overlays/production');
    const specOf = (kind: string, name: string) =>
      resources.find((one) => one.kind === kind && one.metadata.name === name)!.spec!;
    const settings = resources.find(({ kind }) => kind === 'ConfigMap')!.data!;
    const poolMax = Number(settings['POOL_MAX']);
    const [server, worker] = [connectionsOf('server', poolMax), connectionsOf('worker', poolMax)];
    // A rollout starts one pod more of each.
    const servers = specOf('HorizontalPodAutoscaler', 'architect').maxReplicas! + 1;
    const workers = specOf('Deployment', 'architect-worker').replicas! + 1;
    const [ofServer, ofWorker] = [server - poolMax, worker - poolMax];
    const sum = servers * server + workers * worker;
    const text = readFileSync('docs/DEPLOYMENT.md', 'utf8').replaceAll(/\s+/g, ' ');
    expect(text).to.include(
      `\`POOL_MAX\` + ${ofServer} for each server and \`POOL_MAX\` + ${ofWorker} for each worker`,
    );
    const scaling = readFileSync('docs/SCALING.md', 'utf8');
    const row =
      /(?<servers>\d+) x (?<terms>\(16 \+ \d+\) \+ 2 x \(16 \+ \d+ \+ \d+\)), with `POOL_MAX=16` \| (?<total>\d+)/.exec(
        scaling,
      );
    const { servers: assumed, terms, total } = row?.groups ?? {};
    expect(terms).to.equal(`(16 + ${ofServer}) + 2 x (16 + ${ofServer} + ${ofWorker - ofServer})`);
    expect(Number(total)).to.equal(Number(assumed) * (16 + ofServer) + 2 * (16 + ofWorker));
    expect(text).to.include(
      `${servers} × (${poolMax} + ${ofServer}) + ${workers} × (${poolMax} + ${ofWorker}) = ${sum}`,
    );
  });

  it('are for a cluster with the namespaces that the network policy admits', () => {
    const policy = buildKustomization('deploy/kubernetes').find(({ kind }) => kind === 'NetworkPolicy')!;
    const namespaces = JSON.stringify(policy.spec!.ingress).match(/(?<="kubernetes\.io\/metadata\.name":")[^"]+/g)!;
    const text = readFileSync('docs/DEPLOYMENT.md', 'utf8').replaceAll(/\s+/g, ' ');
    expect(namespaces).to.deep.equal(['ingress-nginx', 'monitoring']);
    for (const name of namespaces) expect(text).to.include(`in the namespace \`${name}\``);
  });

  it('name services of the Compose file', () => {
    const { services } = readCompose({ PUBLIC_URL: 'https://architect.example.com' });
    const called = named(/docker compose .*?(?:exec|run|logs|restart|stop)(?: --?\w[\w-]*)* (?<name>[a-z][a-z-]*)/g);
    expect(called).not.to.be.empty;
    expect(called.filter(([, name]) => !(name in services))).to.deep.equal([]);
  });

  it('name resources of deploy/kubernetes', () => {
    const known = buildKustomization('deploy/overlays/production').map(
      ({ kind, metadata }) => `${kind.toLowerCase()}/${metadata.name}`,
    );
    const called = named(
      /kubectl (?!.*create).*?\b(?<name>(?:deployment|job|service|ingress|secret|configmap)[ /][a-z][a-z-]*)/g,
    ).map(([document, name]) => [document, name.replace(' ', '/')] as const);
    expect(called).not.to.be.empty;
    expect(called.filter(([, name]) => !known.includes(name))).to.deep.equal([]);
  });
});
