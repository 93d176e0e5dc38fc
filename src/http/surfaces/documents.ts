import { stringify } from 'yaml';
import type { HttpOptions, OpenApiDocument } from '../options.ts';
import { createRepresentation, documentCaching, jsonType, send } from './representation.ts';
import type { Representation } from './representation.ts';
import type { SurfaceRouter } from './router.ts';

/** The OpenAPI documents. YAML is written from the same object as JSON, so the two cannot differ. */
export function addDocuments(router: SurfaceRouter, { documents }: Pick<HttpOptions, 'documents'>): void {
  const json = { v1: asJson(documents.v1), v2: asJson(documents.v2) };
  const yaml = { v1: asYaml(documents.v1), v2: asYaml(documents.v2) };
  const table: Readonly<Record<string, () => Representation>> = {
    '/api/openapi.json': json.v2,
    '/api/openapi.yaml': yaml.v2,
    '/api/v1/openapi.json': json.v1,
    '/api/v1/openapi.yaml': yaml.v1,
    '/api/v2/openapi.json': json.v2,
    '/api/v2/openapi.yaml': yaml.v2,
  };
  for (const [path, document] of Object.entries(table)) {
    router.get(path, async (context) => {
      if (path.startsWith('/api/v1/')) context.set('API-Version', 'v1');
      await send(context, document(), documentCaching);
    });
  }
}

function asJson(document: OpenApiDocument): () => Representation {
  return once(() => createRepresentation(jsonType, JSON.stringify(document, undefined, 2)));
}

function asYaml(document: OpenApiDocument): () => Representation {
  // Aliases (&a1, *a1) for objects that occur twice are valid YAML, but several readers refuse them.
  return once(() =>
    createRepresentation('application/yaml; charset=utf-8', stringify(document, { aliasDuplicateObjects: false })),
  );
}

/** Writing a document of a megabyte takes too long for the start of the program, and is wanted by few. */
function once<Value>(make: () => Value): () => Value {
  let value: Value | undefined;
  return () => (value ??= make());
}
