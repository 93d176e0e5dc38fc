import { createHash } from 'node:crypto';
import { open, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { notice, readIfThere } from './output.ts';

/** The files that decide what validators.cjs is made of, the bundles apart. */
const makers = ['schema-pool.ts', 'operation-table.ts', 'validators-file.ts', 'events-file.ts'];

/**
 * SHA-256 over the bundles, the code that compiles them, and ajv's version: equal hashes mean equal validators.
 * The formats are not part of it, because the validators require them when they run.
 */
export async function contractHash(bundles: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const bundle of bundles) hash.update(bundle);
  for (const file of makers) hash.update(await readFile(join(import.meta.dirname, file)));
  const manifest = createRequire(import.meta.url).resolve('ajv/package.json');
  hash.update(await readFile(manifest));
  return hash.digest('hex');
}

export function hashFile(hash: string): string {
  return `// ${notice}\n\n/** Of the bundles and of what compiles them; validators.cjs must carry the same. */\nexport const contractHash =\n  '${hash}';\n`;
}

/** Whether generated/validators.cjs was compiled from the bundles that lie beside it. Reads only its first lines. */
export async function areValidatorsFresh(folder: string): Promise<boolean> {
  const bundles = await Promise.all(['v1', 'v2'].map((name) => readIfThere(join(folder, name, 'openapi.json'))));
  if (bundles.includes(undefined)) return false;
  const hash = await contractHash(bundles.map(String));
  try {
    const file = await open(join(folder, 'validators.cjs'));
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(512), 0, 512, 0);
      return buffer.toString('utf8', 0, bytesRead).includes(`const hash = '${hash}'`);
    } finally {
      await file.close();
    }
  } catch {
    return false;
  }
}
