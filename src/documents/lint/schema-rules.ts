import { asList, asJson, isJson, type Json } from '../reader/json.ts';
import { eachOperation, resolveNode, isJsonType, type Context, type Rule } from './rule.ts';
import { eachResponseSchema, eachRequestSchema } from './schema-walk.ts';

// Rules for schemas: names, files, alternatives, bounds, widths of integers, closed requests, complete responses, secrets.

const fixedLengths = ['uuid', 'date'];

function typesOf(schema: Json): unknown[] {
  return [schema['type']].flat();
}

function hasProperties(schema: Json): boolean {
  return isJson(schema['properties']);
}

/** `…/schemas/Task.yaml` -> `Task`. */
function nameOf(context: Context): string {
  return /([^/]+)\.yaml$/.exec(context.location.source.absoluteRef)?.[1] ?? '';
}

export const schemaName: Rule = () => ({
  ref(node: Json, context: Context) {
    const file = /(?:^|\/)schemas\/([^/#]+)\.yaml(#.*)?$/.exec(String(node['$ref']));
    if (file === null) return;
    if (!/^[A-Z][A-Za-z0-9]*$/.test(file[1] ?? '')) {
      context.report({ message: `${String(file[1])}: the file of a schema must be named in PascalCase` });
    }
    if (file[2] !== undefined)
      context.report({ message: 'a file must contain one schema: refer to the file, not to a part of it' });
  },
});

/** Generators invent names for schemas without one: `CreateTask200ResponseInner`. */
export const objectsNamed: Rule = () => ({
  Schema(schema: Json, context: Context) {
    const isFile = context.location.pointer === '#/' && nameOf(context) !== '';
    const isReferred = isJson(context.rawNode) && '$ref' in context.rawNode;
    if (hasProperties(schema) && !isReferred && !isFile) {
      context.report({ message: 'move the object schema to a file of its own' });
    }
  },
});

/** A standard says that its body is an array. */
const arrayTypes = ['application/cloudevents-batch+json'];

export const noTopLevelArrays: Rule = () => ({
  MediaType(media: Json, context: Context) {
    const schema = resolveNode(context, media['schema']);
    const type = String(context.key);
    if (isJsonType(type) && !arrayTypes.includes(type) && typesOf(schema).includes('array')) {
      context.report({
        message: 'a body must be an object, because an array cannot gain members',
        location: context.location.child('schema'),
      });
    }
  },
});

export const noCircles: Rule = () => ({
  Root: {
    enter(root: Json, context: Context) {
      const done = new Set<string>();
      const visit = (node: unknown, source: string, trail: readonly string[]): void => {
        if (Array.isArray(node)) for (const member of node) visit(member, source, trail);
        if (!isJson(node)) return;
        if (typeof node['$ref'] !== 'string') {
          for (const member of Object.values(node)) visit(member, source, trail);
          return;
        }
        const { node: target, location } = context.resolve(node, source);
        if (location === undefined) return;
        const place = `${location.source.absoluteRef}${location.pointer}`;
        if (trail.includes(place)) {
          context.report({ message: `the reference ${node['$ref']} is circular`, location });
          return;
        }
        if (done.has(place)) return;
        visit(target, location.source.absoluteRef, [...trail, place]);
        done.add(place);
      };
      visit(root, context.location.source.absoluteRef, []);
    },
  },
});

/** If the members of an allOf were closed, each would refuse the properties of the others, and nothing would match. */
export const noClosedAllOf: Rule = () => ({
  Schema(schema: Json, context: Context) {
    const members = asList(schema['allOf']).map((member) => resolveNode(context, member));
    if (members.some(hasProperties)) {
      context.report({
        message: 'allOf must not combine objects: write the properties into one schema',
        location: context.location.child('allOf'),
      });
    }
  },
});

/** Alternatives differ in a constant. `[a reference, null]` makes a reference nullable. */
export const alternativesTagged: Rule = () => ({
  Schema(schema: Json, context: Context) {
    for (const keyword of ['oneOf', 'anyOf']) {
      const members = asList(schema[keyword]).map((member) => resolveNode(context, member));
      const others = members.filter((member) => member['type'] !== 'null');
      if (members.length === 0 || (others.length === 1 && members.length === 2)) continue;
      const tag = String(asJson(schema['discriminator'])['propertyName']);
      const isTagged = others.every(
        (member) => 'const' in asJson(asJson(member['properties'])[tag]) && asList(member['required']).includes(tag),
      );
      if (keyword === 'anyOf' || !isTagged) {
        const message = 'alternatives must be a oneOf with a discriminator, whose property is a required const in each';
        context.report({ message, location: context.location.child(keyword) });
      }
    }
  },
});

/**
 * Every text, list and number has an upper limit. Enums, constants and fixed lengths have one already. Streams have
 * none; `open` in redocly.yaml names further streams.
 */
export const bounded: Rule = (options) => ({
  Schema(schema: Json, context: Context) {
    if ('contentSchema' in schema || asList(options['open']).includes(nameOf(context))) return;
    if ('enum' in schema || 'const' in schema) return;
    const types = typesOf(schema);
    const missing = (...keywords: readonly string[]) => {
      const absent = keywords.filter((keyword) => !(keyword in schema));
      if (absent.length > 0) context.report({ message: `${types.join(' or ')} must have ${absent.join(' and ')}` });
    };
    if (types.includes('string') && !fixedLengths.includes(String(schema['format']))) missing('maxLength');
    if (types.includes('array')) missing('maxItems', 'items');
    for (const type of ['integer', 'number']) {
      if (!types.includes(type)) continue;
      if (!('exclusiveMinimum' in schema)) missing('minimum');
      if (!('exclusiveMaximum' in schema)) missing('maximum');
    }
    if (types.includes('object') && !hasProperties(schema) && isJson(schema['additionalProperties'])) {
      missing('maxProperties');
    }
  },
});

/** Generators make 32-bit integers of `type: integer`. The bounds say which integers are wider. */
export const integersWide: Rule = () => ({
  Schema(schema: Json, context: Context) {
    if (!typesOf(schema).includes('integer') || 'enum' in schema || 'const' in schema) return;
    const least = Math.max(numberOr(schema['minimum'], -Infinity), numberOr(schema['exclusiveMinimum'], -Infinity) + 1);
    const most = Math.min(numberOr(schema['maximum'], Infinity), numberOr(schema['exclusiveMaximum'], Infinity) - 1);
    const isWide = least < -(2 ** 31) || most >= 2 ** 31;
    if (isWide === (schema['format'] === 'int64')) return;
    const message = isWide
      ? 'the bounds exceed 32 bits: add format: int64'
      : 'the bounds fit into 32 bits: remove format: int64';
    context.report({ message });
  },
});

function numberOr(value: unknown, absent: number): number {
  return typeof value === 'number' ? value : absent;
}

/** `open` in redocly.yaml lists the few that come from other systems and may contain any member. */
export const requestsClosed: Rule = (options) =>
  eachRequestSchema(({ schema, name }, report) => {
    if (hasProperties(schema) && schema['additionalProperties'] !== false && !asList(options['open']).includes(name)) {
      report(`${name} is sent by clients: add additionalProperties: false`);
    }
  });

/**
 * PostgreSQL cannot store a null byte, so no text that a client sends may contain one. `open` in redocly.yaml names
 * what is stored as bytes and read record by record.
 */
export const textBounded: Rule = (options) =>
  eachRequestSchema(({ schema, name }, report) => {
    if (asList(options['open']).includes(name)) return;
    const isLimited = ['enum', 'const', 'format', 'pattern'].some((keyword) => keyword in schema);
    if (typesOf(schema).includes('string') && !isLimited) {
      report("free text must not contain null bytes: add pattern: '^[^\\x00]*$'");
    }
  });

/**
 * Members of a response are always present, and null if they have no value. `optional` in redocly.yaml lists the few
 * members that may be absent by convention: `Problem.errors`.
 */
export const responsesComplete: Rule = (options) =>
  eachResponseSchema(({ schema, name }, report) => {
    const known = [...asList(schema['required']), ...asList(options['optional'])];
    for (const member of Object.keys(asJson(schema['properties']))) {
      if (known.includes(member) || known.includes(`${name}.${member}`)) continue;
      report(`${name}.${member} is returned by the server: make it required, and nullable if it may have no value`);
    }
  });

/** Logs mask marked fields. A field with a name like a secret's must declare whether it is one. */
export const secretsMarked: Rule = () => ({
  Schema(schema: Json, context: Context) {
    for (const [name, member] of Object.entries(asJson(schema['properties']))) {
      const isSecret = /password|secret|recovery_code|(?:^|_)token$|^totp/.test(name);
      const target = resolveNode(context, member);
      const isText = typesOf(target).includes('string') && !('enum' in target) && !('const' in target);
      const marks = [target['x-sensitive'], asJson(member)['x-sensitive']];
      if (isSecret && isText && !marks.some((mark) => typeof mark === 'boolean')) {
        const location = context.location.child(['properties', name]);
        context.report({ message: `${name} is named like a secret: add x-sensitive: true or false`, location });
      }
    }
  },
});

/** Parameters are plain values or lists of them, because generators treat objects in a query differently. */
export const parametersPlain: Rule = () =>
  eachOperation(({ item, operation, context, report }) => {
    for (const written of [...asList(item['parameters']), ...asList(operation['parameters'])]) {
      const parameter = resolveNode(context, written);
      if (hasProperties(asJson(parameter['schema'])))
        report(`${String(parameter['name'])} must be a plain value or a list, not an object`, 'parameters');
    }
  });
