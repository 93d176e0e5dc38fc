import { isJson } from '../reader/json.ts';
import { resolve } from '../reader/reference.ts';
import type { Document, PathItem, Schema } from './document.ts';
import { notice } from './output.ts';
import { render } from './source-text.ts';

/** Returns event name -> schema of its body, from the document's `webhooks:`. */
export function eventSchemas(document: Document): Map<string, Schema> {
  const schemas = new Map<string, Schema>();
  for (const [name, written] of Object.entries(document.webhooks ?? {})) {
    const item = resolve<PathItem>(document, written);
    const body = item.post?.requestBody;
    const schema = body === undefined ? undefined : resolve(document, body).content['application/json']?.schema;
    if (schema === undefined) throw new Error(`webhooks.${name} must have a post with a body of application/json`);
    const { properties } = resolve<Schema>(document, schema);
    if (!isJson(properties) || properties['data'] === undefined)
      throw new Error(`webhooks.${name}: the schema of the body must have the property data`);
    schemas.set(name, schema);
  }
  return schemas;
}

/**
 * Returns events.ts: the names, bodies and payloads of all events, and the validation that record() runs before it
 * stores an event.
 */
export function eventsFile(document: Document): string {
  const names = [...eventSchemas(document).keys()];
  const body = (name: string) => `webhooks['${name}']['post']['requestBody']['content']['application/json']`;
  const lines = names.map((name) => `  '${name}': ${body(name)};\n`);
  return `// ${notice}

import { createRequire } from 'node:module';
import type { ValidationError, Validators } from '../src/contract/operation.ts';
import type { webhooks } from './v2/types.ts';

/** Event name -> the complete body that a webhook receives. */
export interface EventEnvelopes {
${lines.join('')}}

export type EventName = keyof EventEnvelopes;
export type EventEnvelope<Name extends EventName = EventName> = EventEnvelopes[Name];
/** The payload of an event: the \`data\` of its body. */
export type EventPayload<Name extends EventName = EventName> = EventEnvelopes[Name]['data'];

export const eventNames = ${render(names)} as const satisfies readonly EventName[];

export function isEventName(name: string): name is EventName {
  return (eventNames as readonly string[]).includes(name);
}

let validators: Validators | undefined;

/** Validates the complete body of an event. Returns the violations. Loads the validators on the first call. */
export function validateEvent(name: EventName, envelope: unknown): readonly ValidationError[] {
  validators ??= createRequire(import.meta.url)('./validators.cjs') as Validators;
  const validate = validators.byKey[\`event:\${name}\`];
  if (validate === undefined) throw new Error(\`no validator for the event \${name}: run make generate\`);
  return validate(envelope) ? [] : (validate.errors ?? []);
}
`;
}
