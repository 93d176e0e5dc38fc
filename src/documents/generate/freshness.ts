import { createHash } from 'node:crypto';
import { open, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { contractHash } from '../../contract/contract-hash.ts';
import { readIfThere } from './output.ts';

/** The files that decide, beside the bundles, what validators.cjs is made of. */
const makers = ['schema-pool.ts', 'operation-table.ts', 'validators-file.ts', 'events-file.ts'];

/**
 * SHA-256 over the code that compiles the validators, and ajv's version. Together with the hash of the contract it
 * says whether they would come out the same. The formats are not part of it: validators require them when they run.
 */
export async function makersHash(): Promise<string> {
  const hash = createHash('sha256');
  for (const file of makers) hash.update(await readFile(join(import.meta.dirname, file)));
  hash.update(await readFile(createRequire(import.meta.url).resolve('ajv/package.json')));
  return hash.digest('hex');
}

/** Whether generated/validators.cjs was compiled from the bundles that lie beside it. Reads only its first lines. */
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
