import { asJson, asList, isJson, memberOf } from '../../documents/reader/json.ts';
import { resolve } from '../../documents/reader/reference.ts';
import type { Operation } from '../operation.ts';
import { decodeQuery } from './parameter-values.ts';

/** The names of what a request sent, without values. */
interface InputNames {
  readonly query_parameters: readonly string[];
  readonly body_fields: readonly string[];
}

/** The names that an operation declares: what else a request contains are values of its caller. */
export interface DeclaredNames {
  readonly query: ReadonlySet<string>;
  readonly body: ReadonlySet<string>;
}

export function declaredNamesOf(document: object, { parameters }: Operation, requestBody: unknown): DeclaredNames {
  const content = asJson(resolve(document, asJson(requestBody))['content']);
  const bodies = Object.values(content).flatMap((media) => memberNamesOf(document, memberOf(media, 'schema'), []));
  return {
    query: new Set(parameters.filter((one) => one.in === 'query').map(({ name }) => name)),
    body: new Set(bodies),
  };
}

function memberNamesOf(document: object, schema: unknown, trail: readonly unknown[]): string[] {
  const target = resolve(document, asJson(schema));
  // A schema can contain itself.
  if (trail.includes(target)) return [];
  const parts = ['allOf', 'oneOf', 'anyOf'].flatMap((keyword) => asList(target[keyword]));
  return [
    ...Object.keys(asJson(target['properties'])),
    ...parts.flatMap((part) => memberNamesOf(document, part, [...trail, target])),
  ];
}

const none: readonly string[] = [];
export const noInput: InputNames = { query_parameters: none, body_fields: none };

/**
 * Returns which declared query parameters a valid request sent, and which declared members its body has.
 * @param query without `?`
 */
export function inputNamesOf(declared: DeclaredNames, query: string, body: unknown): InputNames {
  if (query === '' && body === undefined) return noInput;
  return {
    query_parameters: query === '' ? none : namesIn(query, declared.query),
    body_fields:
      isJson(body) && !Buffer.isBuffer(body) ? Object.keys(body).filter((name) => declared.body.has(name)) : none,
  };
}

function namesIn(query: string, declared: ReadonlySet<string>): string[] {
  const found: string[] = [];
  for (let from = 0; from < query.length;) {
    let end = query.indexOf('&', from);
    if (end === -1) end = query.length;
    const name = nameOf(query.slice(from, end));
    // Other names carry credentials, or are members of an object.
    if (declared.has(name)) found.push(name);
    from = end + 1;
  }
  return found;
}

/** `filter[status]=done` sends the parameter `filter`. */
function nameOf(pair: string): string {
  const equals = pair.indexOf('=');
  const written = equals === -1 ? pair : pair.slice(0, equals);
  const name = /[%+]/.test(written) ? decodeQuery(written) : written;
  const bracket = name.indexOf('[');
  return bracket === -1 ? name : name.slice(0, bracket);
}
