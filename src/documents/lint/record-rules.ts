import { asJson, asList, type Json } from '../reader/json.ts';
import { isRef } from '../reader/reference.ts';
import { eachOperation, resolveNode, type Context, type Rule } from './rule.ts';

// Rules for streams of records: docs/adr/0013-streamed-exports.md.

const streamed = ['application/x-ndjson', 'text/csv'];
const cells = ['string', 'integer', 'number', 'boolean', 'null'];

/**
 * A response that is streamed names the schema of its records. Only reads can be streamed, and only in media types with
 * records.
 */
export const recordsDescribed: Rule = () =>
  eachOperation(({ method, operation, context, report }) => {
    for (const [status, response] of Object.entries(asJson(operation['responses']))) {
      if (!status.startsWith('2')) continue;
      for (const [mediaType, media] of Object.entries(asJson(resolveNode(context, response)['content']))) {
        const fault = faultOf(mediaType, asJson(asJson(media)['schema'])['contentSchema'], context);
        if (fault !== undefined) report(`${mediaType}: ${fault}`, 'responses', status);
        if (streamed.includes(mediaType) && method !== 'get') report('only reads can be streamed', 'responses', status);
      }
    }
  });

function faultOf(mediaType: string, written: unknown, context: Context): string | undefined {
  if (!streamed.includes(mediaType)) {
    return written === undefined ? undefined : `contentSchema is allowed only for ${streamed.join(' or ')}`;
  }
  if (!isRef(written)) return 'contentSchema must be a $ref to the schema of a record';
  if (mediaType !== 'text/csv') return undefined;
  const row = follow(context, written, context.location.source.absoluteRef);
  const members = Object.entries(asJson(row.schema['properties']));
  if (members.length === 0) return 'the schema of a row must have properties, one for each column';
  const strange = members.filter(([, member]) => !isCell(context, member, row.source));
  return strange.length === 0
    ? undefined
    : `not a plain value or a list of texts, which a cell can contain: ${strange.map(([name]) => name).join(', ')}`;
}

/** A plain value, one of a named list of values or null, or a list of texts, which is written as lines of one cell. */
function isCell(context: Context, written: unknown, from: string): boolean {
  const { schema, source } = follow(context, written, from);
  const alternatives = asList(schema['oneOf']);
  if (alternatives.length > 0) return alternatives.every((one) => isCell(context, one, source));
  const types = [schema['type']].flat();
  if (types.length === 1 && types[0] === 'array') {
    return follow(context, schema['items'], source).schema['type'] === 'string';
  }
  return types.length > 0 && types.every((type) => cells.includes(String(type)));
}

/** References within a file are relative to it. */
function follow(context: Context, written: unknown, from: string): { readonly schema: Json; readonly source: string } {
  if (!isRef(written)) return { schema: asJson(written), source: from };
  const { node, location } = context.resolve(written, from);
  return { schema: asJson(node), source: location?.source.absoluteRef ?? from };
}
