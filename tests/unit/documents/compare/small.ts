import type { Json } from '../../../../src/documents/reader/json.ts';

// Documents with one operation, for changes that the real bundles do not allow.

export interface Parts {
  readonly openapi?: string;
  readonly version?: string;
  /** The schema of the request body. */
  readonly request?: unknown;
  /** The schema of the response body. */
  readonly response?: unknown;
  /** Further members of the operation. They override the members above. */
  readonly operation?: Json;
  readonly root?: Json;
  readonly components?: Json;
}

/** Returns a document with `POST /things` and the given parts. */
export function documentOf({ openapi = '3.1.0', version = '1.0.0', request, response, ...more }: Parts): Json {
  const content = (schema: unknown) => ({ content: { 'application/json': { schema } } });
  return {
    openapi,
    info: { title: 'Small', version },
    paths: {
      '/things': {
        post: {
          operationId: 'postThing',
          ...(request === undefined ? {} : { requestBody: { required: true, ...content(request) } }),
          responses: { '200': { description: 'Fine.', ...(response === undefined ? {} : content(response)) } },
          ...more.operation,
        },
      },
    },
    components: { schemas, ...more.components },
    ...more.root,
  };
}

const text = { type: 'string', maxLength: 50 };
const schemas = {
  Text: text,
  Colour: { type: 'string', enum: ['red', 'blue'] },
  Cat: { type: 'object', required: ['kind'], properties: { kind: { const: 'cat' }, lives: { type: 'integer' } } },
  Dog: { type: 'object', required: ['kind'], properties: { kind: { const: 'dog' }, name: text } },
  Owner: { type: 'object', required: ['name'], properties: { name: text } },
};

export const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
