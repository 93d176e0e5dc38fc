import { asList, asJson, isJson, type Json } from '../reader/json.ts';
import { isRef } from '../reader/reference.ts';
import { eachOperation, type Context, type Location, type Visitor } from './rule.ts';

// Redocly's nested visitors (`Response: { Schema }`) visit the outermost schema only. Rules about all schemas below a
// request or a response use this walk.

export interface SchemaPlace {
  readonly schema: Json;
  readonly location: Location;
  /** The name of a schema's file: `Task` for `…/schemas/Task.yaml`. */
  readonly name: string;
}

export type Check = (place: SchemaPlace, report: (message: string) => void) => void;

/** Runs a check once on every schema in bodies and parameters of requests. */
export function eachRequestSchema(check: Check): Visitor {
  const seen = new Set<string>();
  return eachOperation(({ item, operation, location, context }) => {
    for (const [index, parameter] of asList(item['parameters']).entries()) {
      const place = context.location.child(['parameters', index]);
      visitHolder(context, parameter, place, (it) => walk(context, it, seen, check));
    }
    for (const [index, parameter] of asList(operation['parameters']).entries()) {
      visitHolder(context, parameter, location.child(['parameters', index]), (it) => walk(context, it, seen, check));
    }
    visitHolder(context, operation['requestBody'], location.child('requestBody'), (it) =>
      walk(context, it, seen, check),
    );
  });
}

/** Runs a check once on every schema in bodies of responses and webhooks. */
export function eachResponseSchema(check: Check): Visitor {
  const seen = new Set<string>();
  return {
    ...eachOperation(({ operation, location, context }) => {
      for (const [status, response] of Object.entries(asJson(operation['responses']))) {
        visitHolder(context, response, location.child(['responses', status]), (it) => walk(context, it, seen, check));
      }
    }),
    WebhooksMap: {
      PathItem(item: Json, context: Context) {
        walk(context, { node: item['x-payload'], location: context.location.child('x-payload') }, seen, check);
      },
    },
  };
}

interface Node {
  readonly node: unknown;
  readonly location: Location;
}

/** The schemas of a parameter, a header, a body or a response: its own, and those of its media types. */
function visitHolder(context: Context, written: unknown, at: Location, visit: (node: Node) => void): void {
  const { node, location } = follow(context, { node: written, location: at });
  const holder = asJson(node);
  if ('schema' in holder) visit({ node: holder['schema'], location: location.child('schema') });
  for (const [mediaType, media] of Object.entries(asJson(holder['content']))) {
    const place = location.child(['content', mediaType, 'schema']);
    if (isJson(media) && 'schema' in media) visit({ node: media['schema'], location: place });
  }
}

function walk(context: Context, written: Node, seen: Set<string>, check: Check): void {
  const { node, location } = follow(context, written);
  const key = `${location.source.absoluteRef}${location.pointer}`;
  if (!isJson(node) || seen.has(key)) return;
  seen.add(key);
  const name = /([^/]+)\.yaml$/.exec(location.source.absoluteRef)?.[1] ?? '';
  check({ schema: node, location, name }, (message) => context.report({ message, location }));
  for (const [keyword, value] of Object.entries(node)) {
    const members =
      keyword === 'properties' || keyword === 'patternProperties'
        ? Object.entries(asJson(value)).map(([member, schema]) => [schema, keyword, member] as const)
        : ['oneOf', 'anyOf', 'allOf', 'prefixItems'].includes(keyword)
          ? asList(value).map((schema, index) => [schema, keyword, index] as const)
          : ['items', 'additionalProperties', 'contentSchema'].includes(keyword)
            ? [[value, keyword] as const]
            : [];
    for (const [schema, ...path] of members)
      walk(context, { node: schema, location: location.child(path) }, seen, check);
  }
}

function follow(context: Context, { node, location }: Node): Node {
  if (!isRef(node)) return { node, location };
  const target = context.resolve(node, location.source.absoluteRef);
  return target.location === undefined ? { node, location } : { node: target.node, location: target.location };
}
