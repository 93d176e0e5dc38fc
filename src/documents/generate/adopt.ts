import { adoptSchema } from './adopt-schema.ts';
import { servedMethods, type ServedMethod } from '../reader/operations.ts';
import { isJson } from '../reader/json.ts';
import { type Document, type OperationObject } from './document.ts';

type Json = Readonly<Record<string, unknown>>;

/**
 * Takes in a document that nobody here wrote (OpenAPI 3.0 or 3.1, in one file). What our own rules of writing ask of
 * every operation, and other authors leave out, is filled in: names, tags, the role `user` where a credential is
 * asked for. Ranges of statuses and `default` become the statuses they stand for.
 */
export function adoptDocument(written: Json): Document {
  const { openapi, info } = written;
  const { paths, security } = adoptNode(written) as Json;
  const components = isJson(written['components']) ? adoptComponents(written['components']) : {};
  const version = isJson(info) ? String(info['version']) : '';
  if (typeof openapi !== 'string' || !openapi.startsWith('3.')) throw new Error('This is no document of OpenAPI 3');
  const names = new Set<string>();
  const items = Object.entries(isJson(paths) ? paths : {}).flatMap(([path, item]) =>
    path.startsWith('/') && isJson(item)
      ? [[path, adoptItem(path, item, { security, names, schemes: components['securitySchemes'] ?? {} })] as const]
      : [],
  );
  return {
    openapi: '3.1.0',
    info: { title: isJson(info) ? String(info['title']) : '', version },
    ...(Array.isArray(security) ? { security } : {}),
    paths: Object.fromEntries(items),
    components,
  };
}

/** Everything that is not a schema, with each schema in our dialect; examples and callbacks stay behind. */
function adoptNode(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(adoptNode);
  if (!isJson(node)) return node;
  return Object.fromEntries(
    Object.entries(node).flatMap(([key, value]) => {
      if (key === 'example' || key === 'examples' || key === 'callbacks') return [];
      if (key === 'schema') return [[key, adoptSchema(value)]];
      return [[key, adoptNode(value)]];
    }),
  );
}

/** The names of components are anybody's, so that they are no keywords here. */
function adoptComponents(components: Json): Document['components'] & object {
  return Object.fromEntries(
    Object.entries(components).flatMap(([section, members]) => {
      if (!isJson(members) || section === 'examples' || section === 'callbacks') return [];
      const adopt = section === 'schemas' ? adoptSchema : adoptNode;
      const entries = Object.entries(members).map(([name, member]) => [name, adopt(member)] as const);
      return [[section, Object.fromEntries(entries)]];
    }),
  );
}

interface Inherited {
  readonly security: unknown;
  readonly schemes: Json;
  /** operationIds that are taken. */
  readonly names: Set<string>;
}

function adoptItem(path: string, item: Json, inherited: Inherited): Json {
  const operations = servedMethods.flatMap((method) => {
    const operation = item[method];
    return isJson(operation) ? [[method, adoptOperation({ path, method }, operation, inherited)] as const] : [];
  });
  const { parameters } = item;
  return { ...(Array.isArray(parameters) ? { parameters } : {}), ...Object.fromEntries(operations) };
}

function adoptOperation(
  { path, method }: { readonly path: string; readonly method: ServedMethod },
  operation: Json,
  { security, schemes, names }: Inherited,
): OperationObject {
  const { operationId, tags, parameters, requestBody, responses } = operation;
  const asked = (operation['security'] ?? security ?? []) as OperationObject['security'] & object;
  // Nobody can prove what the document does not describe.
  const alternatives = asked.filter((one) => Object.keys(one).every((name) => name in schemes));
  const isOpen = alternatives.length === 0 || alternatives.some((one) => Object.keys(one).length === 0);
  return {
    operationId: freeName(typeof operationId === 'string' ? operationId : `${method} ${path}`, names),
    tags: Array.isArray(tags) && tags.length > 0 ? tags.map(String) : ['untagged'],
    security: alternatives,
    'x-role': isOpen ? 'anonymous' : 'user',
    'x-rate-limit': method === 'get' ? 'read' : 'write',
    ...(Array.isArray(parameters) ? { parameters: parameters as OperationObject['parameters'] & object } : {}),
    ...(isJson(requestBody) ? { requestBody: requestBody as unknown as OperationObject['requestBody'] & object } : {}),
    responses: adoptResponses(isJson(responses) ? responses : {}),
  };
}

function freeName(wanted: string, names: Set<string>): string {
  let name = wanted;
  for (let index = 2; names.has(name); index += 1) name = `${wanted} ${index}`;
  names.add(name);
  return name;
}

/** `2XX` is 200 where that is not described by itself; `default` is any error, or the success where there is none. */
function adoptResponses(responses: Json): OperationObject['responses'] {
  const exact = Object.entries(responses).filter(([status]) => /^[1-5]\d\d$/.test(status));
  const found = new Map<string, unknown>(exact);
  for (const [status, response] of Object.entries(responses)) {
    const range = /^([1-5])XX$/i.exec(status)?.[1];
    if (range !== undefined && !found.has(`${range}00`)) found.set(`${range}00`, response);
  }
  const hasSuccess = [...found.keys()].some((status) => status.startsWith('2'));
  const spare = hasSuccess ? '500' : '200';
  if ('default' in responses && !found.has(spare)) found.set(spare, responses['default']);
  return Object.fromEntries(found) as OperationObject['responses'];
}
