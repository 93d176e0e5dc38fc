import { asJson, asList, isJson, memberOf } from '../../documents/reader/json.ts';
import { resolve } from '../../documents/reader/reference.ts';

/** The names of what a request sent, without values. */
interface InputNames {
  readonly query_parameters: readonly string[];
  readonly body_fields: readonly string[];
}

/** Returns the members that the bodies of an operation declare: what else a body contains are values of its caller. */
export function bodyMembersOf(document: object, requestBody: unknown): ReadonlySet<string> {
  const content = asJson(resolve(document, asJson(requestBody))['content']);
  return new Set(Object.values(content).flatMap((media) => memberNamesOf(document, memberOf(media, 'schema'), [])));
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

/** Returns the names of what a valid request sent: its query parameters, and the declared members of its body. */
export function inputNamesOf(members: ReadonlySet<string>, sent: readonly string[], body: unknown): InputNames {
  const isObject = isJson(body) && !Buffer.isBuffer(body);
  return {
    query_parameters: sent,
    body_fields: isObject ? Object.keys(body).filter((name) => members.has(name)) : none,
  };
}
