import { asJson, isJson } from '../reader/json.ts';
import type { Document } from './document.ts';

/** The schema of a problem's code. Its author writes no values, because problems.yaml lists them. */
const schemaName = 'ProblemCode';

/**
 * Returns the document with an enum of all codes in its schema `ProblemCode`, so that generated clients know them.
 * @param catalogue the content of problems.yaml
 * @throws Error if the document has no such schema
 */
export function withProblemCodes(document: Document, catalogue: unknown): Document {
  const { schemas, ...sections } = document.components ?? {};
  const written = schemas?.[schemaName];
  if (!isJson(written)) throw new Error(`${schemaName} must be the schema of every code of a problem`);
  const codes = Object.keys(asJson(catalogue));
  const names = codes.map((code) => code.toUpperCase());
  const schema = { ...written, enum: codes, 'x-extensible-enum': true, 'x-enum-varnames': names };
  return { ...document, components: { ...sections, schemas: { ...schemas, [schemaName]: schema } } };
}
