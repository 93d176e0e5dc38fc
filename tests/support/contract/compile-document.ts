import { createHash } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Document } from '../../../src/documents/generate/document.ts';
import { compileContract } from '../../../src/documents/generate/compile-contract.ts';
import type { Operation, Validators } from '../../../src/contract/operation.ts';

const root = join(import.meta.dirname, '../../..');
const require = createRequire(import.meta.url);

export interface CompiledDocument {
  readonly operations: readonly Operation[];
  readonly validators: Validators;
}

/** Compiles a document that exists only in memory, with the generator itself. */
export async function compileDocument(document: Document): Promise<CompiledDocument> {
  const { tables, validators } = compileContract({ v1: document, v2: document }, 'in memory');
  return { operations: tables.v2, validators: await loadValidators(validators) };
}

/** The file is written into .cache of the checkout, because validators.cjs imports formats.ts by a relative path. */
export async function loadValidators(text: string): Promise<Validators> {
  const folder = join(root, '.cache');
  const file = join(folder, `validators-${createHash('sha256').update(text).digest('hex').slice(0, 16)}.cjs`);
  await mkdir(folder, { recursive: true });
  await writeFile(`${file}.${process.pid}`, text);
  await rename(`${file}.${process.pid}`, file);
  return require(file) as Validators;
}
