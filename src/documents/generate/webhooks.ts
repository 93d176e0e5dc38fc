import { asJson, isJson, mapMembers, memberOf, type Json } from '../reader/json.ts';
import { isRef, nameIn, resolve } from '../reader/reference.ts';
import { operationsOf, type Document, type PathItem, type Schema } from './document.ts';
import { pascalCase } from './source-text.ts';

// The author of an event writes its name, its meaning and its payload (`summary`, `x-payload`). This file adds the
// request object, which is the same for all events.

/**
 * The tag of all webhooks. Generators write one file per tag, and the file of an operation's tag must not be
 * overwritten.
 */
const tag = 'webhooks';
const defaultDescription = 'Recorded with the change that caused it, once for each change.';
const envelope = {
  id: '01939b7c-2f4e-7a10-8c55-0a1b2c3d0e01',
  timestamp: '2026-11-02T10:00:00.000Z',
  organization_id: '01939b7c-2f4e-7a10-8c55-0a1b2c3d0100',
};

/**
 * Returns the document with complete webhooks. The `data` of an example is `x-example`, or the first response that
 * returns the event's payload.
 * @throws Error for an event without `x-payload` or without an example
 */
export function withWebhooks(document: Document): Document {
  if (document.webhooks === undefined) return document;
  const webhooks = mapMembers(document.webhooks, (item, name) => {
    const {
      summary,
      description = defaultDescription,
      'x-payload': payload,
      'x-example': example,
      ...facts
    } = resolve(document, asJson(item));
    if (!isRef(payload)) throw new Error(`webhooks.${name}: x-payload must be a $ref to the schema of the body`);
    const data = asJson(resolve(document, asJson(example)))['value'] ?? returnedAs(document, dataOf(document, payload));
    if (!isJson(data))
      throw new Error(`webhooks.${name}: add an x-example, because no response has an example of its data`);
    const value = { ...envelope, type: name, timestamp: timeOf(data), organization_id: organizationOf(data), data };
    const media = { schema: payload, examples: { [name]: { summary, value } } };
    return {
      post: {
        operationId: `on${pascalCase(name)}`,
        summary,
        description,
        tags: [tag],
        security: [],
        ...facts,
        requestBody: { required: true, content: { 'application/json': media } },
        responses: { '204': { description: 'The receiver accepted the event; any 2xx status is sufficient.' } },
      },
    };
  });
  return { ...document, webhooks: webhooks as unknown as Readonly<Record<string, PathItem>> };
}

/** The component of the event's `data`. */
function dataOf(document: Document, payload: object): string {
  const data = memberOf(resolve<Schema>(document, asJson(payload))['properties'], 'data');
  return isRef(data) ? nameIn(data.$ref) : '';
}

/** The first example of a success that returns the component. */
function returnedAs(document: Document, component: string): unknown {
  for (const { operation } of operationsOf(document)) {
    for (const [status, written] of Object.entries(operation.responses)) {
      if (!status.startsWith('2')) continue;
      for (const { schema, examples } of Object.values(resolve(document, written).content ?? {})) {
        const [example] = Object.values(examples ?? {});
        if (isRef(schema) && nameIn(schema.$ref) === component && example !== undefined)
          return resolve(document, asJson(example))['value'];
      }
    }
  }
  return undefined;
}

function timeOf(data: Json): unknown {
  return data['updated_at'] ?? data['created_at'] ?? envelope.timestamp;
}

function organizationOf(data: Json): unknown {
  return data['organization_id'] ?? envelope.organization_id;
}
