import { cp, readFile, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect } from 'chai';
import packageLock from '../../../package-lock.json' with { type: 'json' };
import { billOfMaterials, faultsOfBill } from '../../audit/bill.ts';
import { checks } from '../../audit/checks.ts';
import { vulnerabilities } from '../../audit/packages.ts';
import { end, root, toolPath } from '../../audit/program.ts';
import { Folder } from '../../support/folder.ts';

interface Tree {
  readonly version?: string;
  readonly dependencies?: Readonly<Record<string, Tree>>;
}

/** Returns the packages of production, as npm lists them, and which of all packages are optional. */
async function packagesOfProduction() {
  const omitted = ['--omit=dev', '--omit=optional'];
  const { stdout } = await end('npm', ['ls', '--all', '--json', '--package-lock-only', ...omitted]);
  const installed = new Set<string>();
  const walk = ({ dependencies = {} }: Tree): void => {
    for (const [name, one] of Object.entries(dependencies)) {
      if (one.version !== undefined) installed.add(`${name}@${one.version}`);
      walk(one);
    }
  };
  walk(JSON.parse(stdout) as Tree);
  const optional = Object.entries(packageLock.packages)
    .filter(([, one]) => 'optional' in one || 'devOptional' in one)
    .map(([path, { version }]) => `${path.slice(path.lastIndexOf('node_modules/') + 13)}@${version}`);
  return { installed, optional: new Set(optional) };
}

describe('make security', function () {
  this.timeout(600_000);
  const folder = new Folder();
  beforeEach(() => folder.open());
  afterEach(() => folder.close());

  for (const name of ['code', 'secrets', 'workflows'] as const) {
    it(`finds nothing in this repository: ${name}`, async () => {
      const { findings, leftOut } = await checks[name]();
      expect(findings).to.deep.equal([]);
      expect(leftOut).to.equal(undefined);
    });
  }

  describe('checks workflows', () => {
    const ci = '.github/workflows/ci.yml';
    const faults = [
      ['actionlint', 'runs-on: ubuntu-24.04', 'runs-on: ubuntu-42.04', 'label "ubuntu-42.04" is unknown'],
      ['actionlint', 'github.event_name', 'github.event_nome', 'property "event_nome" is not defined'],
      ['zizmor', 'permissions: {}\n', '', 'excessive-permissions'],
      ['zizmor', '  pull_request:', '  pull_request_target:', 'dangerous-triggers'],
      ['zizmor', 'run: make test', 'run: echo ${{ github.head_ref }}', 'template-injection'],
    ] as const;
    for (const [tool, from, to, expected] of faults) {
      it(`finds with ${tool}: ${expected}`, async () => {
        await cp(join(root, '.github'), join(folder.tree, '.github'), { recursive: true });
        await end('git', ['init', '--quiet'], { cwd: folder.tree });
        const text = await readFile(join(root, ci), 'utf8');
        expect(text).to.include(from);
        await writeFile(join(folder.tree, ci), text.replace(from, to));
        const args = tool === 'zizmor' ? ['--offline', '--persona=pedantic', '--quiet', '.github'] : ['-no-color'];
        const ended = await end(toolPath(tool), args, { cwd: folder.tree });
        expect(ended.code).not.to.equal(0);
        expect(ended.stdout).to.include(expected);
      });
    }
  });

  describe('makes bills of materials', () => {
    it('that the schema of CycloneDX accepts, each with all packages of its scope', async () => {
      const { findings } = await checks.bill();
      expect(findings).to.deep.equal([]);
      const bill = await billOfMaterials('production');
      expect(bill.metadata.component).to.include({ name: 'architect', type: 'application' });
      const named = new Set(bill.components.map(({ name, version }) => `${name}@${version}`));
      const { installed, optional } = await packagesOfProduction();
      expect([...named].filter((one) => !installed.has(one))).to.deep.equal([]);
      expect([...installed].filter((one) => !named.has(one) && !optional.has(one))).to.deep.equal([]);
      expect(named).to.have.property('size').above(100);
      expect(bill.components.filter(({ hashes = [] }) => hashes.length === 0)).to.deep.equal([]);
    });

    it('and rejects one that breaks the schema', async () => {
      const bill = await billOfMaterials('production');
      await folder.write('broken.cdx.json', { ...bill, components: [{ type: 'sandwich', name: 'ajv' }] });
      const [fault, ...others] = await faultsOfBill(join(folder.tree, 'broken.cdx.json'));
      expect(others).to.deep.equal([]);
      expect(fault).to.include('sandwich');
    });
  });

  describe('asks the registry for vulnerabilities', () => {
    let server: Server | undefined;
    afterEach(() => server?.close());

    /** Starts a registry with one list of advisories. Returns npm's settings for it, with an empty cache. */
    async function serve(status: number, body: object): Promise<Readonly<Record<string, string>>> {
      server = createServer((request, response) => {
        // npm also reads the versions of the package that has an advisory, and of those that depend on it.
        const name = decodeURIComponent(request.url!.slice(1));
        const versions = { '3.3.0': { name, version: '3.3.0' } };
        const sent = request.method === 'POST' ? body : { name, 'dist-tags': { latest: '3.3.0' }, versions };
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(sent));
      }).listen(0, '127.0.0.1');
      await once(server, 'listening');
      const { port } = server.address() as AddressInfo;
      return { npm_config_registry: `http://127.0.0.1:${port}/`, npm_config_cache: folder.tree };
    }
    const advisory = (severity: string): object => ({
      koa: [{ id: 1, title: 'planted', severity, vulnerable_versions: '<99', url: 'https://example.com/1' }],
    });

    it('and names the packages that have one', async () => {
      const { findings, leftOut } = await vulnerabilities(await serve(200, advisory('high')));
      expect(findings).to.include('koa *: high');
      expect(leftOut).to.equal(undefined);
    });

    it('and tolerates those of low severity', async () => {
      const { findings, done } = await vulnerabilities(await serve(200, advisory('low')));
      expect(findings).to.deep.equal([]);
      expect(done).to.match(/^[1-9]\d{2,} packages by npm audit$/);
    });

    it('and says so if the registry returns no list', async () => {
      const { findings, leftOut } = await vulnerabilities(await serve(405, {}));
      expect(findings).to.deep.equal([]);
      expect(leftOut).to.match(/^the registry returned no list: 405 /);
    });

    it('and fails for that only with STRICT=1', async () => {
      const env = await serve(405, {});
      const run = (...options: string[]) =>
        end(process.execPath, ['tests/audit/run.ts', '--only', 'packages', ...options], { env });
      const lenient = await run();
      expect(lenient).to.include({ code: 0 });
      expect(lenient.stdout).to.include('not checked: the registry returned no list');
      expect(await run('--strict')).to.include({ code: 1 });
    });
  });

  it('names the checks that there are, when asked for another', async () => {
    const ended = await end(process.execPath, ['tests/audit/run.ts', '--only', 'code,cod']);
    expect(ended).to.include({ code: 2 });
    expect(ended.stderr).to.equal('unknown check cod: the checks are code, secrets, workflows, bill, packages\n');
  });
});
