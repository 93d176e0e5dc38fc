import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { createRequire, isBuiltin } from 'node:module';
import { dirname, join } from 'node:path';
import { contractHash } from '../../contract/contract-hash.ts';
import { readIfThere } from './output.ts';

/** The file that compiles the validators. */
const maker = join(import.meta.dirname, 'compile-contract.ts');

/**
 * Returns the SHA-256 hash of the code that compiles the validators: compile-contract.ts and all its direct and
 * indirect imports, with the versions of packages. Together with the hash of the contract it shows whether a new
 * compilation would give the same result.
 * @param file another entry file, for tests
 */
export async function makersHash(file = maker): Promise<string> {
  const hash = createHash('sha256');
  for (const path of await makerFiles(file)) hash.update(await readFile(path));
  return hash.digest('hex');
}

/** Returns the files of the generator, its entry file first, and the package.json of each package. */
export async function makerFiles(file = maker): Promise<string[]> {
  const packages = new Set<string>();
  // A Set that is iterated visits entries that are added meanwhile.
  const files = new Set([file]);
  for (const path of files) {
    for (const name of importsIn(await readFile(path, 'utf8'))) {
      if (name.startsWith('.')) files.add(join(dirname(path), name));
      else if (!isBuiltin(name)) packages.add(packageOf(name));
    }
  }
  return [...files, ...[...packages].sort().map((name) => manifestOf(name, file))];
}

/** Some packages do not export their package.json, so it is searched for where Node looks for packages. */
function manifestOf(name: string, from: string): string {
  const folders = createRequire(from).resolve.paths(name) ?? [];
  const found = folders.map((folder) => join(folder, name, 'package.json')).find((path) => existsSync(path));
  if (found === undefined) throw new Error(`the package ${name} is not installed`);
  return found;
}

/** Imports that exist at run time. Type imports are erased. */
function importsIn(text: string): string[] {
  const statements = text.matchAll(/^(?:import|export)\s(?!type\s)[^;]*?from '([^']+)';$/gm);
  return [...statements].map((match) => match[1] ?? '');
}

/** `ajv/dist/2020.js` -> `ajv`, `@koa/router/lib` -> `@koa/router`. */
function packageOf(name: string): string {
  return name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');
}

/** Whether generated/validators.cjs was compiled from the bundles beside it. Reads only its first lines. */
export async function areValidatorsFresh(folder: string): Promise<boolean> {
  const bundles = await Promise.all(['v1', 'v2'].map((name) => readIfThere(join(folder, name, 'openapi.json'))));
  const documents = bundles.flatMap((bundle) => (bundle === undefined ? [] : [JSON.parse(bundle) as object]));
  if (documents.length < bundles.length) return false;
  const head = await firstBytes(join(folder, 'validators.cjs'));
  return head.includes(contractHash(documents)) && head.includes(await makersHash());
}

async function firstBytes(path: string): Promise<string> {
  try {
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(512), 0, 512, 0);
      return buffer.toString('utf8', 0, bytesRead);
    } finally {
      await file.close();
    }
  } catch {
    return '';
  }
}
