import { asJson, isJson, mapMembers, memberOf, type Json } from '../reader/json.ts';
import { isRef, nameIn, resolve } from '../reader/reference.ts';
import { operationsOf, type Document, type PathItem, type Schema } from './document.ts';
import { pascalCase } from './source-text.ts';

// An author says of an event what it is called, what it means and what it carries (`summary`, `x-payload`); the request
// that brings it, which is the same for all, is written here.

/** The tag that all webhooks have: generators write a file per tag, and an operation's file must not be overwritten. */
const tag = 'webhooks';
const standing = 'Sent once for each change; see the schema for what `data` holds.';
const envelope = {
  id: '01939b7c-2f4e-7a10-8c55-0a1b2c3d0e01',
  timestamp: '2026-11-02T10:00:00.000Z',
  organization_id: '01939b7c-2f4e-7a10-8c55-0a1b2c3d0100',
};

/**
 * The document with every webhook written out. Its example has the `data` of `x-example`, or of the first response that
 * returns what the event carries.
 * @throws Error for an event that has no `x-payload`, or no example
 */
export function withWebhooks(document: Document): Document {
  if (document.webhooks === undefined) return document;
  const webhooks = mapMembers(document.webhooks, (item, name) => {
    const {
      summary,
      description = standing,
      'x-payload': payload,
      'x-example': example,
      ...facts
    } = resolve(document, asJson(item));
    if (!isRef(payload)) throw new Error(`webhooks.${name}: x-payload names the schema of what is sent`);
    const data = asJson(resolve(document, asJson(example)))['value'] ?? returnedAs(document, dataOf(document, payload));
    if (!isJson(data)) throw new Error(`webhooks.${name}: no response returns its data, so that it needs an x-example`);
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
        responses: { '204': { description: 'The receiver took it; any 2xx counts.' } },
      },
    };
  });
  return { ...document, webhooks: webhooks as unknown as Readonly<Record<string, PathItem>> };
}

/** The component that the event's `data` is. */
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
