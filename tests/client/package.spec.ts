import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import v2 from '../../generated/v2/openapi.json' with { type: 'json' };
import { createAccount } from '../support/accounts.ts';
import { useApp } from '../support/app.ts';
import {
  compile,
  installPackage,
  nodesOnPath,
  runProgram,
  type InstalledPackage,
} from '../support/client/installed-package.ts';

const NODE_MIN = 20;
const nodes = [...(await nodesOnPath())].filter(([version]) => Number(/^v(\d+)\./.exec(version)?.[1]) >= NODE_MIN);

describe('the package of make client', function () {
  this.timeout(300_000);
  const app = useApp();
  let project: InstalledPackage;

  before(async () => {
    project = await installPackage();
  });

  it('has the version of the contract and depends on openapi-fetch alone', () => {
    const { devDependencies, dependencies } = repositoryManifest();
    expect(project.manifest).to.deep.include({
      name: 'architect-client',
      version: v2.info.version,
      license: 'MIT',
      type: 'module',
      sideEffects: false,
      engines: { node: `>=${NODE_MIN}` },
      dependencies: { 'openapi-fetch': `^${dependencies['openapi-fetch'] ?? ''}` },
    });
    expect(devDependencies).not.to.have.property('openapi-fetch');
  });

  it('contains code and types of the client, its README and the licence', () => {
    expect(project.files.filter((file) => !file.startsWith('dist/'))).to.have.members([
      'package.json',
      'README.md',
      'LICENSE',
    ]);
    const folders = new Set(
      project.files.filter((file) => file.startsWith('dist/')).map((file) => file.replace(/[^/]+$/, '')),
    );
    expect([...folders]).to.have.members(['dist/src/client/', 'dist/generated/', 'dist/generated/v2/']);
  });

  it('imports only its own files and openapi-fetch', () => {
    const sources = project.files.filter((file) => /\.(js|ts)$/.test(file));
    const imports = sources.flatMap((file) => {
      const text = readFileSync(join(project.folder, 'node_modules/architect-client', file), 'utf8');
      return [...text.matchAll(/\bfrom '([^']+)'|\bimport\('([^']+)'\)/g)].map(([, from, lazy]) => from ?? lazy!);
    });
    expect(new Set(imports.filter((name) => !name.startsWith('.')))).to.deep.equal(new Set(['openapi-fetch']));
  });

  for (const [version, node] of nodes) {
    it(`works with Node ${version}`, async () => {
      const env = { ARCHITECT_URL: app.url, ARCHITECT_API_KEY: (await createAccount(app)).token };
      const printed = await runProgram(project, 'flow.js', { node, env });
      expect(JSON.parse(printed)).to.deep.equal({
        created: 'LAB-1',
        listed: ['LAB-1', 'LAB-2', 'LAB-3'],
        problem: ['project_key_taken', 409],
        stale: 'precondition_failed',
        updated: ['First, again', 2],
        deleted: null,
        imported: 'completed',
        exported: ['First, again', 'Imported 1', 'Imported 2', 'Third'],
        webhook: 'task.created',
        aborted: 'enough',
      });
    });
  }

  it('has types for moduleResolution nodenext', async () => {
    expect(await compile(project, ['typed.ts'], { module: 'nodenext', skipLibCheck: false, noEmit: true })).to.equal(
      '',
    );
  });

  it('has types for bundlers and browsers', async () => {
    const options = {
      module: 'esnext',
      moduleResolution: 'bundler',
      lib: ['es2022', 'dom', 'dom.iterable'],
      types: [],
    };
    expect(await compile(project, ['bundled.ts'], { ...options, noEmit: true })).to.equal('');
  });
});

interface RepositoryManifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

function repositoryManifest(): RepositoryManifest {
  return JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')) as RepositoryManifest;
}
