import documentV1 from '../../../generated/v1/openapi.json' with { type: 'json' };
import documentV2 from '../../../generated/v2/openapi.json' with { type: 'json' };
import type { Version } from './document.ts';

/** Returns a named object schema of a document. @throws Error if there is none */
export function schemaOf(version: Version, name: string): { readonly required: readonly string[] } {
  const { schemas } = (version === 'v1' ? documentV1 : documentV2).components as { readonly schemas: object };
  const schema = (schemas as Readonly<Record<string, { readonly required?: readonly string[] }>>)[name];
  if (schema?.required === undefined) throw new Error(`${version} has no object schema ${name}`);
  return { required: schema.required };
}
