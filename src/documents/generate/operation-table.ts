import type {
  Operation,
  Parameter,
  ParameterType,
  RecordSpec,
  ResponseSpec,
  RequestBody,
} from '../../contract/operation.ts';
import type { RequiredRole } from '../../contract/vocabulary.ts';
import { isJson } from '../reader/json.ts';
import { isRef, resolve } from '../reader/reference.ts';
import { partsIn } from '../reader/structure.ts';
import { deprecationFacts } from './deprecation-facts.ts';
import {
  fail,
  operationsOf,
  parametersOf,
  versionOf,
  wholeSchema,
  type Document,
  type HeaderObject,
  type MediaType,
  type OperationObject,
  type ParameterObject,
  type PathOperation,
  type Schema,
} from './document.ts';
import { recordTypes } from '../../contract/response/record-encoders.ts';
import type { Direction } from './one-way-members.ts';
import type { SchemaPool } from './schema-pool.ts';

const bytesMaxDefault = 1_048_576;
/** OpenAPI ignores parameters of these names, because other objects describe them. */
const describedElsewhere = new Set(['accept', 'content-type', 'authorization']);

/**
 * Converts a document to the operation table of the engine: resolves references, merges the path's parameters into each
 * operation, fills in the defaults of style and explode, and lets operations inherit security.
 * @param successors the current document, which contains the operations that `x-successor` names
 * @throws Error for an operation that the engine cannot serve
 */
export function operationTable(document: Document, pool: SchemaPool, successors: Document): Operation[] {
  return operationsOf(document).map((place) => {
    const { operation } = place;
    const isUnsafe = place.method !== 'get';
    const parameters = engineParametersOf(document, place);
    return {
      id: operation.operationId,
      version: versionOf(document),
      method: place.method.toUpperCase() as Operation['method'],
      path: place.path,
      tag: operation.tags[0] ?? fail(place, 'has no tag'),
      security: operation.security ?? document.security ?? [],
      role: (operation['x-role'] ?? fail(place, 'has no x-role')) as RequiredRole,
      rateClass: (operation['x-rate-limit'] ?? fail(place, 'has no x-rate-limit')) as string,
      transaction: isUnsafe && operation['x-transaction'] !== 'none' ? 'unit' : 'none',
      consistency: operation['x-consistency'] === 'bounded' ? 'bounded' : 'strong',
      isIdempotencyKeyed: parameters.some((it) => it.in === 'header' && it.name.toLowerCase() === 'idempotency-key'),
      deprecation: deprecationFacts(place, successors),
      parameters: parameters.map((parameter) => parameterRow(document, parameter, pool)),
      body: bodyOf(document, operation, pool),
      responses: responsesOf(document, place, pool),
      // `none` means that the operation changes nothing. It needs no unit of work.
      audit: operation['x-audit'] === 'none' ? undefined : (operation['x-audit'] as string | undefined),
      emits: (operation['x-emits'] ?? []) as readonly string[],
      hasSensitiveResponse: hasSensitiveResponse(document, operation),
    };
  });
}

function engineParametersOf(document: Document, place: PathOperation): ParameterObject[] {
  return parametersOf(document, place).filter(
    (parameter) => parameter.in !== 'header' || !describedElsewhere.has(parameter.name.toLowerCase()),
  );
}

function parameterRow(document: Document, parameter: ParameterObject, pool: SchemaPool): Parameter {
  const style = parameter.style ?? (parameter.in === 'query' || parameter.in === 'cookie' ? 'form' : 'simple');
  const { type, validator, schema } = describeValue(document, parameter, pool, 'request');
  const fallback = withDefault(document, schema);
  return {
    name: parameter.name,
    in: parameter.in,
    required: parameter.required ?? false,
    style: style as Parameter['style'],
    explode: parameter.explode ?? style === 'form',
    type,
    validator,
    // A default of a required parameter has no effect (OpenAPI 3.1, Schema Object, default).
    ...(fallback === undefined || parameter.required === true ? {} : { default: fallback }),
  };
}

/** A parameter or header has a schema, or a `content` with one media type of JSON text. */
function describeValue(document: Document, value: HeaderObject, pool: SchemaPool, direction: Direction) {
  const content = Object.values(value.content ?? {})[0];
  const schema = value.schema ?? content?.schema ?? {};
  const type: ParameterType = value.schema === undefined ? { kind: 'json' } : parameterType(document, schema);
  return { type, validator: pool.add(document, schema, direction), schema };
}

/** Returns the default, which is a sibling of the reference or in the referenced schema. */
export function withDefault(document: Document, schema: Schema): unknown {
  return schema['default'] ?? (isRef(schema) ? resolve<Schema>(document, schema)['default'] : undefined);
}

/** The type that the text of a parameter is decoded to before validation. */
function parameterType(document: Document, written: Schema): ParameterType {
  const schema = wholeSchema(document, written);
  const types = [schema['type']].flat().filter((type): type is string => typeof type === 'string' && type !== 'null');
  const values = Array.isArray(schema['enum']) ? (schema['enum'] as unknown[]) : [schema['const']];
  const alternatives = [schema['oneOf'], schema['anyOf'], schema['allOf']].flat().filter(isJson);
  const kind = types[0] ?? (alternatives[0] === undefined ? typeof values[0] : undefined);
  switch (kind) {
    case undefined:
      return parameterType(document, alternatives[0] ?? {});
    case 'array':
      return { kind, items: isJson(schema['items']) ? parameterType(document, schema['items']) : { kind: 'string' } };
    case 'object': {
      const properties = isJson(schema['properties']) ? schema['properties'] : {};
      const members = Object.entries(properties).map(
        ([name, member]) => [name, parameterType(document, isJson(member) ? member : {})] as const,
      );
      return { kind, properties: Object.fromEntries(members), additional: schema['additionalProperties'] !== false };
    }
    case 'integer':
    case 'number':
    case 'boolean':
      return { kind };
    default:
      return { kind: textKindOf(schema['format']) };
  }
}

function textKindOf(format: unknown): 'uuid' | 'instant' | 'string' {
  if (format === 'uuid') return 'uuid';
  return format === 'date-time' ? 'instant' : 'string';
}

function bodyOf(document: Document, operation: OperationObject, pool: SchemaPool): RequestBody | undefined {
  if (operation.requestBody === undefined) return undefined;
  const body = resolve(document, operation.requestBody);
  return {
    required: body.required ?? false,
    content: contentOf(document, body.content, pool, 'request'),
    bytesMax: operation['x-body-bytes-max'] === undefined ? bytesMaxDefault : Number(operation['x-body-bytes-max']),
  };
}

/** Media types in lower case without parameters, each with the key of its validator if it is JSON. */
function contentOf(
  document: Document,
  content: Readonly<Record<string, MediaType>>,
  pool: SchemaPool,
  direction: Direction,
): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(content).map(([written, { schema }]) => {
      const mediaType = essenceOf(written);
      const isJson = mediaType.endsWith('/json') || mediaType.endsWith('+json');
      return [mediaType, isJson && schema !== undefined ? pool.add(document, schema, direction) : undefined];
    }),
  );
}

function essenceOf(mediaType: string): string {
  return (mediaType.split(';')[0] ?? mediaType).trim().toLowerCase();
}

/** The schema of a record, if the media type is a stream of records: the `contentSchema` of its text. */
export function recordSchemaOf(document: Document, mediaType: string, { schema }: MediaType): Schema | undefined {
  if (schema === undefined || !recordTypes.includes(mediaType)) return undefined;
  const described = resolve<Schema>(document, schema)['contentSchema'];
  return isJson(described) ? described : undefined;
}

/** The records of streamed media types. */
function recordsOf(
  document: Document,
  content: Readonly<Record<string, MediaType>>,
  pool: SchemaPool,
): Record<string, RecordSpec> {
  return Object.fromEntries(
    Object.entries(content).flatMap(([written, media]) => {
      const mediaType = essenceOf(written);
      const schema = recordSchemaOf(document, mediaType, media);
      if (schema === undefined) return [];
      const { properties } = resolve<Schema>(document, schema);
      const columns = isJson(properties) ? Object.keys(properties) : [];
      return [[mediaType, { validator: pool.add(document, schema, 'response'), columns }]];
    }),
  );
}

function responsesOf(document: Document, place: PathOperation, pool: SchemaPool): Record<number, ResponseSpec> {
  return Object.fromEntries(
    Object.entries(place.operation.responses).map(([status, response]) => {
      if (!/^[1-5]\d\d$/.test(status))
        fail(place, `declares the response ${status}: only exact status codes are supported`);
      return [Number(status), responseSpec(document, response, pool)];
    }),
  );
}

function responseSpec(
  document: Document,
  written: OperationObject['responses'][string],
  pool: SchemaPool,
): ResponseSpec {
  const response = resolve(document, written);
  const headers = Object.entries(response.headers ?? {}).map(([name, header]) => {
    const object = resolve<HeaderObject>(document, header);
    const { type, validator } = describeValue(document, object, pool, 'response');
    const exploded = object.explode === true ? { explode: true } : {};
    return [name.toLowerCase(), { required: object.required ?? false, validator, type, ...exploded }] as const;
  });
  const content = response.content ?? {};
  const records = recordsOf(document, content, pool);
  return {
    headers: Object.fromEntries(headers),
    content: contentOf(document, content, pool, 'response'),
    ...(Object.keys(records).length === 0 ? {} : { records }),
  };
}

/** Whether a field of a success, at any depth, is marked x-sensitive. */
function hasSensitiveResponse(document: Document, operation: OperationObject): boolean {
  const seen = new Set<unknown>();
  const isSensitive = (value: unknown, isMap = false): boolean => {
    if (typeof value !== 'object' || value === null || seen.has(value)) return false;
    seen.add(value);
    if (!isMap && isRef(value)) return isSensitive(resolve<Schema>(document, value));
    if (isJson(value) && value['x-sensitive'] === true) return true;
    return partsIn({ value, isMap }).some((part) => isSensitive(part.value, part.isMap));
  };
  return Object.entries(operation.responses)
    .filter(([status]) => status.startsWith('2'))
    .flatMap(([, response]) => Object.values(resolve(document, response).content ?? {}))
    .some(({ schema }) => isSensitive(schema));
}
