import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compileContract } from './compile-contract.ts';
import type { Document } from './document.ts';
import { makersHash } from './freshness.ts';

/**
 * Returns the text of validators.cjs, compiled from existing bundles. Apart from generate.ts, because the image
 * compiles them with the packages that run the server, and generate.ts needs others.
 */
export async function generateValidators(folder: string): Promise<string> {
  const bundles = await Promise.all(['v1', 'v2'].map((name) => readFile(join(folder, name, 'openapi.json'), 'utf8')));
  const [v1, v2] = bundles.map((bundle) => JSON.parse(bundle) as Document);
  if (v1 === undefined || v2 === undefined) throw new Error('the bundles of v1 and v2 are required');
  return compileContract({ v1, v2 }, await makersHash()).validators;
}
