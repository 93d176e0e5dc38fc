import { resolve } from '../../src/documents/reader/reference.ts';
import { operationsOf, type Document, type ParameterObject } from '../../src/documents/generate/document.ts';
import type { Operation, Parameter } from '../../src/contract/operation.ts';

// The schemas behind a row of the operation table, found in the document by themselves.

const places = new WeakMap<Document, Map<string, ReturnType<typeof operationsOf>[number]>>();

/** Where the document describes the operation. */
export function placeOf(document: Document, { id }: Operation) {
  const known = places.get(document) ?? new Map(operationsOf(document).map((one) => [one.operation.operationId, one]));
  places.set(document, known);
  const place = known.get(id);
  if (place === undefined) throw new Error(`the document has no operation ${id}`);
  return place;
}

export function schemaOfBody(document: Document, row: Operation, type: string): unknown {
  const { requestBody } = placeOf(document, row).operation;
  if (requestBody === undefined) return undefined;
  const content = Object.entries(resolve(document, requestBody).content);
  return content.find(([name]) => (name.split(';')[0] ?? '').trim().toLowerCase() === type)?.[1].schema;
}

export function schemaOfParameter(document: Document, row: Operation, parameter: Parameter): unknown {
  const { item, operation } = placeOf(document, row);
  const entries = [...(operation.parameters ?? []), ...(item.parameters ?? [])];
  const found = entries
    .map((entry) => resolve<ParameterObject>(document, entry))
    .find((one) => one.in === parameter.in && one.name === parameter.name);
  return found?.schema ?? Object.values(found?.content ?? {})[0]?.schema;
}
