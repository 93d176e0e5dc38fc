import { asJson, asList, isJson, type Json } from '../reader/json.ts';
import { servedMethods } from '../reader/operations.ts';
import { isRef } from '../reader/reference.ts';

// The parts of Redocly's rule context that the rules use, and helpers that several rules share.

export interface Location {
  readonly source: { readonly absoluteRef: string };
  readonly pointer: string;
  child(path: readonly (string | number)[] | string | number): Location;
}

export interface Context {
  readonly key: string | number;
  readonly location: Location;
  /** The node before its reference was resolved. */
  readonly rawNode: unknown;
  report(problem: { readonly message: string; readonly location?: Location }): void;
  resolve(node: unknown, from?: string): { readonly node?: unknown; readonly location?: Location };
}

export type Visitor = Readonly<Record<string, unknown>>;
export type Rule = (options: Json) => Visitor | readonly Visitor[];

export interface Place {
  readonly path: string;
  readonly method: string;
  readonly item: Json;
  readonly operation: Json;
  readonly location: Location;
  readonly context: Context;
  /** Reports a finding at a member of the operation. */
  readonly report: (message: string, ...member: readonly (string | number)[]) => void;
}

/** Returns a value if it is a text, else an empty text. */
export function asText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** Runs a check on every served operation (not on webhooks). */
export function eachOperation(check: (place: Place) => void): Visitor {
  return {
    Paths: {
      PathItem(item: Json, context: Context) {
        for (const method of servedMethods) {
          const operation = item[method];
          if (!isJson(operation)) continue;
          const location = context.location.child([method]);
          const report = (message: string, ...member: readonly (string | number)[]) =>
            context.report({
              message: `${String(operation['operationId'])}: ${message}`,
              location: member.length === 0 ? location : location.child(member),
            });
          check({ path: String(context.key), method, item, operation, location, context, report });
        }
      },
    },
  };
}

/** Returns the parameters of the path and of the operation, with references resolved. */
export function parametersOf({ item, operation, context }: Place): Json[] {
  return [...asList(item['parameters']), ...asList(operation['parameters'])].map((it) => resolveNode(context, it));
}

/**
 * Whether the operation has the parameter.
 * @param where its location: `query`, `header`, `path` or `cookie`
 */
export function hasParameter(place: Place, where: string, name: string): boolean {
  return parametersOf(place).some(
    (it) => it['in'] === where && String(it['name']).toLowerCase() === name.toLowerCase(),
  );
}

/** Returns the node with its reference resolved. */
export function resolveNode(context: Context, node: unknown): Json {
  if (!isRef(node)) return asJson(node);
  return asJson(context.resolve(node, context.location.source.absoluteRef).node);
}

/** Whether one alternative of the security needs no credential. */
export function isPublic(operation: Json): boolean {
  const security = asList(operation['security']);
  return security.length === 0 || security.some((it) => Object.keys(asJson(it)).length === 0);
}

/** Whether the method changes something. */
export function isUnsafe(method: string): boolean {
  return method !== 'get';
}

/** Whether the media type is JSON. */
export function isJsonType(mediaType: string): boolean {
  return /(\/|\+)json(;|$)/.test(mediaType);
}
