import { isJson } from '../reader/json.ts';
import { isRef, resolve } from '../reader/reference.ts';
import { partsIn } from '../reader/structure.ts';
import type { Document, Schema } from './document.ts';
import { eventSchemas } from './events-file.ts';
import { notice } from './output.ts';
import { render } from './source-text.ts';

interface Uses {
  /** The patterns of the marked schemas; undefined for one without a pattern. */
  readonly sensitive: (string | undefined)[];
  isPlainElsewhere: boolean;
}

/**
 * Returns sensitive-names.ts: the names that logs and the audit log mask. Secrets are the properties and headers marked
 * x-sensitive, and the credentials of the security schemes. Personal data are the properties that `x-personal` of an
 * event names.
 * @throws Error for contradicting or unknown names
 */
export function sensitiveNamesFile(documents: readonly Document[], current: Document): string {
  const secrets = new Map<string, string | null>(documents.flatMap(namesOfSchemes).map((name) => [name, null]));
  for (const [name, { sensitive, isPlainElsewhere }] of usesOf(documents)) {
    if (sensitive.length > 0) secrets.set(name, isPlainElsewhere ? patternOf(name, sensitive) : null);
  }
  return [
    `// ${notice}\n\n`,
    `/** Name of a secret -> null, or the pattern of the secret if the name has other values too. */\n`,
    `export const secretNames: Readonly<Record<string, string | null>> = ${render(Object.fromEntries([...secrets].sort()))};\n\n`,
    `/** Resource type -> the names of its fields with personal data. */\n`,
    `export const personalFields: Readonly<Record<string, readonly string[]>> = ${render(personalFieldsOf(current))};\n`,
  ].join('');
}

/** Usage of properties and headers by name. Header names are in lower case. */
function usesOf(documents: readonly Document[]): ReadonlyMap<string, Uses> {
  const uses = new Map<string, Uses>();
  const note = (document: Document, name: string, written: unknown): void => {
    const use = uses.get(name) ?? { sensitive: [], isPlainElsewhere: false };
    uses.set(name, use);
    const schema = markedSchema(document, written);
    if (schema === undefined) use.isPlainElsewhere = true;
    else use.sensitive.push(typeof schema['pattern'] === 'string' ? schema['pattern'] : undefined);
  };
  const walk = (document: Document, value: object, isMap = false): void => {
    if (!isMap && isRef(value)) return;
    if (!isMap && isJson(value)) {
      const { properties, headers, name, in: place, schema } = value;
      if (isJson(properties)) for (const [key, one] of Object.entries(properties)) note(document, key, one);
      if (isJson(headers)) for (const [key, one] of Object.entries(headers)) note(document, key.toLowerCase(), one);
      if (typeof name === 'string' && typeof place === 'string' && schema !== undefined)
        note(document, place === 'header' ? name.toLowerCase() : name, { ...(isJson(schema) ? schema : {}), ...value });
    }
    for (const part of partsIn({ value, isMap })) walk(document, part.value, part.isMap);
  };
  for (const document of documents) walk(document, document);
  return uses;
}

/** Returns the schema that is marked x-sensitive: this one, or that of its items. */
function markedSchema(document: Document, written: unknown): Schema | undefined {
  if (!isJson(written)) return undefined;
  const schema = resolve<Schema>(document, written);
  return schema['x-sensitive'] === true ? schema : markedSchema(document, schema['items']);
}

function patternOf(name: string, patterns: readonly (string | undefined)[]): string {
  if (patterns.includes(undefined))
    throw new Error(
      `${name} is x-sensitive in one place and not in another: add a pattern that only the secret matches`,
    );
  return [...new Set(patterns)].map((pattern) => `(?:${pattern})`).join('|');
}

/** The headers and parameters that carry credentials (RFC 9110, 11.6; RFC 6265bis). */
function namesOfSchemes(document: Document): readonly string[] {
  const schemes = Object.values(document.components?.['securitySchemes'] ?? {}) as readonly Schema[];
  return schemes.flatMap(({ type, in: place, name }) => {
    if (type !== 'apiKey' || typeof name !== 'string') return ['authorization', 'proxy-authorization'];
    return place === 'cookie' ? [name, `__Host-${name}`, 'cookie', 'set-cookie'] : [name.toLowerCase()];
  });
}

function personalFieldsOf(document: Document): Readonly<Record<string, readonly string[]>> {
  const fields = new Map<string, Set<string>>();
  for (const [event, written] of eventSchemas(document)) {
    const { properties } = resolve<Schema>(document, written);
    const data = resolve<Schema>(document, (isJson(properties) ? properties['data'] : undefined) as Schema);
    const personal = (data['x-personal'] ?? []) as readonly string[];
    for (const name of personal) {
      if (!isJson(data['properties']) || !Object.hasOwn(data['properties'], name))
        throw new Error(`x-personal of ${event} names ${name}, which is not a property of its data`);
    }
    const [type = event] = event.split('.');
    if (personal.length > 0) fields.set(type, new Set([...(fields.get(type) ?? []), ...personal]));
  }
  return Object.fromEntries([...fields].sort().map(([type, names]) => [type, [...names].sort()]));
}
