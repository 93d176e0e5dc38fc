import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { end, root, toolPath } from './program.ts';

interface Component {
  readonly 'bom-ref': string;
  readonly name: string;
  readonly type: string;
  readonly version: string;
  /** `optional` for what npm may leave out. */
  readonly scope?: string;
  readonly properties?: readonly { readonly name: string; readonly value: string }[];
  readonly hashes?: readonly { readonly alg: string; readonly content: string }[];
}

interface Dependency {
  readonly ref: string;
  readonly dependsOn?: readonly string[];
}

/** A bill of materials in CycloneDX, as far as it is used here. */
interface Bill {
  readonly metadata: { readonly component: Component };
  readonly components: readonly Component[];
  readonly dependencies: readonly Dependency[];
}

/**
 * Makes the bill of materials from package-lock.json.
 * @param scope what the image contains, or everything that `make install` installs
 * @throws Error if npm fails
 */
export async function billOfMaterials(scope: 'production' | 'development'): Promise<Bill> {
  const args = ['sbom', '--sbom-format=cyclonedx', '--sbom-type=application', '--package-lock-only'];
  const { code, stdout, stderr } = await end('npm', args);
  if (code !== 0) throw new Error(`npm sbom ended with ${code}:\n${stderr}`);
  const bill = JSON.parse(stdout) as Bill;
  // npm takes the name of the folder.
  const { name } = await readJson<{ readonly name: string }>('package.json');
  const metadata = { ...bill.metadata, component: { ...bill.metadata.component, name } };
  return {
    ...(scope === 'production' ? withoutDevelopment(bill, await readJson('package-lock.json')) : bill),
    metadata,
  };
}

interface Lock {
  readonly packages: Readonly<Record<string, LockedPackage>>;
}
interface LockedPackage {
  readonly version?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly devOptional?: boolean;
}

/**
 * Leaves what the image contains. `npm sbom --omit=dev` cannot be used: it also omits packages of production that a
 * package of development depends on. Optional packages are Node and PostgreSQL for machines that have none.
 */
function withoutDevelopment(bill: Bill, { packages }: Lock): Bill {
  const kept = new Set<string>();
  for (const [path, { version = '', dev, optional, devOptional }] of Object.entries(packages))
    if (dev !== true && optional !== true && devOptional !== true)
      kept.add(`${path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)}@${version}`);
  const components = bill.components
    .filter(({ name, version }) => kept.has(`${name}@${version}`))
    // Where a package of development has a copy of its own, npm describes that one.
    .map(({ properties = [], ...component }) => ({
      ...component,
      scope: 'required',
      properties: properties.filter(({ name }) => name !== 'cdx:npm:package:development'),
    }));
  const refs = new Set([bill.metadata.component, ...components].map((one) => one['bom-ref']));
  const dependencies = bill.dependencies
    .filter(({ ref }) => refs.has(ref))
    .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((other) => refs.has(other)) }));
  return { ...bill, components, dependencies };
}

/** Validates a file against the schema of CycloneDX. Returns what it says against the file. */
export async function faultsOfBill(file: string): Promise<readonly string[]> {
  const { code, stdout, stderr } = await end(toolPath('python'), [join(import.meta.dirname, 'validate_bill.py'), file]);
  if (code === 0) return [];
  return [`${stdout}${stderr}`.trim()];
}

async function readJson<T>(file: string): Promise<T> {
  return JSON.parse(await readFile(join(root, file), 'utf8')) as T;
}
