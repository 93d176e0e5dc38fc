import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import {
  documents,
  schemaBehind,
  type DocumentedOperation,
  type Header,
  type Schema,
  type Version,
} from './document.ts';
import { formats } from './formats.ts';
import { readLines, readRows } from './records.ts';

/** A response as received. */
export interface WireResponse {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/**
 * Response schemas are open in the published document. They are closed here, so that undeclared fields are found
 * independently of the engine.
 */
function close(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(close);
  if (typeof node !== 'object' || node === null) return node;
  const closed = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, close(value)]));
  const isObjectSchema = typeof closed['properties'] === 'object' && closed['additionalProperties'] === undefined;
  return isObjectSchema ? { ...closed, additionalProperties: false } : closed;
}

const ajv = new Ajv2020({ strict: false, allErrors: true, formats, validateSchema: false });
for (const version of ['v1', 'v2'] as const) ajv.addSchema(close(documents[version]) as object, version);

const compiled = new Map<string, ValidateFunction>();

function validatorAt(version: Version, steps: readonly string[]): ValidateFunction {
  const pointer = steps.map((step) => encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/');
  const reference = `${version}#/${pointer}`;
  let validate = compiled.get(reference);
  if (validate === undefined) {
    validate = ajv.compile({ $ref: reference });
    compiled.set(reference, validate);
  }
  return validate;
}

/** Returns the place of the response in the document: in the operation, or in components if it is a reference. */
function stepsTo(operation: DocumentedOperation, status: string): readonly string[] {
  const written = operation.written.responses[status]!;
  if ('$ref' in written) return written.$ref.slice(2).split('/');
  return ['paths', operation.path, operation.method.toLowerCase(), 'responses', status];
}

function bodyFaults(operation: DocumentedOperation, response: WireResponse): string[] {
  const content = operation.responses[String(response.status)]!.content;
  const type = response.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (content === undefined) return response.text === '' ? [] : ['has a body where the document has none'];
  if (type === undefined || content[type] === undefined) {
    return [`is ${type ?? 'of no media type'}, the document has ${Object.keys(content).join(', ')}`];
  }
  const place = [...stepsTo(operation, String(response.status)), 'content', type, 'schema'];
  if ('contentSchema' in content[type].schema) {
    return recordFaults(response.text, type, {
      validate: validatorAt(operation.version, [...place, 'contentSchema']),
      schema: schemaBehind(operation.version, content[type].schema['contentSchema'] as Schema),
    });
  }
  if (!/[/+]json$/.test(type)) return [];
  const validate = validatorAt(operation.version, place);
  const body: unknown = JSON.parse(response.text);
  if (validate(body)) return orderFaults(operation.version, content[type].schema, body);
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `body${instancePath} ${message ?? ''} ${JSON.stringify(params)}`,
  );
}

/** Members of a response must have the order of their schema, so that readers find them easily. */
function orderFaults(version: Version, written: Schema, value: unknown, place = 'body'): string[] {
  const schema = schemaBehind(version, written);
  if (Array.isArray(value)) {
    return value.slice(0, 3).flatMap((item, index) => {
      const items = schema['items'] as Schema | undefined;
      return items === undefined ? [] : orderFaults(version, items, item, `${place}/${index}`);
    });
  }
  if (typeof value !== 'object' || value === null) return [];
  const alternatives = [schema['oneOf'], schema['anyOf']].flat().filter((one): one is Schema => one !== undefined);
  if (alternatives.length > 0) {
    const faults = alternatives.map((one) => orderFaults(version, one, value, place));
    return faults.find((some) => some.length === 0) ?? faults[0]!;
  }
  const properties = (schema['properties'] ?? {}) as Readonly<Record<string, Schema>>;
  const names = Object.keys(value).filter((name) => name in properties);
  const wanted = Object.keys(properties).filter((name) => name in value);
  const own =
    names.join() === wanted.join()
      ? []
      : [`${place}: the members are ${names.join()}, the schema has ${wanted.join()}`];
  const members = Object.entries(value).flatMap(([name, member]) => {
    const inner = properties[name];
    return inner === undefined ? [] : orderFaults(version, inner, member, `${place}/${name}`);
  });
  return [...own, ...members];
}

/** Validates every record of a stream against its schema. */
function recordFaults(
  text: string,
  type: string,
  { validate, schema }: { readonly validate: ValidateFunction; readonly schema: Schema },
): string[] {
  let records: unknown[];
  try {
    records = type === 'text/csv' ? readRows(text, schema) : readLines(text);
  } catch (error) {
    return [String(error)];
  }
  return records.flatMap((record, index) =>
    validate(record) ? [] : [`record ${index + 1} ${ajv.errorsText(validate.errors)}: ${JSON.stringify(record)}`],
  );
}

interface HeaderFault {
  readonly name: string;
  readonly value: string | null;
  readonly message: string;
}

/** Returns the declared headers that the response lacks, or whose value does not match their schema. */
export function findHeaderFaults(
  operation: DocumentedOperation,
  { status, headers }: { readonly status: number; readonly headers: Headers },
): HeaderFault[] {
  const declared = operation.responses[String(status)]?.headers ?? {};
  return Object.entries(declared).flatMap(([name, header]) => {
    const value = headers.get(name);
    return headerFaults(operation.version, name, header, value).map((message) => ({ name, value, message }));
  });
}

function headerFaults(version: Version, name: string, header: Header, value: string | null): string[] {
  if (value === null) return header.required === true ? [`lacks the header ${name}`] : [];
  const { type } = header.schema;
  const decoded: unknown = type === 'integer' || type === 'number' ? Number(value) : value;
  const reference = header.schema['$ref'];
  const validate = ajv.compile(typeof reference === 'string' ? { $ref: `${version}${reference}` } : header.schema);
  return validate(decoded) ? [] : [`header ${name}: ${value} ${ajv.errorsText(validate.errors)}`];
}

/** Returns the differences between a response and the document; empty if there are none. */
export function findResponseFaults(operation: DocumentedOperation, response: WireResponse, isHead = false): string[] {
  const declared = operation.responses[String(response.status)];
  if (declared === undefined) {
    return [`status is not declared (${Object.keys(operation.responses).join(', ')}): ${response.text.slice(0, 500)}`];
  }
  const headers = findHeaderFaults(operation, response).map(({ message }) => message);
  return isHead ? headers : [...headers, ...bodyFaults(operation, response)];
}

/** Returns the differences of a response without an operation, which must be an error in the format of its version. */
export function findErrorFaults(version: Version, response: WireResponse): string[] {
  const validate = validatorAt(version, ['components', 'schemas', version === 'v1' ? 'ErrorV1' : 'Problem']);
  return validate(JSON.parse(response.text)) ? [] : [ajv.errorsText(validate.errors)];
}
