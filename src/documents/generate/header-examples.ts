import { asJson, isJson, mapMembers, memberOf, type Json } from '../reader/json.ts';
import { isRef, resolve, tokensOf } from '../reader/reference.ts';
import { operationsOf, type Document } from './document.ts';

// A mock server must return a Location that names the resource in its body. Other headers have one example, in
// openapi/shared/headers.yaml.

/** Returns the document with an example of `Location` in every success, which matches the first example of the body. */
export function withHeaderExamples(document: Document): Document {
  const paths = new Map(operationsOf(document).map(({ operation, path }) => [operation.operationId, path]));
  const adorn = (written: unknown): unknown => {
    const response = asJson(written);
    const body = firstExample(document, response);
    if (!isJson(response['headers']) || !isJson(body)) return written;
    const examples: Json = { Location: locationOf(response, body, paths) };
    const headers = mapMembers(response['headers'], (header, name) => {
      const example = memberOf(examples, name);
      return example === undefined ? header : { ...resolve(document, asJson(header)), example };
    });
    return { ...response, headers };
  };
  const adorned = mapMembers(document.paths, (item) =>
    mapMembers(asJson(item), (operation) => {
      const responses = memberOf(operation, 'responses');
      if (!isJson(responses)) return operation;
      const changed = mapMembers(responses, (one, status) =>
        status.startsWith('2') && !isRef(one) ? adorn(one) : one,
      );
      return { ...asJson(operation), responses: changed };
    }),
  );
  return withoutUnusedHeaders({ ...document, paths: adorned });
}

/** A standard header with an example of its own is no longer a component. */
function withoutUnusedHeaders(document: Document): Document {
  const text = JSON.stringify(document);
  const { components } = document;
  if (components?.['headers'] === undefined) return document;
  const used = Object.entries(components['headers']).filter(([name]) =>
    text.includes(`"#/components/headers/${name}"`),
  );
  return { ...document, components: { ...components, headers: Object.fromEntries(used) } };
}

function firstExample(document: Document, response: Json): unknown {
  const [media] = Object.values(asJson(response['content']));
  const [example] = Object.values(asJson(memberOf(media, 'examples')));
  return asJson(resolve(document, asJson(example)))['value'];
}

/** The path of the first link, filled with values of the body. The lint demands that it is the path of the resource. */
function locationOf(response: Json, body: Json, paths: ReadonlyMap<string, string>): string | undefined {
  for (const link of Object.values(asJson(response['links']))) {
    const { operationId, parameters } = asJson(link);
    const path = paths.get(String(operationId));
    const values = Object.entries(asJson(parameters)).map(([name, expression]) => {
      const pointer = /^\$response\.body#(\/.*)$/.exec(String(expression))?.[1];
      return [name, pointer === undefined ? undefined : tokensOf(pointer).reduce<unknown>(memberOf, body)] as const;
    });
    const filled = values.reduce((text, [name, value]) => text.replace(`{${name}}`, String(value)), path ?? '{}');
    if (!filled.includes('{') && !filled.includes('undefined')) return filled;
  }
  return undefined;
}
