import { asJson, isJson, mapMembers, type Json } from '../reader/json.ts';
import { isRef, resolve } from '../reader/reference.ts';
import type { Document, PathItem } from './document.ts';
import { pascalCase } from './source-text.ts';

// The author of an event writes its name, its meaning, its payload and an example (`summary`, `x-payload`, `x-example`).
// This file adds the request object, which is the same for all events.

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
 * Returns the document with complete webhooks. The body of an example is made of `x-example`, which is its `data`, and
 * of what `data` says about time and organization. `x-envelope` states members of the body that `data` does not tell.
 * @throws Error for an event without `x-payload` or `x-example`
 */
export function withWebhooks(document: Document): Document {
  if (document.webhooks === undefined) return document;
  const webhooks = mapMembers(document.webhooks, (item, name) => {
    const {
      summary,
      description = defaultDescription,
      'x-payload': payload,
      'x-example': example,
      'x-envelope': stated,
      ...facts
    } = resolve(document, asJson(item));
    if (!isRef(payload)) throw new Error(`webhooks.${name}: x-payload must be a $ref to the schema of the body`);
    const data = asJson(resolve(document, asJson(example)))['value'];
    if (!isJson(data)) throw new Error(`webhooks.${name}: x-example must be a $ref to an example of data`);
    const value = { ...envelopeOf(name, data), ...asJson(stated), data };
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

function envelopeOf(type: string, data: Json): Json {
  return {
    id: envelope.id,
    type,
    timestamp: data['updated_at'] ?? data['created_at'] ?? envelope.timestamp,
    organization_id: data['organization_id'] ?? envelope.organization_id,
  };
}
