import { documents, type Schema } from './contract/document.ts';

// The outline of an event's body: what the event says, without the values that differ from case to case.

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const day = /^\d{4}-\d\d-\d\d$/;

/** Members whose numbers depend on what was there before. */
const countedOn: readonly string[] = ['number'];

const schemas = (
  documents.v2 as unknown as { readonly components: { readonly schemas: Readonly<Record<string, Schema>> } }
).components.schemas;

function hasEnum(schema: Schema): boolean {
  const { $ref: reference, enum: values, items, oneOf = [] } = schema;
  if (typeof reference === 'string') return hasEnum(schemas[reference.split('/').at(-1)!]!);
  if (values !== undefined) return true;
  return [...(items === undefined ? [] : [items]), ...(oneOf as unknown[])].some((one) => hasEnum(one as Schema));
}

/** Names of members that have enumerated values somewhere in the document. */
const enumerated: ReadonlySet<string> = new Set(
  Object.values(schemas).flatMap(({ properties = {} }) =>
    Object.entries(properties as Readonly<Record<string, Schema>>)
      .filter(([, schema]) => hasEnum(schema))
      .map(([name]) => name),
  ),
);

function timeBetween(value: string, now: string): string {
  if (value === now) return 'the time of the event';
  return value < now ? 'an earlier time' : 'a later time';
}

/**
 * Returns the body of an event with each value replaced by its kind. What describes the change stays: enumerated
 * values, booleans, and numbers such as versions. Ids become numbered names, so that equal ids stay equal, and times
 * are before, at or after the time of the event.
 */
export function outlineOf(body: object): unknown {
  const { timestamp } = body as { readonly timestamp: string };
  const names = new Map<string, string>();
  function text(value: string, member: string): string {
    if (uuid.test(value)) {
      names.set(value, names.get(value) ?? `id ${names.size + 1}`);
      return names.get(value)!;
    }
    if (instant.test(value)) return timeBetween(value, timestamp);
    if (day.test(value)) return 'a day';
    return enumerated.has(member) ? value : 'a text';
  }
  function outline(value: unknown, member: string): unknown {
    if (Array.isArray(value)) return value.map((item) => outline(item, member));
    if (typeof value === 'object' && value !== null) {
      const sorted = Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1));
      return Object.fromEntries(sorted.map(([name, inner]: [string, unknown]) => [name, outline(inner, name)]));
    }
    if (typeof value === 'string') return text(value, member);
    return typeof value === 'number' && countedOn.includes(member) ? 'a number' : value;
  }
  return outline(body, '');
}
