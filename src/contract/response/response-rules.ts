import type { AnyResponse, BreachPart, ResponseHeaders } from '../options.ts';
import type { Operation, ResponseSpec, Validate, Validators } from '../operation.ts';
import { engineHeaders } from '../vocabulary.ts';
import { decoderOf, type TextDecoder } from '../request/parameter-styles.ts';
import { MalformedText } from '../request/parameter-values.ts';
import { createRecordEncoder, type RecordEncoder } from './record-encoders.ts';

/** Where a response broke the contract. Contains the place and the rule, never the value. */
export interface Breach {
  readonly part: BreachPart;
  readonly pointer: string;
  readonly keyword: string;
}

export type ResponseRules = ReadonlyMap<number, ResponseRule>;

interface ResponseRule {
  /** Media type -> validator. The first one is the default. */
  readonly content: ReadonlyMap<string, Validate | undefined>;
  readonly defaultType: string | undefined;
  /** Media type -> record rules, for streams of records. */
  readonly records: ReadonlyMap<string, RecordRule>;
  readonly headers: ReadonlyMap<string, HeaderRule>;
  readonly requiredHeaders: readonly string[];
}

export interface RecordRule {
  readonly validate: Validate;
  readonly encoder: RecordEncoder;
}

interface HeaderRule {
  readonly isList: boolean;
  readonly decode: TextDecoder;
  readonly validate: Validate;
}

const suppliedHeaders: ReadonlySet<string> = new Set(engineHeaders);

/**
 * Header values that Node refuses to send (RFC 9110, 5.5). They are found here, while the unit of work can still be
 * rolled back.
 */
const unsendable = /[^\t\x20-\x7e\x80-\xff]/;

/**
 * Prepares the checks of an operation's responses.
 * @throws Error if a validator is missing, or if an operation that is not a read streams its response
 */
export function compileResponses(operation: Operation, validators: Validators): ResponseRules {
  const isLinked = operation.deprecation !== undefined;
  const isStreamed = Object.values(operation.responses).some(({ records }) => records !== undefined);
  // The response of a change is validated as a whole before the change is committed.
  if (isStreamed && operation.method !== 'GET')
    throw new Error(`${operation.id} is not a read, so its response cannot be a stream`);
  return new Map(
    Object.entries(operation.responses).map(([status, spec]) => [
      Number(status),
      compileResponse(spec, validators, isLinked),
    ]),
  );
}

function compileResponse(spec: ResponseSpec, validators: Validators, isLinked: boolean): ResponseRule {
  const lookUp = (key: string): Validate => {
    const validate = validators.byKey[key];
    if (validate === undefined) throw new Error(`There is no validator ${key} for a response`);
    return validate;
  };
  const declared = Object.entries(spec.headers);
  const isSupplied = (name: string): boolean => suppliedHeaders.has(name) || (name === 'link' && isLinked);
  const content = Object.entries(spec.content).map(
    ([type, key]) => [type, key === undefined ? undefined : lookUp(key)] as const,
  );
  const records = Object.entries(spec.records ?? {}).map(
    ([type, { validator, columns }]) =>
      [type, { validate: lookUp(validator), encoder: createRecordEncoder(type, columns) }] as const,
  );
  return {
    content: new Map(content),
    defaultType: content[0]?.[0],
    records: new Map(records),
    headers: new Map(declared.map(([name, header]) => [name, headerRule(name, header, lookUp(header.validator))])),
    requiredHeaders: declared.filter(([name, { required }]) => required && !isSupplied(name)).map(([name]) => name),
  };
}

/** Serializes a response header in the style `simple` (OpenAPI 3.1, Header Object). */
function headerRule(name: string, header: ResponseSpec['headers'][string], validate: Validate): HeaderRule {
  const { type, explode = false, required, validator } = header;
  const decode = decoderOf({ name, in: 'header', style: 'simple', explode, type, required, validator });
  return { isList: type.kind === 'array', decode, validate };
}

/** The media types of the successful responses. Accept must allow one of them. */
export function offersOf(operation: Operation): string[] {
  const successes = Object.entries(operation.responses).filter(([status]) => status.startsWith('2'));
  return [...new Set(successes.flatMap(([, { content }]) => Object.keys(content)))];
}

/**
 * Returns the media type of a response: the one that it names, else the one that the caller prefers, else the first
 * declared one. Returns undefined if the response has no content.
 */
export function contentTypeOf(
  rules: ResponseRules,
  response: AnyResponse,
  preferred: string | undefined,
): string | undefined {
  const chosen = response.headers?.['content-type'];
  if (typeof chosen === 'string') return chosen;
  const rule = rules.get(response.status);
  return preferred !== undefined && rule?.content.has(preferred) === true ? preferred : rule?.defaultType;
}

/** Returns the first breach of the declared headers, or undefined. */
export function headersBreach(rules: ResponseRules, status: number, headers: ResponseHeaders): Breach | undefined {
  const rule = rules.get(status);
  if (rule === undefined) return { part: 'status', pointer: String(status), keyword: 'undeclared' };
  for (const name in headers) {
    const value = headers[name];
    if (name === 'content-type' || value === undefined) continue;
    const declared = rule.headers.get(name);
    if (declared === undefined) return { part: 'header', pointer: name, keyword: 'undeclared' };
    const texts = typeof value === 'string' ? [value] : value;
    if (texts.some((text) => unsendable.test(text))) return { part: 'header', pointer: name, keyword: 'characters' };
    // A list may be sent in several headers (RFC 9110, 5.3). It is validated as a whole.
    for (const text of declared.isList ? [texts.join()] : texts) {
      const keyword = brokenKeyword(declared, text);
      if (keyword !== undefined) return { part: 'header', pointer: name, keyword };
    }
  }
  for (const name of rule.requiredHeaders) {
    if (headers[name] === undefined) return { part: 'header', pointer: name, keyword: 'required' };
  }
  return undefined;
}

function brokenKeyword({ decode, validate }: HeaderRule, text: string): string | undefined {
  try {
    return validate(decode(text)) ? undefined : (validate.errors?.[0]?.keyword ?? 'schema');
  } catch (error) {
    if (error instanceof MalformedText) return error.code;
    throw error;
  }
}

/** The declared key of a media type: the type itself, or its range such as `image/*` (OpenAPI 3.1, Response Object). */
function declaredType({ content }: ResponseRule, type: string): string | undefined {
  if (type.includes('*')) return undefined;
  if (content.has(type)) return type;
  return [`${type.slice(0, type.indexOf('/'))}/*`, '*/*'].find((range) => content.has(range));
}

/** A response body with its media type. */
export interface TypedBody {
  readonly status: number;
  readonly body: unknown;
  readonly contentType: string | undefined;
}

/** Validates a body. Returns the first breach, or undefined. */
export function bodyBreach(rules: ResponseRules, { status, body, contentType: type }: TypedBody): Breach | undefined {
  const rule = rules.get(status);
  if (rule === undefined) return { part: 'status', pointer: String(status), keyword: 'undeclared' };
  if (type === undefined) {
    return body === undefined ? undefined : { part: 'body', pointer: '', keyword: 'undeclared' };
  }
  const declared = declaredType(rule, type);
  if (declared === undefined) return { part: 'content_type', pointer: '', keyword: 'undeclared' };
  if (body === undefined) return { part: 'body', pointer: '', keyword: 'required' };
  const records = rule.records.get(type);
  if (records !== undefined) return recordsBreach(records, body);
  const validate = rule.content.get(declared);
  return validate === undefined ? undefined : valueBreach(validate, body);
}

/** The records of a stream are validated while it is sent. */
function recordsBreach({ validate }: RecordRule, body: unknown): Breach | undefined {
  if (isIterable(body)) return undefined;
  if (!Array.isArray(body)) return { part: 'body', pointer: '', keyword: 'records' };
  for (const record of body) {
    const breach = valueBreach(validate, record);
    if (breach !== undefined) return breach;
  }
  return undefined;
}

/** The breach of a body, or of one record of a stream. */
export function valueBreach(validate: Validate, value: unknown): Breach | undefined {
  if (validate(value)) return undefined;
  const error = validate.errors?.[0];
  return { part: 'body', pointer: placeOf(error), keyword: error?.keyword ?? 'schema' };
}

/** Whether a body is a stream of records. */
export function isIterable(body: unknown): body is AsyncIterable<unknown> {
  return typeof body === 'object' && body !== null && Symbol.asyncIterator in body;
}

/**
 * Names of undeclared fields come from this server, not from the caller. They are logged because they help to find the
 * fault.
 */
function placeOf(error: { instancePath: string; params: Readonly<Record<string, unknown>> } | undefined): string {
  if (error === undefined) return '';
  const name =
    error.params['additionalProperty'] ?? error.params['unevaluatedProperty'] ?? error.params['missingProperty'];
  return typeof name === 'string' ? `${error.instancePath}/${name}` : error.instancePath;
}
