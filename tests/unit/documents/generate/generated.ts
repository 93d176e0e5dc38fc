import { mkdtemp, readFile, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Document } from '../../../../src/documents/generate/document.ts';
import { generate } from '../../../../src/documents/generate/generate.ts';
import { writeFiles } from '../../../../src/documents/generate/output.ts';

const root = join(import.meta.dirname, '../../../..');

/** The folder of the small contract that the tests generate from. */
export const fixture = join(import.meta.dirname, '../fixtures/openapi');

/** Generates from the fixture into a new folder, next to links to `src` and `node_modules` of this repository. */
export async function generateFixture(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'architect-generated-'));
  for (const name of ['src', 'node_modules', 'package.json', 'tsconfig.json']) {
    await symlink(join(root, name), join(folder, name));
  }
  const { committed, docs, validators } = await generate(fixture);
  await writeFiles(join(folder, 'docs'), docs);
  await writeFiles(join(folder, 'generated'), { ...committed, 'validators.cjs': validators });
  return folder;
}

export interface Bundles {
  readonly v1: Document;
  readonly v2: Document;
}

/** Reads both generated documents. */
export async function readBundles(folder: string): Promise<Bundles> {
  const read = async (name: string): Promise<Document> =>
    JSON.parse(await readFile(join(folder, `generated/${name}/openapi.json`), 'utf8')) as Document;
  return { v1: await read('v1'), v2: await read('v2') };
}
