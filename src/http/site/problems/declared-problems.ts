import { asJson, isJson, memberOf, type Json } from '../../../documents/reader/json.ts';
import { servedMethods } from '../../../documents/reader/operations.ts';
import { resolve } from '../../../documents/reader/reference.ts';
import type { OpenApiDocument, Version } from '../../options.ts';

/** An operation that can return a problem. */
export interface DeclaringOperation {
  readonly version: Version;
  readonly operation_id: string;
  readonly method: string;
  readonly path: string;
  readonly tag: string;
}

/**
 * Returns a map from problem code to the operations that declare it, v2 first. An operation declares the codes in the
 * examples of its error responses, the codes in `x-problems` (specific ones that share a response), and the codes that
 * follow from its security, role and parameters. `make test` fails if an operation returns an undeclared code, or if no
 * test makes it return a declared one.
 */
export function declaredProblems(
  documents: Readonly<Record<Version, OpenApiDocument>>,
): ReadonlyMap<string, readonly DeclaringOperation[]> {
  const byCode = new Map<string, DeclaringOperation[]>();
  for (const version of ['v2', 'v1'] as const) {
    for (const { operation, codes } of declarationsOf(documents[version], version)) {
      for (const code of codes) {
        const operations = byCode.get(code) ?? [];
        operations.push(operation);
        byCode.set(code, operations);
      }
    }
  }
  return byCode;
}

/** Returns a map from problem code to the first example of it in the documents, that of v2 where both have one. */
export function declaredExamples(documents: Readonly<Record<Version, OpenApiDocument>>): ReadonlyMap<string, Json> {
  const byCode = new Map<string, Json>();
  for (const version of ['v2', 'v1'] as const) {
    for (const { examples } of declarationsOf(documents[version], version)) {
      for (const { code, value } of examples) if (!byCode.has(code)) byCode.set(code, value);
    }
  }
  return byCode;
}

interface ErrorExample {
  readonly code: string;
  /** The whole body of an error. */
  readonly value: Json;
}

export interface Declaration {
  readonly operation: DeclaringOperation;
  readonly statuses: ReadonlySet<string>;
  readonly codes: ReadonlySet<string>;
  readonly examples: readonly ErrorExample[];
}

/** All operations of a document, each with the codes that it declares. */
export function* declarationsOf(document: OpenApiDocument, version: Version): Generator<Declaration> {
  for (const [path, item] of Object.entries(document.paths ?? {})) {
    for (const method of servedMethods) {
      const operation = objectAt(item, method);
      if (operation === undefined) continue;
      const tags = operation['tags'];
      yield {
        operation: {
          version,
          operation_id: textAt(operation, 'operationId') ?? '',
          method: method.toUpperCase(),
          path,
          tag: Array.isArray(tags) ? String(tags[0]) : '',
        },
        statuses: new Set(Object.keys(asJson(operation['responses']))),
        codes: codesOf(operation, path, document),
        examples: [...errorExamplesOf(operation, document)],
      };
    }
  }
}

function codesOf(operation: Json, path: string, document: OpenApiDocument): ReadonlySet<string> {
  const codes = new Set([...writtenCodes(operation, document), ...impliedCodes(operation, path, document)]);
  const role = operation['x-role'];
  // Every caller has these roles. A 403 has other causes there, which the operation declares itself.
  const isForAll = role === 'anonymous' || role === 'user' || role === 'viewer';
  if (isForAll && !specificCodes(operation).includes('forbidden')) codes.delete('forbidden');
  if (role === 'anonymous') codes.delete('unauthenticated');
  return codes;
}

/** Codes that share a response with the code of its example, by what causes them. */
function* impliedCodes(operation: Json, path: string, document: OpenApiDocument): Generator<string> {
  const alternatives = Array.isArray(operation['security']) ? operation['security'].filter(isJson) : [];
  const scopes = alternatives.flatMap((alternative) => alternative['bearerAuth'] ?? []);
  if (scopes.length > 0) yield 'insufficient_scope';
  if (alternatives.some((alternative) => 'csrfToken' in alternative)) yield 'csrf_failed';
  const parameters = Array.isArray(operation['parameters']) ? (operation['parameters'] as unknown[]) : [];
  if (parameters.some((parameter) => textAt(resolve(document, asJson(parameter)), 'name') === 'Idempotency-Key')) {
    yield 'idempotency_in_progress';
    // Without a body or an id in the path, there is no different request that could reuse the key.
    if ('requestBody' in operation || path.includes('{')) yield 'idempotency_key_reused';
  }
  const responses = objectAt(operation, 'responses') ?? {};
  if ('500' in responses) yield 'contract_violated';
  if ('503' in responses) yield 'overloaded';
}

function* writtenCodes(operation: Json, document: OpenApiDocument): Generator<string> {
  yield* specificCodes(operation);
  for (const { code } of errorExamplesOf(operation, document)) yield code;
}

function* errorExamplesOf(operation: Json, document: OpenApiDocument): Generator<ErrorExample> {
  for (const declared of Object.values(objectAt(operation, 'responses') ?? {})) {
    const response = resolve(document, asJson(declared));
    for (const media of Object.values(objectAt(response, 'content') ?? {})) {
      for (const example of Object.values(objectAt(media, 'examples') ?? {})) {
        const value = objectAt(resolve(document, asJson(example)), 'value');
        // Bodies of successful responses may have a `code` too. An error body also has a request id, or in v1 a
        // message.
        const isError = value !== undefined && ('request_id' in value || ('message' in value && 'details' in value));
        const code = isError ? textAt(value, 'code') : undefined;
        if (value !== undefined && code !== undefined) yield { code, value };
      }
    }
  }
}

function specificCodes(operation: Json): readonly string[] {
  const specific = operation['x-problems'];
  return Array.isArray(specific) ? specific.map(String) : [];
}

function objectAt(value: unknown, name: string): Json | undefined {
  const member = memberOf(value, name);
  return isJson(member) ? member : undefined;
}

function textAt(value: unknown, name: string): string | undefined {
  const member = memberOf(value, name);
  return typeof member === 'string' ? member : undefined;
}
