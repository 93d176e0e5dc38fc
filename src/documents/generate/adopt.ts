import { adoptSchema, type Omit } from './adopt-schema.ts';
import { rewrite, type Node } from '../reader/grammar.ts';
import { asJson, asList, isJson, memberOf, type Json } from '../reader/json.ts';
import { isMethod, isServed, servedMethods, type ServedMethod } from '../reader/operations.ts';
import { isRef, resolve } from '../reader/reference.ts';
import type { Document, OperationObject } from './document.ts';

interface Adopted {
  readonly document: Document;
  /** What the engine does not support, each with its place: `#/paths/~1ping/head: HEAD is not served by itself`. */
  readonly omitted: readonly string[];
}

/**
 * Adopts a document of other authors (OpenAPI 3.0 or 3.1, in one file). Adds what the rules of this contract require
 * and other authors may omit: operationIds, tags, and the role `user` for operations with a credential. Replaces status
 * ranges and `default` by status codes. Reports everything that it leaves out.
 */
export function adoptDocument(written: Json): Adopted {
  const { openapi, info } = written;
  if (typeof openapi !== 'string' || !openapi.startsWith('3.'))
    throw new Error(`expected an OpenAPI 3 document, got openapi: ${String(openapi)}`);
  const omitted: string[] = [];
  const omit: Omit = (pointer, what) => void omitted.push(`${pointer}: ${what}`);
  const context = { omit, written, isOld: openapi.startsWith('3.0') };
  const whole = rewrite({ value: written, kind: 'document', pointer: '#' }, (node, inside) =>
    adoptNode(node, inside, context),
  );
  const { paths, security, components } = asJson(whole);
  const schemes = asJson(asJson(components)['securitySchemes']);
  const inherited = { security, schemes, names: new Set<string>(), omit };
  const items = Object.entries(asJson(paths)).flatMap(([path, item]) => {
    const fault = faultOfPath(path, item);
    if (fault === undefined) return [[path, adoptItem(path, asJson(item), inherited)] as const];
    if (!path.startsWith('x-')) omit('#/paths', `${path} ${fault}`);
    return [];
  });
  const document = {
    openapi: '3.1.0',
    info: { title: textOf(info, 'title'), version: textOf(info, 'version') },
    ...(Array.isArray(security) ? { security: security as Document['security'] & object } : {}),
    paths: Object.fromEntries(items) as Document['paths'],
    components: (components ?? {}) as Document['components'] & object,
  };
  return { document, omitted };
}

/** Returns why requests cannot reach a path; undefined if they can. */
function faultOfPath(path: string, item: unknown): string | undefined {
  if (!path.startsWith('/')) return 'is not a path, which must begin with /';
  return isJson(item) ? undefined : 'is not an object';
}

function textOf(info: unknown, name: string): string {
  const text = memberOf(info, name);
  return typeof text === 'string' || typeof text === 'number' ? String(text) : '';
}

interface Context {
  readonly omit: Omit;
  readonly written: Json;
  readonly isOld: boolean;
}

/** Where parameters can be (OpenAPI 3.1, Parameter Object). */
const locations = new Set(['path', 'query', 'header', 'cookie']);

/**
 * Converts every schema to the dialect of 3.1. Examples are dropped without a report, because they are for readers
 * only.
 */
function adoptNode(node: Node, inside: () => Json, context: Context): unknown {
  const { value, kind, pointer } = node;
  switch (kind) {
    case 'document': {
      for (const name of Object.keys(asJson(asJson(value)['webhooks'])))
        context.omit('#/webhooks', `${name} is sent, not served`);
      for (const server of asList(asJson(value)['servers'])) {
        const path = /^(?:https?:\/\/[^/]+)?(\/.+)$/i.exec(String(asJson(server)['url']))?.[1];
        if (path !== undefined) context.omit('#/servers', `paths are served without the server path ${path}`);
      }
      const { webhooks: _sent, ...served } = inside();
      return served;
    }
    case 'schema':
      return adoptSchema(value, pointer, context);
    case 'example':
      return undefined;
    case 'callback':
      context.omit(pointer, 'a callback is sent, not served');
      return undefined;
    case 'pathItem': {
      if (!isRef(value)) return inside();
      const { $ref: _reference, ...own } = asJson(value);
      const item = { ...resolve(context.written, value), ...own };
      return rewrite({ value: item, kind, pointer }, (inner, deeper) => adoptNode(inner, deeper, context));
    }
    default: {
      if (kind === 'parameter' && !isSupported(value, pointer, context)) return undefined;
      const { example: _words, ...rest } = inside();
      return rest;
    }
  }
}

function isSupported(parameter: unknown, pointer: string, { omit, written }: Context): boolean {
  const { name, in: location } = asJson(isRef(parameter) ? resolve(written, parameter) : parameter);
  if (locations.has(String(location))) return true;
  omit(pointer, `the parameter ${String(name)} is in ${String(location)}, which is not supported`);
  return false;
}

interface Inherited {
  readonly security: unknown;
  readonly schemes: Json;
  /** The operationIds that are in use. */
  readonly names: Set<string>;
  readonly omit: Omit;
}

function adoptItem(path: string, item: Json, inherited: Inherited): Json {
  reportUnserved(`#/paths ${path}`, item, inherited.omit);
  const operations = servedMethods.flatMap((method) => {
    const operation = item[method];
    const adopted = isJson(operation) ? adoptOperation({ path, method }, operation, inherited) : undefined;
    return adopted === undefined ? [] : [[method, adopted] as const];
  });
  const { parameters } = item;
  return { ...(Array.isArray(parameters) ? { parameters } : {}), ...Object.fromEntries(operations) };
}

/** Members of a path item that are no operations, and need no report. */
const itemMembers = new Set(['parameters', 'summary', 'description']);

function reportUnserved(place: string, item: Json, omit: Omit): void {
  for (const [name, member] of Object.entries(item)) {
    if (itemMembers.has(name) || name.startsWith('x-')) continue;
    if (name === 'servers') omit(place, ownServers);
    else if (!isMethod(name)) omit(place, `${name} is not a method that is served`);
    else if (!isJson(member)) omit(place, `${name} is not an operation`);
    else if (!isServed(name)) omit(place, `${name.toUpperCase()} is not served by itself`);
  }
}

const ownServers = 'its own servers have no effect';

/** Undefined for an operation that only a scheme protects which the document does not define: nobody could use it. */
function adoptOperation(
  { path, method }: { readonly path: string; readonly method: ServedMethod },
  operation: Json,
  { security, schemes, names, omit }: Inherited,
): OperationObject | undefined {
  const { operationId, tags, parameters, requestBody, responses } = operation;
  const asked = (operation['security'] ?? security ?? []) as OperationObject['security'] & object;
  // A scheme that the document does not define cannot be checked.
  const alternatives = asked.filter((one) => Object.keys(one).every((name) => Object.hasOwn(schemes, name)));
  const place = `#/paths ${path} ${method}`;
  if (alternatives.length < asked.length) {
    const isLost = alternatives.length === 0;
    omit(place, `a security scheme that the document does not define${isLost ? '; the operation is not served' : ''}`);
    if (isLost) return undefined;
  }
  if ('servers' in operation) omit(place, ownServers);
  const isOpen = alternatives.length === 0 || alternatives.some((one) => Object.keys(one).length === 0);
  return {
    operationId: findFreeName(typeof operationId === 'string' ? operationId : `${method} ${path}`, names),
    tags: Array.isArray(tags) && tags.length > 0 ? tags.map(String) : ['untagged'],
    security: alternatives,
    'x-role': isOpen ? 'anonymous' : 'user',
    'x-rate-limit': method === 'get' ? 'read' : 'write',
    ...(Array.isArray(parameters) ? { parameters: parameters as OperationObject['parameters'] & object } : {}),
    ...(isJson(requestBody) ? { requestBody: requestBody as unknown as OperationObject['requestBody'] & object } : {}),
    responses: adoptResponses(asJson(responses), (what) => omit(place, what)),
  };
}

function findFreeName(wanted: string, names: Set<string>): string {
  let name = wanted;
  for (let index = 2; names.has(name); index += 1) name = `${wanted} ${index}`;
  names.add(name);
  return name;
}

/** `2XX` becomes 200, unless 200 is described. `default` becomes any error, or the success if there is none. */
function adoptResponses(responses: Json, omit: (what: string) => void): OperationObject['responses'] {
  const exact = Object.entries(responses).filter(([status]) => /^[1-5]\d\d$/.test(status));
  const found = new Map<string, unknown>(exact);
  for (const [status, response] of Object.entries(responses)) {
    const range = /^([1-5])XX$/i.exec(status)?.[1];
    if (range !== undefined && !found.has(`${range}00`)) found.set(`${range}00`, response);
    else if (range !== undefined) omit(`${status}, because the document describes ${range}00`);
    else if (!found.has(status) && status !== 'default' && !status.startsWith('x-'))
      omit(`${status} is not a status code`);
  }
  const hasSuccess = [...found.keys()].some((status) => status.startsWith('2'));
  const spare = hasSuccess ? '500' : '200';
  if ('default' in responses && !found.has(spare)) found.set(spare, responses['default']);
  else if ('default' in responses) omit(`default, because the document describes ${spare}`);
  return Object.fromEntries(found) as OperationObject['responses'];
}
