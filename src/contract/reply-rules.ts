import type { AnyReply, BreachPart, ReplyHeaders } from './options.ts';
import type { Operation, ReplySpec, Validate, Validators } from './operation.ts';
import { decoderOf, type TextDecoder } from './parameter-styles.ts';
import { MalformedText } from './parameter-values.ts';

/** Where a reply broke the contract. Names the place and the rule, never the value. */
export interface Breach {
  readonly part: BreachPart;
  readonly pointer: string;
  readonly keyword: string;
}

export type ReplyRules = ReadonlyMap<number, ReplyRule>;

interface ReplyRule {
  /** By media type; the first one is the default. */
  readonly content: ReadonlyMap<string, Validate | undefined>;
  readonly defaultType: string | undefined;
  readonly headers: ReadonlyMap<string, HeaderRule>;
  readonly requiredHeaders: readonly string[];
}

interface HeaderRule {
  readonly isList: boolean;
  readonly decode: TextDecoder;
  readonly validate: Validate;
}

/** Headers that the engine or src/http put on every reply; a handler is not asked for them. */
const suppliedHeaders = new Set([
  'x-request-id',
  'api-version',
  'vary',
  'ratelimit-policy',
  'ratelimit',
  'cache-control',
  'deprecation',
  'sunset',
  'link-template',
  'retry-after',
  'www-authenticate',
  'idempotency-replayed',
]);

/** What Node refuses to send (RFC 9110, 5.5). Found here, it still rolls the unit of work back. */
const unsendable = /[^\t\x20-\x7e\x80-\xff]/;

export function compileReplies(operation: Operation, validators: Validators): ReplyRules {
  const isLinked = operation.deprecation !== undefined;
  return new Map(
    Object.entries(operation.replies).map(([status, spec]) => [
      Number(status),
      compileReply(spec, validators, isLinked),
    ]),
  );
}

function compileReply(spec: ReplySpec, validators: Validators, isLinked: boolean): ReplyRule {
  const lookUp = (key: string): Validate => {
    const validate = validators.byKey[key];
    if (validate === undefined) throw new Error(`There is no validator ${key} for a reply`);
    return validate;
  };
  const declared = Object.entries(spec.headers);
  const isSupplied = (name: string): boolean => suppliedHeaders.has(name) || (name === 'link' && isLinked);
  const content = Object.entries(spec.content).map(
    ([type, key]) => [type, key === undefined ? undefined : lookUp(key)] as const,
  );
  return {
    content: new Map(content),
    defaultType: content[0]?.[0],
    headers: new Map(declared.map(([name, header]) => [name, headerRule(name, header, lookUp(header.validator))])),
    requiredHeaders: declared.filter(([name, { required }]) => required && !isSupplied(name)).map(([name]) => name),
  };
}

/** A header of a reply is written in the style `simple`, as one of a request is (OpenAPI 3.1, Header Object). */
function headerRule(name: string, header: ReplySpec['headers'][string], validate: Validate): HeaderRule {
  const { type, explode = false, required, validator } = header;
  const decode = decoderOf({ name, in: 'header', style: 'simple', explode, type, required, validator });
  return { isList: type.kind === 'array', decode, validate };
}

/** Media types of the successful replies, which Accept must allow. */
export function offersOf(operation: Operation): string[] {
  const successes = Object.entries(operation.replies).filter(([status]) => status.startsWith('2'));
  return [...new Set(successes.flatMap(([, { content }]) => Object.keys(content)))];
}

/** The media type that a reply goes out with; undefined where it has no content. */
export function contentTypeOf(rules: ReplyRules, reply: AnyReply): string | undefined {
  const chosen = reply.headers?.['content-type'];
  return typeof chosen === 'string' ? chosen : rules.get(reply.status)?.defaultType;
}

export function headersBreach(rules: ReplyRules, status: number, headers: ReplyHeaders): Breach | undefined {
  const rule = rules.get(status);
  if (rule === undefined) return { part: 'status', pointer: String(status), keyword: 'undeclared' };
  for (const name in headers) {
    const value = headers[name];
    if (name === 'content-type' || value === undefined) continue;
    const declared = rule.headers.get(name);
    if (declared === undefined) return { part: 'header', pointer: name, keyword: 'undeclared' };
    const texts = typeof value === 'string' ? [value] : value;
    if (texts.some((text) => unsendable.test(text))) return { part: 'header', pointer: name, keyword: 'characters' };
    // A list may be sent in several headers (RFC 9110, 5.3); it is judged as a whole.
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

/** The media type as it is declared: itself, or the range that it belongs to, as `image/*` (OpenAPI 3.1, Response Object). */
function declaredType({ content }: ReplyRule, type: string): string | undefined {
  if (type.includes('*')) return undefined;
  if (content.has(type)) return type;
  return [`${type.slice(0, type.indexOf('/'))}/*`, '*/*'].find((range) => content.has(range));
}

export function bodyBreach(rules: ReplyRules, reply: AnyReply): Breach | undefined {
  const rule = rules.get(reply.status);
  const type = contentTypeOf(rules, reply);
  if (rule === undefined) return { part: 'status', pointer: String(reply.status), keyword: 'undeclared' };
  if (type === undefined) {
    return reply.body === undefined ? undefined : { part: 'body', pointer: '', keyword: 'undeclared' };
  }
  const declared = declaredType(rule, type);
  if (declared === undefined) return { part: 'content_type', pointer: '', keyword: 'undeclared' };
  if (reply.body === undefined) return { part: 'body', pointer: '', keyword: 'required' };
  const validate = rule.content.get(declared);
  if (validate === undefined || validate(reply.body)) return undefined;
  const error = validate.errors?.[0];
  return { part: 'body', pointer: placeOf(error), keyword: error?.keyword ?? 'schema' };
}

/** Names of undeclared fields are ours, not the caller's, and are the one thing that helps to find the fault. */
function placeOf(error: { instancePath: string; params: Readonly<Record<string, unknown>> } | undefined): string {
  if (error === undefined) return '';
  const name =
    error.params['additionalProperty'] ?? error.params['unevaluatedProperty'] ?? error.params['missingProperty'];
  return typeof name === 'string' ? `${error.instancePath}/${name}` : error.instancePath;
}
