import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { asJson, asList, isJson, type Json } from '../../../src/documents/reader/json.ts';
import { documents } from './document.ts';

const downgraded = readFileSync(join(import.meta.dirname, '../../../docs/openapi.yaml'), 'utf8');

/** The documents that the server serves, each by what a test calls it. */
export const served: Readonly<Record<string, Json>> = {
  v1: { ...documents.v1 },
  v2: { ...documents.v2 },
  'v2 as OpenAPI 3.0': asJson(parse(downgraded)),
};

interface Placed {
  /** A JSON pointer. */
  readonly at: string;
  readonly schema: Json;
}

/** Returns every object of a document that is no example, with its place. Most of them are schemas. */
export function objectsIn(node: unknown, place = ''): Placed[] {
  return Object.entries(Array.isArray(node) ? asList(node) : asJson(node)).flatMap(([key, member]) => {
    if (key === 'example' || key === 'examples' || key === 'x-codeSamples') return [];
    const at = `${place}/${key}`;
    const inner = objectsIn(member, at);
    return isJson(member) ? [{ at, schema: member }, ...inner] : inner;
  });
}
