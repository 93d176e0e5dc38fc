import { contractHash } from '../../contract/contract-hash.ts';
import type { Document } from './document.ts';
import { eventSchemas } from './events-file.ts';
import { operationTable } from './operation-table.ts';
import { createSchemaPool } from './schema-pool.ts';
import { validatorsFile } from './validators-file.ts';

/**
 * Compiles the operation tables and the validators together, because the tables refer to validators by key.
 * @param makers the hash of this generator's code (makersHash), which identifies the generator in validators.cjs
 */
export function compileContract(documents: { readonly v1: Document; readonly v2: Document }, makers: string) {
  const pool = createSchemaPool();
  const tables = {
    v1: operationTable(documents.v1, pool, documents.v2),
    v2: operationTable(documents.v2, pool, documents.v2),
  };
  const events = [...eventSchemas(documents.v2)].map(
    ([name, schema]) => [`event:${name}`, pool.add(documents.v2, schema, 'response')] as const,
  );
  const hashes = { contract: contractHash([documents.v1, documents.v2]), makers };
  return { tables, validators: validatorsFile(pool, Object.fromEntries(events), hashes) };
}
