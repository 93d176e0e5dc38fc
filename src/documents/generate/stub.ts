import { isJson } from '../reader/json.ts';
import { isRef, resolve } from '../reader/reference.ts';
import {
  operationsOf,
  parametersOf,
  versionOf,
  type Document,
  type PathOperation,
  type ResponseObject,
  type Schema,
} from './document.ts';
import { pascalCase, render } from './source-text.ts';
import type { Version } from '../../platform/versions.ts';

export interface Import {
  readonly name: string;
  readonly from: string;
  readonly isType?: boolean;
}

/** The parts of an operation that its author fills in, as text. */
export interface Stub {
  readonly id: string;
  readonly version: Version;
  readonly tag: string;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly isList: boolean;
  /** The member of the controller's object. */
  readonly handler: string;
  readonly handlerImports: readonly Import[];
  /** The function of the service. */
  readonly service: string;
  readonly serviceImports: readonly Import[];
  /** The request that its first test sends: `{ params: { … }, body: … }`. */
  readonly request: StubRequest;
}

interface StubRequest {
  readonly params?: { readonly path: Readonly<Record<string, string>> };
  readonly body?: unknown;
}

interface Argument {
  readonly name: string;
  readonly expression: string;
  readonly type: string;
  readonly imports: readonly Import[];
}

interface Outcome {
  /** The type that the service function resolves to. */
  readonly type: string;
  readonly imports: readonly Import[];
  readonly handlerImports: readonly Import[];
  /** Returns the statements of the handler for a call of the service. */
  readonly returning: (call: string) => string;
}

/** Parameters that the pager reads. The service does not receive them. */
const paging = new Set(['limit', 'cursor', 'sort', 'include_total']);
const argumentsMax = 3;

/** @throws Error if the document has no such operation */
export function stubOf(document: Document, id: string): Stub {
  const place = operationsOf(document).find(({ operation }) => operation.operationId === id);
  if (place === undefined)
    throw new Error(`${id} is not in the ${versionOf(document)} bundle: add it to openapi/, then run make generate`);
  const version = versionOf(document);
  const [status, response] = success(document, place);
  const isList =
    version === 'v2' && itemOf(document, response) !== undefined && has(document, place, 'query', 'cursor');
  const args = argumentsOf(document, place, isList);
  const outcome = outcomeOf(document, place, { status, response, isList });
  const isPublic = (place.operation.security ?? []).length === 0;
  const unit: Import = { name: isPublic ? 'AnonymousUnit' : 'Unit', from: '../../platform/unit.ts', isType: true };
  const parts = ['path', 'query', 'precondition', 'body'].filter((part) => {
    const isUsed = args.some(({ expression }) => new RegExp(`\\b${part}\\b`).test(expression));
    return isUsed || (isList && part === 'query') || (isList && part === 'path' && place.path.includes('{'));
  });
  const isPacked = args.length > argumentsMax;
  const given = isPacked
    ? [`{ ${args.map(({ name, expression }) => (name === expression ? name : `${name}: ${expression}`)).join(', ')} }`]
    : args.map(({ expression }) => expression);
  const taken = isPacked
    ? [`_input: { ${args.map(({ name, type }) => `readonly ${name}: ${type}`).join('; ')} }`]
    : args.map(({ name, type }) => `_${name}: ${type}`);
  const request = parts.length === 0 ? '_request' : `{ ${parts.join(', ')} }`;
  const call = `await SERVICE${id}(${['unit', ...given].join(', ')})`;
  return {
    id,
    version,
    tag: place.operation.tags[0] ?? '',
    method: place.method.toUpperCase(),
    path: place.path,
    status,
    isList,
    handler: `async ${id}(${request}, unit) { ${outcome.returning(call)} }`,
    handlerImports: outcome.handlerImports,
    service: `export async function ${id}(${[`_unit: ${unit.name}`, ...taken].join(', ')}): Promise<${outcome.type}> { throw problems.not_implemented(); }`,
    serviceImports: [
      { name: 'problems', from: '../../../generated/problems.ts' },
      unit,
      ...outcome.imports,
      ...args.flatMap(({ imports }) => imports),
    ],
    request: requestOf(document, place),
  };
}

const fromResponses = (name: string): Import => ({ name, from: '../../contract/controller/responses.ts' });
const pathsOf = (version: string): Import => ({ name: 'paths', from: `../../../generated/${version}/paths.ts` });
const typesOf = (version: string, name: string): Import => ({
  name,
  from: `../../../generated/${version}/types.ts`,
  isType: true,
});

function success(document: Document, { operation }: PathOperation): [number, ResponseObject] {
  const status = Object.keys(operation.responses).find((it) => it.startsWith('2'));
  const response = status === undefined ? undefined : operation.responses[status];
  if (response === undefined) throw new Error(`${operation.operationId} must declare a response with status 2xx`);
  return [Number(status), resolve(document, response)];
}

function has(document: Document, place: PathOperation, where: string, name: string): boolean {
  return parametersOf(document, place).some((it) => it.in === where && it.name === name);
}

/** `#/components/schemas/Task` -> `Task`. */
function nameOf(schema: unknown): string | undefined {
  return isRef(schema) ? schema.$ref.split('/').at(-1) : undefined;
}

function bodyOf(response: ResponseObject): Schema | undefined {
  return Object.values(response.content ?? {})[0]?.schema;
}

/** Returns the type of a list's items: `Task` for `{ data: Task[], page }`. */
function itemOf(document: Document, response: ResponseObject): string | undefined {
  const schema = bodyOf(response);
  const properties = schema === undefined ? undefined : resolve<Schema>(document, schema)['properties'];
  const data = isJson(properties) && isJson(properties['data']) ? properties['data'] : {};
  return nameOf(data['items']);
}

function argumentsOf(document: Document, place: PathOperation, isList: boolean): Argument[] {
  const { operation } = place;
  const version = versionOf(document);
  const parameters = parametersOf(document, place);
  const found: Argument[] = parameters
    .filter((it) => it.in === 'path')
    .map(({ name }) => ({
      name: name.replace(/_(\w)/g, (_match, letter: string) => letter.toUpperCase()),
      expression: `path.${name}`,
      type: 'string',
      imports: [],
    }));
  if (parameters.some((it) => it.in === 'query' && !(isList && paging.has(it.name)))) {
    const type = `NonNullable<operations['${operation.operationId}']['parameters']['query']>`;
    found.push({ name: 'query', expression: 'query', type, imports: [typesOf(version, 'operations')] });
  }
  if (operation.requestBody !== undefined) {
    const type = nameOf(Object.values(resolve(document, operation.requestBody).content)[0]?.schema);
    const imports = type === undefined ? [] : [typesOf(version, type)];
    found.push({ name: 'body', expression: 'body', type: type ?? 'unknown', imports });
  }
  if (has(document, place, 'header', 'If-Match')) {
    const from = '../../problems/precondition.ts';
    const imports = [{ name: 'VersionPrecondition', from, isType: true }];
    found.push({ name: 'precondition', expression: 'precondition', type: 'VersionPrecondition', imports });
  }
  if (isList) {
    const imports = [{ name: 'PageRequest', from: '../../platform/cursor.ts', isType: true }];
    found.push({ name: 'page', expression: 'pager.read(list, query)', type: 'PageRequest', imports });
  }
  return found;
}

interface Success {
  readonly status: number;
  readonly response: ResponseObject;
  readonly isList: boolean;
}

function outcomeOf(document: Document, place: PathOperation, { status, response, isList }: Success): Outcome {
  const version = versionOf(document);
  const name = nameOf(bodyOf(response));
  const type = name ?? (bodyOf(response) === undefined ? 'void' : 'unknown');
  const imports = name === undefined ? [] : [typesOf(version, name)];
  const headers = Object.keys(response.headers ?? {});
  const plain = { type, imports };
  if (isList) {
    const item = itemOf(document, response) ?? 'unknown';
    const list = ownPath(place);
    return {
      type: `Slice<${item}>`,
      imports: [typesOf(version, item), { name: 'Slice', from: '../../platform/cursor.ts', isType: true }],
      handlerImports: [pathsOf(version)],
      returning: (call) => `const list = ${list}; return pager.respond(list, query, ${call});`,
    };
  }
  if (status === 204) {
    return {
      ...plain,
      handlerImports: [fromResponses('noContent')],
      returning: (call) => `${call}; return noContent();`,
    };
  }
  const here = locationOf(document, place, response);
  if (status === 201 && headers.includes('ETag')) {
    const returning = (call: string) => `const result = ${call}; return created(result, ${here});`;
    return { ...plain, handlerImports: [fromResponses('created'), pathsOf(version)], returning };
  }
  if (status === 202 && headers.includes('Location')) {
    const returning = (call: string) => `const result = ${call}; return accepted(result, ${here});`;
    return { ...plain, handlerImports: [fromResponses('accepted'), pathsOf(version)], returning };
  }
  if (status === 200) {
    const helper = headers.includes('ETag') ? 'okVersioned' : 'ok';
    return { ...plain, handlerImports: [fromResponses(helper)], returning: (call) => `return ${helper}(${call});` };
  }
  const isLocated = headers.includes('Location');
  const location = isLocated ? `, headers: { location: ${here} }` : '';
  const returning = (call: string) =>
    type === 'void'
      ? `${call}; return { status: ${status}, body: undefined };`
      : `const result = ${call}; return { status: ${status}, body: result${location} };`;
  return { ...plain, handlerImports: isLocated && type !== 'void' ? [pathsOf(version)] : [], returning };
}

function ownPath({ path, operation }: PathOperation): string {
  return `paths.${operation.operationId}(${path.includes('{') ? 'path' : ''})`;
}

/**
 * Returns the path of the response's first link. Without a link, returns the operation's own path, which its author
 * replaces.
 */
function locationOf(document: Document, place: PathOperation, response: ResponseObject): string {
  const [link] = Object.values(response.links ?? {});
  const { operationId, parameters = {} } = link === undefined ? {} : resolve(document, link);
  const target = operationsOf(document).find(({ operation }) => operation.operationId === operationId);
  if (target === undefined) return ownPath(place);
  const members = Object.entries(parameters)
    .filter(([name]) => target.path.includes(`{${name}}`))
    .map(([name, value]) => `${name}: ${valueOf(value)}`);
  return `paths.${target.operation.operationId}(${members.length === 0 ? '' : `{ ${members.join(', ')} }`})`;
}

/** Returns the expression for a link's value: a member of the returned body, a path parameter, or a literal. */
function valueOf(written: unknown): string {
  const [, pointer] = /^\$response\.body#\/(.+)$/.exec(String(written)) ?? [];
  if (pointer !== undefined) return `result.${pointer.replaceAll('/', '.')}`;
  const [, name] = /^\$request\.path\.(.+)$/.exec(String(written)) ?? [];
  return name === undefined ? render(written) : `path.${name}`;
}

/** Returns a valid request with ids of no resource and the first example of the body. */
function requestOf(document: Document, place: PathOperation): StubRequest {
  const { operation } = place;
  const path = parametersOf(document, place)
    .filter((it) => it.in === 'path')
    .map(({ name }) => [name, '00000000-0000-7000-8000-000000000000']);
  const body = operation.requestBody === undefined ? undefined : resolve(document, operation.requestBody);
  const examples = Object.values(Object.values(body?.content ?? {})[0]?.examples ?? {});
  const example =
    examples[0] === undefined ? undefined : resolve(document, examples[0] as { readonly value?: unknown });
  return {
    ...(path.length === 0 ? {} : { params: { path: Object.fromEntries(path) as Record<string, string> } }),
    ...(example === undefined ? {} : { body: example.value }),
  };
}

export function controllerName({ tag, version }: Pick<Stub, 'tag' | 'version'>): string {
  return `create${pascalCase(tag)}${version === 'v1' ? 'V1' : ''}Controller`;
}
