import { asJson, asList, isJson, type Json } from '../reader/json.ts';
import { eachOperation, resolveNode, type Context, type Location, type Rule } from './rule.ts';

// Rules for what generators of clients make of the document: names of types and files, and null.

const webhookTag = 'webhooks';
const nameLengthMax = 60;

/** Generators write one file per tag, so that webhooks would overwrite operations of the same tag. */
export const webhooksApart: Rule = () => ({
  ...eachOperation(({ operation, report }) => {
    if (asList(operation['tags']).includes(webhookTag))
      report(`the tag ${webhookTag} is for webhooks only: use the name of the operation's folder`, 'tags');
  }),
  WebhooksMap: {
    PathItem(item: Json, context: Context) {
      if (!('tags' in item)) return;
      context.report({
        message: `${String(context.key)}: remove tags, because every webhook gets the tag ${webhookTag}`,
        location: context.location.child('tags'),
      });
    },
  },
});

/** Each event has its own example: what another event says of the resource, or a response, says something else. */
export const webhooksExampled: Rule = () => ({
  WebhooksMap: {
    PathItem(item: Json, context: Context) {
      if (isJson(resolveNode(context, item['x-example'])['value'])) return;
      context.report({
        message: `${String(context.key)}: x-example must be a $ref to an example of the event's data, { summary, value }`,
      });
    },
  },
});

function allowsNull(schema: Json): boolean {
  const alternatives = ['oneOf', 'anyOf'].flatMap((keyword) => asList(schema[keyword])).map(asJson);
  return [schema, ...alternatives].some(({ type }) => [type].flat().includes('null'));
}

/** Generators make a value of null in an enum, or a text "null". */
export const enumsWithoutNull: Rule = () => ({
  Schema(schema: Json, context: Context) {
    const isConstant = 'const' in schema && schema['const'] === null;
    const isMixed = 'enum' in schema && (asList(schema['enum']).includes(null) || allowsNull(schema));
    if (!isConstant && !isMixed) return;
    context.report({
      message: isConstant
        ? "a constant must not be null: write type: 'null'"
        : "an enum must not allow null: move its values to a file in schemas/, and write oneOf: [{ $ref: … }, { type: 'null' }]",
      location: context.location.child(isConstant ? 'const' : 'enum'),
    });
  },
});

/** A nullable component is a type in some generators and loses its null in others. */
export const componentsNotNull: Rule = () => ({
  Schema(schema: Json, context: Context) {
    const name = /\/schemas\/([^/]+)\.yaml$/.exec(context.location.source.absoluteRef)?.[1];
    if (name === undefined || context.location.pointer !== '#/' || !allowsNull(schema)) return;
    context.report({
      message: `${name} must not allow null: write oneOf: [{ $ref: ${name}.yaml }, { type: 'null' }] where it may be null`,
    });
  },
});

interface Named {
  readonly kind: string;
  readonly name: string;
  readonly place: string;
}

/** What a reference leads to -> the kind and name of the component that the bundle makes of it. */
const kinds: readonly (readonly [kind: string, pattern: RegExp])[] = [
  ['schema', /\/schemas\/([^/#]+)\.yaml#\/$/],
  ['response', /\/responses[^/#]*\.yaml#\/([^/]+)$/],
  ['parameter', /\/parameters[^/#]*\.yaml#\/([^/]+)$/],
  ['header', /\/headers[^/#]*\.yaml#\/([^/]+)$/],
];

/**
 * Components of all kinds share the names of types in a client, where case and underscores may be lost. Examples are
 * not types; src/documents/generate/example-names.ts renames them.
 */
export const componentNames: Rule = () => {
  const known = new Map<string, Named>();
  const seen = new Set<string>();
  const add = (named: Named, context: Context, location: Location): void => {
    if (seen.has(named.place)) return;
    seen.add(named.place);
    const folded = named.name.replaceAll('_', '').toLowerCase();
    const first = known.get(folded);
    known.set(folded, first ?? named);
    if (!/^[A-Za-z][A-Za-z0-9]*$/.test(named.name) || named.name.length > nameLengthMax) {
      const message = `the ${named.kind} ${named.name} must have a name of at most ${nameLengthMax} letters and digits`;
      context.report({ message, location });
    }
    if (first === undefined) return;
    const message = `the ${named.kind} ${named.name} must not have the name of the ${first.kind} ${first.name}, ignoring case`;
    context.report({ message: `${message}: rename the ${named.kind}`, location });
  };
  return {
    Root: {
      enter(root: unknown, context: Context) {
        const written = asJson(asJson(root)['components'])['securitySchemes'];
        const schemes = isJson(written) && '$ref' in written ? context.resolve(written).node : written;
        for (const name of Object.keys(asJson(schemes)))
          add({ kind: 'security scheme', name, place: `securitySchemes/${name}` }, context, context.location);
      },
    },
    ref(node: Json, context: Context) {
      const target = context.resolve(node, context.location.source.absoluteRef).location;
      if (target === undefined) return;
      const place = target.source.absoluteRef + target.pointer;
      for (const [kind, pattern] of kinds) {
        const name = pattern.exec(place)?.[1];
        if (name !== undefined) add({ kind, name, place }, context, context.location);
      }
    },
  };
};
