import { Ajv2020 } from 'ajv/dist/2020.js';
import { formats, requestFormats } from '../../contract/request/formats.ts';
import { asJson, asList, isJson, mapMembers, type Json } from '../reader/json.ts';
import type { Context, Rule } from './rule.ts';

// Rules for the examples of parameters and headers. Redocly's own rules overlook an example beside a reference.

const requestAjv = new Ajv2020({ strict: false, formats: { ...requestFormats } });
const responseAjv = new Ajv2020({ strict: false, formats: { ...formats } });

/** Returns the faults of the holder's examples: none at all, and those that do not match its schema. */
function exampleFaults(holder: Json, context: Context, ajv: Ajv2020): string[] {
  const schema = asJson(inlined(context, holder['schema'], context.location.source.absoluteRef));
  const examples = 'example' in holder ? [holder['example']] : asList(schema['examples']);
  if (examples.length === 0) return ['must have an example'];
  return examples.flatMap((example) =>
    ajv.validate(schema, example)
      ? []
      : [`has the example ${JSON.stringify(example)}, which ${ajv.errorsText(ajv.errors, { dataVar: 'value' })}`],
  );
}

/** Returns a schema with the schemas that it refers to in their places. Keywords beside a reference come first. */
function inlined(context: Context, written: unknown, source: string, trail: readonly string[] = []): unknown {
  if (Array.isArray(written)) return written.map((member) => inlined(context, member, source, trail));
  if (!isJson(written)) return written;
  const { $ref, ...own } = written;
  const rest = mapMembers(own, (member) => inlined(context, member, source, trail));
  const { node, location } = typeof $ref === 'string' ? context.resolve(written, source) : {};
  if (location === undefined) return rest;
  const place = `${location.source.absoluteRef}${location.pointer}`;
  // schema-no-circle reports the circle.
  if (trail.includes(place)) return rest;
  return { ...asJson(inlined(context, node, location.source.absoluteRef, [...trail, place])), ...rest };
}

/**
 * Forms such as Swagger UI fill in `example`, also of optional parameters. A filter would then hide every entry, and a
 * cursor would be refused. They do not fill in the `examples` of a schema, which references and generators show.
 */
export const parametersExemplified: Rule = () => ({
  Parameter(parameter: Json, context: Context) {
    const name = `the parameter ${String(parameter['name'])}`;
    const isFilledIn = 'example' in parameter || 'examples' in parameter;
    if (isFilledIn && parameter['required'] !== true)
      context.report({ message: `${name} is optional: move its example to the examples of its schema` });
    if (!isFilledIn && parameter['required'] === true)
      context.report({ message: `${name} is required: write an example beside its schema` });
    for (const fault of exampleFaults(parameter, context, requestAjv)) context.report({ message: `${name} ${fault}` });
  },
});

export const headersExemplified: Rule = () => ({
  Header(header: Json, context: Context) {
    for (const fault of exampleFaults(header, context, responseAjv))
      context.report({ message: `the header ${String(context.key)} ${fault}` });
  },
});
