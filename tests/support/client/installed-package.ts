import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { atEnd } from '../end.ts';

const programs = join(import.meta.dirname, 'programs');
const root = join(import.meta.dirname, '../../..');
const run = promisify(execFile);

/** A project of somebody else that has installed the package of `make client`. */
export interface InstalledPackage {
  readonly folder: string;
  /** Names of the files of the package. */
  readonly files: readonly string[];
  readonly manifest: Readonly<Record<string, unknown>>;
}

let installed: Promise<InstalledPackage> | undefined;

/** Packs the client and installs it into an empty project, once per process. */
export function installPackage(): Promise<InstalledPackage> {
  installed ??= install();
  return installed;
}

async function install(): Promise<InstalledPackage> {
  const folder = await mkdtemp(join(tmpdir(), 'architect-client-'));
  atEnd(async () => {
    await rm(folder, { recursive: true, force: true });
  });
  await run(process.execPath, [join(root, 'src/documents/pack-client/main.ts'), '--to', folder], { cwd: root });
  // The dependencies come from this repository, so that no registry is needed.
  for (const name of ['openapi-fetch', 'openapi-typescript-helpers'])
    await pack(join(root, 'node_modules', name), folder);
  const packages = (await readdir(folder)).filter((name) => name.endsWith('.tgz'));
  await writeFile(join(folder, 'package.json'), JSON.stringify({ name: 'somebody', private: true, type: 'module' }));
  const quiet = ['--offline', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'];
  await run('npm', ['install', ...quiet, ...packages.map((name) => `./${name}`)], { cwd: folder });
  await copyPrograms(folder);
  const home = join(folder, 'node_modules/architect-client');
  const files = await readdir(home, { recursive: true, withFileTypes: true });
  return {
    folder,
    files: files
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(home.length + 1)),
    manifest: JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as Record<string, unknown>,
  };
}

/** The programs of this folder import the client of the repository, so that they are checked with it. */
async function copyPrograms(folder: string): Promise<void> {
  for (const name of await readdir(programs)) {
    const text = await readFile(join(programs, name), 'utf8');
    await writeFile(join(folder, name), text.replace('../../../../src/client/index.ts', 'architect-client'));
  }
}

async function pack(source: string, target: string): Promise<void> {
  await run('npm', ['pack', source, '--pack-destination', target, '--ignore-scripts', '--silent']);
}

/** Runs a program of the project, and returns what it prints. */
export async function runProgram(
  { folder }: InstalledPackage,
  file: string,
  {
    node = process.execPath,
    env = {},
  }: { readonly node?: string; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<string> {
  const { stdout } = await run(node, [file], {
    cwd: folder,
    env: { ...env, PATH: process.env['PATH'] },
    timeout: 60_000,
  });
  return stdout;
}

/** Compiles files of the project with strict settings, and returns what the compiler prints; '' without errors. */
export async function compile(
  { folder }: InstalledPackage,
  files: readonly string[],
  options: Readonly<Record<string, unknown>>,
): Promise<string> {
  const compilerOptions = {
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    skipLibCheck: true,
    target: 'es2023',
    types: ['node'],
    typeRoots: [join(root, 'node_modules/@types')],
    ...options,
  };
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files }));
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  try {
    const { stdout, stderr } = await run(process.execPath, [tsc, '-p', folder], { cwd: folder });
    return stdout + stderr;
  } catch (error) {
    // A compiler that could not run has printed nothing.
    const { stdout = '', stderr = '' } = error as Partial<Record<'stdout' | 'stderr', string>>;
    return stdout + stderr || String(error);
  }
}

/** Every Node on the PATH by its version: the repository's own, and that of the machine. */
export async function nodesOnPath(): Promise<ReadonlyMap<string, string>> {
  const nodes = new Map<string, string>();
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    const file = join(folder, 'node');
    const version = await run(file, ['--version']).then(
      ({ stdout }) => stdout.trim(),
      () => undefined,
    );
    if (version !== undefined && !nodes.has(version)) nodes.set(version, file);
  }
  return nodes;
}
