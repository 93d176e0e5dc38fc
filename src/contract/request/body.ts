import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import { AppError, type Violation } from '../../problems/app-error.ts';
import { mergePatchType } from '../../documents/reader/merge-patch.ts';
import { parseContentType } from '../media-types.ts';
import type { Operation, Validate, Validators } from '../operation.ts';
import { codingOf, decode } from './content-encoding.ts';
import { describeJsonFault } from './json-fault.ts';
import { inspectJson, tooDeepCode } from './json-limits.ts';
import { findJsonExcess, type JsonExcess } from './json-scan.ts';
import { decodeText, encodingOf, markedEncoding } from './text-encoding.ts';
import { readBytes } from './read-bytes.ts';
import { bodyViolations, errorsOf } from './violations.ts';

/** The request body of an operation. */
export interface BodyRule {
  readonly isRequired: boolean;
  readonly bytesMax: number;
  readonly types: ReadonlyMap<string, TypeRule>;
  readonly supported: string;
  /** The header that a 415 adds to name the accepted media types. */
  readonly acceptHeaders: Readonly<Record<string, string>>;
}

interface TypeRule {
  /** Media type -> validator; undefined if any text or bytes are accepted. */
  readonly validate: Validate | undefined;
  /** Whether a value that matches the schema needs no check against the limits of JSON. */
  readonly isClosed: boolean;
}

/** A body as received. `essence` is its media type in lower case. An absent body has no bytes. */
export interface RawBody {
  readonly bytes: Buffer;
  readonly essence: string;
  /** Why the body is not parsed, although it may be valid JSON. */
  readonly excess?: JsonExcess | undefined;
  /**
   * The decoded text, if the body is text in another encoding than UTF-8; null if the bytes are malformed in that
   * encoding.
   */
  readonly text?: string | null;
}

const excesses: Readonly<Record<JsonExcess, string>> = {
  too_many_values: 'must not have millions of objects and arrays',
  too_many_shapes: 'must not have objects with thousands of different sequences of member names',
};

const bytesType = 'application/octet-stream';

export const noBody: RawBody = { bytes: Buffer.alloc(0), essence: '' };

/**
 * Prepares the reading, parsing and validation of an operation's bodies.
 * @param isClosed whether the document closes the schema of a media type
 * @throws Error if a body has no validator
 */
export function compileBody(
  { body, method }: Pick<Operation, 'body' | 'method'>,
  validators: Validators,
  isClosed: (mediaType: string) => boolean,
): BodyRule | undefined {
  if (body === undefined) return undefined;
  const types = new Map<string, TypeRule>();
  for (const [type, key] of Object.entries(body.content)) {
    const validate = key === undefined ? undefined : validators.byKey[key];
    if (key !== undefined && validate === undefined) throw new Error(`There is no validator ${key} for a body`);
    types.set(type, { validate, isClosed: validate !== undefined && isClosed(type) });
  }
  const mergePatch = types.get(mergePatchType);
  if (mergePatch !== undefined && !types.has('application/json')) types.set('application/json', mergePatch);
  const supported = [...types.keys()].join(', ');
  return {
    isRequired: body.required,
    bytesMax: body.bytesMax,
    types,
    supported,
    acceptHeaders: { accept: supported, ...acceptHeaderOf(method, supported) },
  };
}

/** RFC 5789, 3.1; Linked Data Platform 1.0, 7.1. Other methods have no such header. */
export function acceptHeaderOf(method: string, supported: string): Readonly<Record<string, string>> {
  if (method === 'PATCH') return { 'accept-patch': supported };
  return method === 'POST' ? { 'accept-post': supported } : {};
}

/**
 * Checks the headers of the body, then reads it and undoes its content coding.
 * @throws AppError `unsupported_media_type`, then `payload_too_large`; `validation_failed` if the body is cut off
 */
export async function readBody(request: IncomingMessage, rule: BodyRule): Promise<RawBody> {
  const { headers } = request;
  const isChunked = headers['transfer-encoding'] !== undefined;
  if (!isChunked && (headers['content-length'] === undefined || headers['content-length'] === '0')) return noBody;
  const { essence, encoding } = supportedType(request, rule);
  const coding = codingOf(headers['content-encoding']);
  const sent = await readBytes(request, rule.bytesMax);
  const bytes = coding === undefined ? sent : await decode(sent, coding, rule.bytesMax);
  if (isJson(essence)) return { bytes, essence, excess: await findJsonExcess(bytes) };
  const found = isText(essence) ? (markedEncoding(bytes) ?? encoding) : 'utf-8';
  return found === 'utf-8' ? { bytes, essence } : { bytes, essence, text: await decodeText(bytes, found) };
}

/**
 * The declared key for a media type: the type itself, or its range such as `image/*` (OpenAPI 3.1, Request Body
 * Object).
 */
function ruleFor({ types }: BodyRule, essence: string): TypeRule | undefined {
  return types.get(essence) ?? types.get(`${essence.slice(0, essence.indexOf('/'))}/*`) ?? types.get('*/*');
}

/** JSON is always UTF-8 (RFC 8259, 8.1). Text may name its encoding. */
function supportedType({ headers }: IncomingMessage, rule: BodyRule) {
  // RFC 9110, 8.3: a recipient may take a body without Content-Type as bytes.
  const assumed = rule.types.has(bytesType) ? bytesType : '';
  const { essence, charset } = parseContentType(headers['content-type'] ?? assumed);
  const encoding = charset === undefined ? 'utf-8' : encodingOf(charset);
  const isTaken = encoding === 'utf-8' || (encoding !== undefined && isText(essence));
  const isKnown = ruleFor(rule, essence) !== undefined;
  if (isTaken && isKnown) return { essence, encoding };
  const encodings = isText(essence) ? 'with an encoding of the WHATWG Encoding Standard' : 'in UTF-8';
  const supported = isKnown ? `${essence} ${encodings}` : rule.supported;
  throw new AppError('unsupported_media_type', 415, { supported }, { headers: rule.acceptHeaders });
}

/** Parses and validates a body, and adds what is wrong to the violations. */
export function parseBody(raw: RawBody, rule: BodyRule, violations: Violation[]): unknown {
  if (raw.bytes.length === 0) {
    if (rule.isRequired) refuse(violations, 'required', 'a body is required');
    return undefined;
  }
  if (!isJson(raw.essence) && !isText(raw.essence)) return raw.bytes;
  if (raw.text === null) refuse(violations, 'malformed_encoding', 'must be in the encoding that is declared');
  if (raw.text !== undefined) return raw.text ?? undefined;
  if (!isUtf8(raw.bytes)) {
    refuse(
      violations,
      'malformed_encoding',
      isJson(raw.essence) ? 'must be UTF-8' : 'must be UTF-8, or name its charset',
    );
    return undefined;
  }
  if (raw.excess !== undefined) {
    refuse(violations, raw.excess, excesses[raw.excess]);
    return undefined;
  }
  const text = raw.bytes.toString('utf8');
  return isJson(raw.essence) ? parseJson(text, ruleFor(rule, raw.essence), violations) : text;
}

function isJson(essence: string): boolean {
  return essence === 'application/json' || essence.endsWith('+json');
}

function isText(essence: string): boolean {
  return essence.startsWith('text/') || essence === 'application/x-ndjson';
}

function parseJson(text: string, rule: TypeRule | undefined, violations: Violation[]): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    refuse(violations, 'malformed_json', `must be JSON: ${describeJsonFault(text)}`);
    return undefined;
  }
  violations.push(...valueViolations(value, rule));
  return value;
}

function valueViolations(value: unknown, rule: TypeRule | undefined): readonly Violation[] {
  // Runs first, because validators call themselves for every level of a recursive schema.
  const found = rule?.isClosed === true ? [] : inspectJson(value);
  if (rule?.validate === undefined || found.some(({ code }) => code === tooDeepCode)) return found;
  const errors = errorsOf(rule.validate, value);
  if (errors.length === 0) return found;
  const violations = bodyViolations(errors);
  const places = new Set(violations.map(({ pointer }) => pointer));
  return [...violations, ...found.filter(({ pointer }) => !places.has(pointer))];
}

function refuse(violations: Violation[], code: string, detail: string): void {
  violations.push({ in: 'body', pointer: '', code, detail });
}
